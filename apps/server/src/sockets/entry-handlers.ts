import { setTimeout as wait } from 'node:timers/promises';
import { type RefusalCode, refuse } from '@btt/protocol';
import type { Patience } from '../limits/patience';
import { hashOf } from '../sessions/secrets';
import { openSolo } from '../sessions/solo';
import type { Connection } from './connection';
import type { Handlers } from './messages';
import type { Services } from './services';

type Names = 'join' | 'return' | 'host' | 'solo';

/** How somebody who has no token yet gets one. */
export function entryHandlers({
  sessions,
  hostGate,
  catalogue,
  hostings,
  wrongCodes,
}: Services): Pick<Handlers, Names> {
  /** Lets a guess pass after its time. False = too many wait already. */
  async function admitted(page: Connection, patience: Patience): Promise<boolean> {
    const pause = patience.wait(page.neighbourhood, Date.now());
    if (pause !== null && pause > 0) await wait(pause);
    return pause !== null;
  }

  return {
    async join(page, { id, code, nickname }) {
      if (!page.rates.joins.take(Date.now()) || !(await admitted(page, wrongCodes)))
        return refuse('too-many');
      const joined = await sessions.join(id, code, nickname);
      if (!joined.ok && joined.code === 'unknown-code') wrongCodes.wrong(page.neighbourhood, Date.now());
      return joined;
    },

    async return(page, { id, code, nickname, returnCode }) {
      if (!page.rates.joins.take(Date.now()) || !(await admitted(page, wrongCodes)))
        return refuse('too-many');
      const back = await sessions.comeBack(id, code, nickname, returnCode);
      if (!back.ok && WRONG_GUESSES.has(back.code)) wrongCodes.wrong(page.neighbourhood, Date.now());
      return back;
    },

    async host(page, { id, scenario, language, settings, pass, owner }) {
      if (!hostings.take(page.neighbourhood, Date.now())) return refuse('too-many');
      const code = await hostGate.admit(page.neighbourhood, pass);
      if (code) return refuse(code);
      const opened = await catalogue.game(owner === undefined ? null : hashOf(owner), scenario, language);
      return opened.ok ? sessions.host(id, opened.game, settings) : opened;
    },

    async solo(page, { id, scenario, language, role, nickname, pass, owner }) {
      if (!hostings.take(page.neighbourhood, Date.now())) return refuse('too-many');
      const code = await hostGate.admit(page.neighbourhood, pass);
      if (code) return refuse(code);
      const opened = await catalogue.game(owner === undefined ? null : hashOf(owner), scenario, language);
      return opened.ok ? openSolo(sessions, { id, game: opened.game, role, nickname }) : opened;
    },
  };
}

/** Refusals that come of guessing. */
const WRONG_GUESSES: ReadonlySet<RefusalCode> = new Set([
  'unknown-code',
  'unknown-person',
  'wrong-return-code',
]);
