/** The database cannot be read or written just now. Nothing was acknowledged; trying again is right. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Another process holds the data folder. */
export class StoreLocked extends Error {
  override readonly name = 'StoreLocked';
}

/** The append is larger than the store takes: a bug or an attack, never worth trying again. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';
}

const KINDS = { StoreUnavailable, StoreLocked, AppendTooLarge } as const;

/** Gives an error that came from a worker its own kind back. */
export function reviveError(name: string, message: string): Error {
  const Kind = name in KINDS ? KINDS[name as keyof typeof KINDS] : StoreUnavailable;
  return new Kind(message);
}
