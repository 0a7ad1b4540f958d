import { type ExitCode, type Terminal, UNUSABLE } from '../terminal';

export async function analyse(_args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  terminal.err('in work');
  return UNUSABLE;
}
