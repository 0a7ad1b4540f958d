import { type Answer, type Joined, type RefusalCode, refuse } from '@btt/protocol';
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
  /** A room code is looked at when it is its turn. */
  async function guess(page: Connection, look: () => Promise<Answer<Joined>>): Promise<Answer<Joined>> {
    if (!page.rates.joins.take(Date.now())) return refuse('too-many');
    const isWrong = (found: Answer<Joined>) => !found.ok && WRONG_GUESSES.has(found.code);
    const found = await wrongCodes.guess({ address: page.neighbourhood, page }, { look, isWrong });
    return found ?? refuse('too-many');
  }

  return {
    join: (page, { id, code, nickname }) => guess(page, () => sessions.join(id, code, nickname)),

    return: (page, { id, code, nickname, returnCode }) =>
      guess(page, () => sessions.comeBack(id, code, nickname, returnCode)),

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
