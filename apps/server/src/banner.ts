import { StoreLocked, StoreUnavailable } from '@btt/eventstore';
import { WrongSetting } from './config';
import { addressesElsewhere, addressHere, type Reach } from './http/addresses';

/** What a person reads when the server is up: the address to open, and the one for phones. */
export function banner(reach: Reach, elsewhere = addressesElsewhere(reach)): string {
  const lines = [`Behind the Table is open at   ${addressHere(reach)}`];
  const phones = elsewhere.filter((address) => address !== addressHere(reach));
  if (phones.length > 0) lines.push(`Phones in the same network:   ${phones.join('   ')}`);
  lines.push('Stop it with Ctrl+C: nothing is lost.');
  return `\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** Why the server cannot start: a sentence for what a person can mend, everything for what is a bug. */
export function whyNot(
  error: unknown,
  { port, dataFolder }: { readonly port?: number; readonly dataFolder?: string } = {},
): string {
  if (error instanceof StoreLocked)
    return `Another server is running on the same data folder${dataFolder === undefined ? '' : ` (${dataFolder})`}. Stop it first, or set DATA_FOLDER to another folder.`;
  if (error instanceof WrongSetting) return error.message;
  if (error instanceof StoreUnavailable) return `The database cannot be opened: ${error.message}`;
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port ?? ''} is taken by another program. Choose another one, for example: PORT=3001 npm start`;
    case 'EACCES':
      return `Port ${port ?? ''} may not be used, or the data folder may not be written. Choose another one, for example: PORT=3001 npm start`;
    case 'EADDRNOTAVAIL':
      return 'HOST must be an address of this machine, or 0.0.0.0 for all of them.';
    default:
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
