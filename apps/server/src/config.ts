import { fileURLToPath } from 'node:url';

/** Everything that the environment decides. */
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
  /** Proxies of our own in front of this server, whose word about addresses is believed. */
  readonly trustedProxies: number;
  readonly logLevel: string;
  /** Where copies of the embedded database are put, if anywhere, and how many hours apart. */
  readonly backupFolder: string | undefined;
  readonly backupHours: number;
  /** Days without any event after which a session is deleted with everything in it; 0 = never. */
  readonly retentionDays: number;
}

/** A setting that cannot be used; the message says which and what it could be. */
export class WrongSetting extends Error {}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

// The bundle lies as deep below the repository as this file does.
const ROOT = new URL('../../../', import.meta.url);
const below = (path: string) => fileURLToPath(new URL(path, ROOT));

/** Reads the settings; an empty one counts as left out. Throws `WrongSetting`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return {
    port: portOf(env.PORT),
    host: env.HOST || '0.0.0.0',
    dataFolder: env.DATA_FOLDER || below('data'),
    databaseUrl: env.DATABASE_URL || undefined,
    scenariosFolder: env.SCENARIOS_FOLDER || below('scenarios'),
    webFolder: env.WEB_FOLDER || below('apps/web/out'),
    hostPass: env.HOST_PASS || undefined,
    publicUrl: addressOf(env.PUBLIC_URL || env.PUBLIC_ADDRESS),
    trustedProxies: proxiesOf(env.TRUSTED_PROXIES),
    logLevel: levelOf(env.LOG_LEVEL),
    backupFolder: env.BACKUP_FOLDER || undefined,
    backupHours: hoursOf(env.BACKUP_HOURS),
    retentionDays: daysOf(env.RETENTION_DAYS),
  };
}

function portOf(text: string | undefined): number {
  const port = Number(text || 3000);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new WrongSetting(`PORT must be a number from 0 to 65535, not "${text}".`);
}

const MOST_PROXIES = 9;

function proxiesOf(text: string | undefined): number {
  const proxies = Number(text || 0);
  if (Number.isInteger(proxies) && proxies >= 0 && proxies <= MOST_PROXIES) return proxies;
  throw new WrongSetting(`TRUSTED_PROXIES must be a number from 0 to ${MOST_PROXIES}, not "${text}".`);
}

const RETENTION_DAYS = 180;
const MOST_DAYS = 3650;

function daysOf(text: string | undefined): number {
  const days = Number(text || RETENTION_DAYS);
  if (Number.isInteger(days) && days >= 0 && days <= MOST_DAYS) return days;
  throw new WrongSetting(
    `RETENTION_DAYS must be a number of days from 0 (never) to ${MOST_DAYS}, not "${text}".`,
  );
}

function hoursOf(text: string | undefined): number {
  const hours = Number(text || 24);
  if (hours >= 0.1 && hours <= 500) return hours;
  throw new WrongSetting(`BACKUP_HOURS must be a number from 0.1 to 500, not "${text}".`);
}

function addressOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))
    return new URL(text).href.replace(/\/$/, '');
  throw new WrongSetting(`PUBLIC_URL must be an address such as https://table.example.org, not "${text}".`);
}

function levelOf(text: string | undefined): string {
  const level = text || 'warn';
  if (LEVELS.includes(level)) return level;
  throw new WrongSetting(`LOG_LEVEL must be one of ${LEVELS.join(', ')}, not "${text}".`);
}
