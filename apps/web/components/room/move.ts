import type { SessionCommand } from '@btt/protocol';

/** Places as one word, for options of a list and for what is dropped on: `lobby`, or a table and a seat or the observers' chairs. */
export const LOBBY = 'lobby';
export const OBSERVERS = '*';

/** What puts a person there. */
export function moveTo(person: string, place: string): SessionCommand {
  const [table = '', role = ''] = place.split(' ');
  if (place === LOBBY || role === '') return { type: 'unseat', person };
  return role === OBSERVERS ? { type: 'watch', person, table } : { type: 'seat', person, table, role };
}
