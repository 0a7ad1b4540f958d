/** Refusals that a page finds out by itself: by name, so that it need not carry all the sentences. */
export const OWN_REFUSALS = {
  'unknown-token': 'This device is not known here any more. Join again with the room code.',
  'no-answer': 'That took too long, or could not be worked out.',
  unavailable: 'The record cannot be written just now. Nothing was lost; try again.',
} as const;
