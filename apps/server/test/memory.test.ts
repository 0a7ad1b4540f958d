import { createMemoryStore } from '@btt/eventstore';
import { smallScenario } from '@btt/scenario/test-support';
import { describe, expect, it } from 'vitest';
import { createLibrary } from '../src/scenarios/library';
import { openDeriver } from '../src/sessions/secrets';
import type { Listener } from '../src/sessions/session';
import { createReturnCodes } from '../src/sessions/return-codes';
import { createSessions } from '../src/sessions/sessions';
import { createShelf } from '../src/sessions/shelf';
import { createTokens } from '../src/sessions/tokens';
import { granted } from './running';
import { newId } from './wire';

const NOBODY_LISTENS: Listener = {
  sessionTold: () => undefined,
  tableTold: () => undefined,
  lessonTold: () => undefined,
  tableOpened: () => undefined,
};
const MINUTE = 60_000;

async function installation() {
  const store = createMemoryStore();
  const library = createLibrary([{ scenario: smallScenario(), hash: 'river' }], store);
  const failed = (error: unknown) => expect.unreachable(String(error));
  const deriver = await openDeriver(store);
  const tokens = createTokens(store);
  const returnCodes = createReturnCodes(store, deriver);
  return createSessions({
    store,
    library,
    deriver,
    tokens,
    returnCodes,
    shelf: createShelf({ store, tokens, returnCodes, retentionDays: 0 }),
    listener: NOBODY_LISTENS,
    fresh: async () => undefined,
    failed,
  });
}

describe('a session in memory', () => {
  it('is forgotten when nobody has asked for it lately and nobody is there, and is the same when it comes back', async () => {
    const sessions = await installation();
    const { session, code } = granted(await sessions.host(newId(), 'small-river', undefined));
    granted(await sessions.join(newId(), code, 'Anna'));
    const before = (await sessions.get(session))?.view();

    sessions.forgetIdle(Date.now() + 11 * MINUTE, () => true);
    sessions.forgetIdle(Date.now() + 9 * MINUTE, () => false);
    expect(sessions.loaded()).toHaveLength(1);
    sessions.forgetIdle(Date.now() + 11 * MINUTE, () => false);
    expect(sessions.loaded()).toHaveLength(0);

    const again = await sessions.get(session);
    expect(again?.view()).toEqual(before);
    expect(again?.nameTaken('ANNA', '')).toBe(true);
    expect([...(again?.tables.keys() ?? [])]).toEqual([`${session}-1`]);
  });

  it('that was opened twice under one id is one session, with the same tokens and code', async () => {
    const sessions = await installation();
    const id = newId();
    const first = await sessions.host(id, 'small-river', undefined);
    expect(await sessions.host(id, 'small-river', { rounds: 9 })).toEqual(first);
    expect(await sessions.host(newId(), 'small-river', undefined)).not.toEqual(first);
    expect(await sessions.host(newId(), 'no-such', undefined)).toMatchObject({
      ok: false,
      code: 'unknown-scenario',
    });
    expect(sessions.loaded()).toHaveLength(2);
  });

  it('says what the scenario says to a seat once, however many tables play it', async () => {
    const sessions = await installation();
    for (let at = 0; at < 2; at++) granted(await sessions.host(newId(), 'small-river', undefined));
    const [one, other] = sessions.loaded().flatMap(({ tables }) => [...tables.values()]);
    const mara = { kind: 'seat', role: 'mara' } as const;
    expect(one?.feed.brief(mara)?.own?.role).toBe('mara');
    expect(other?.feed.brief(mara)).toBe(one?.feed.brief(mara));
    expect(one?.feed.brief({ kind: 'observer' })).not.toBe(one?.feed.brief(mara));
  });
});
