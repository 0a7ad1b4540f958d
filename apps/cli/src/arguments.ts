import { parseArgs, type ParseArgsConfig } from 'node:util';
import { type ExitCode, type Terminal, UNUSABLE } from './terminal';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The arguments of a command: so many names, and options; or a sentence about what is wrong with them. */
export function readArguments<T extends Options>(
  args: readonly string[],
  options: T,
  most: number,
  usage: string,
) {
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: true });
    const { positionals } = read;
    if (positionals.length > most) return { ok: false, message: `Too many names. ${usage}` } as const;
    return { ok: true, names: positionals, values: read.values } as const;
  } catch (thrown) {
    return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) } as const;
  }
}

/** Says why the input cannot be used. */
export function unusable(terminal: Terminal, message: string): ExitCode {
  terminal.err(message);
  return UNUSABLE;
}
