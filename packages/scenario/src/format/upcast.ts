import { FORMAT } from './scenario';

export type RawMapping = Readonly<Record<string, unknown>>;

/** Rewrites a scenario of one format version into the next. Must accept anything: what is wrong is reported afterwards. */
export type Upcaster = (raw: RawMapping) => RawMapping;

/** The upcaster under version n reads n and writes n + 1. */
export type UpcasterChain = Readonly<Record<number, Upcaster>>;

/** No older version exists yet. */
const UPCASTERS: UpcasterChain = {};

export type Upcast =
  | { readonly ok: true; readonly raw: RawMapping }
  | { readonly ok: false; readonly problem: 'no-version' | 'too-new' | 'too-old' };

/** Brings a scenario of any readable format version to the newest. */
export function upcast(raw: RawMapping, chain: UpcasterChain = UPCASTERS): Upcast {
  const written = raw['format'];
  if (typeof written !== 'number' || !Number.isInteger(written)) return { ok: false, problem: 'no-version' };
  if (written > FORMAT) return { ok: false, problem: 'too-new' };
  let current = raw;
  for (let version = written; version < FORMAT; version += 1) {
    const step = chain[version];
    if (step === undefined) return { ok: false, problem: 'too-old' };
    current = { ...step(current), format: version + 1 };
  }
  return { ok: true, raw: current };
}
