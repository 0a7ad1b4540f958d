import { fileURLToPath } from 'node:url';

/** Everything that the environment decides. Read once, here and nowhere else. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly scenariosFolder: string;
  readonly webFolder: string;
  /** When set, opening a session asks for it. */
  readonly hostPass: string | undefined;
  /** Address under which the class reaches this server, if it is not the one it is asked on. */
  readonly publicUrl: string | undefined;
  readonly logLevel: string;
}

const ROOT = new URL('../../../', import.meta.url);
const below = (path: string) => fileURLToPath(new URL(path, ROOT));

/** Throws an Error with a sentence when a value cannot be used. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${env.PORT}".`);
  const publicUrl = env.PUBLIC_ADDRESS ?? env.PUBLIC_URL;
  if (publicUrl !== undefined && !URL.canParse(publicUrl))
    throw new Error(`PUBLIC_URL must be an address such as https://table.example.org, not "${publicUrl}".`);
  return {
    port,
    host: env.HOST ?? '0.0.0.0',
    dataFolder: env.DATA_FOLDER ?? below('data'),
    databaseUrl: env.DATABASE_URL,
    scenariosFolder: env.SCENARIOS_FOLDER ?? below('scenarios'),
    webFolder: env.WEB_FOLDER ?? below('apps/web/out'),
    hostPass: env.HOST_PASS || undefined,
    publicUrl,
    logLevel: env.LOG_LEVEL ?? 'warn',
  };
}
