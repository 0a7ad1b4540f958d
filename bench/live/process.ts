import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a server has used. */
export interface Usage {
  /** Milliseconds of processor time since its start. */
  readonly cpu: number;
  /** Milliseconds for which the server held its event loop longest since the last question; one of them is the measure's own. */
  readonly held: number;
  /** The longest delay of the loop, with what it waited for a core that others had. */
  readonly delayed: number;
  /** Bytes. */
  readonly rss: number;
  /** Bytes of JavaScript and of what it holds outside its heap. */
  readonly heap: number;
}

/** A server in a process of its own, with a probe in it. */
export interface ServerProcess {
  readonly url: string;
  usage(): Promise<Usage>;
  /** The same after what is not needed any more has been let go of. */
  usageAtRest(): Promise<Usage>;
  stop(): Promise<void>;
}

const PROBE = new URL('probe.mjs', import.meta.url).href;

/** Starts a program that prints an address when it listens. Fails with what it said when it ends before. */
export async function startProcess(
  file: URL,
  { args = [], env = {} }: { readonly args?: readonly string[]; readonly env?: NodeJS.ProcessEnv },
): Promise<ServerProcess> {
  const source = file.pathname.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const profile = process.env.BENCH_PROFILE
    ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
    : [];
  const child = fork(fileURLToPath(file), args, {
    execArgv: ['--expose-gc', ...profile, '--import', PROBE, ...source],
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const url = await listening(child);
  const ask = async (question: string): Promise<Usage> => {
    const answer = once(child, 'message');
    child.send(question);
    const [usage] = await answer;
    return usage;
  };
  return {
    url,
    usage: () => ask('now'),
    usageAtRest: () => ask('collect'),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, port] = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(said) ?? [];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.\n${said}`)));
  });
}
