import type { Fact } from '@btt/protocol';
import { signed } from './signed';
import { t } from '../messages';
import { counted } from './counted';
import { chanceText, drawnText, oddsText } from './describe-chance';
import { describePolitics } from './describe-politics';
import type { LogNames } from './log-names';

export type LogKind =
  | 'clock'
  | 'draft'
  | 'move'
  | 'press'
  | 'talk'
  | 'faction'
  | 'home'
  | 'hidden'
  | 'people';

export interface LogLine {
  readonly kind: LogKind;
  readonly text: string;
}

/** One fact in a sentence for a log, from the host's point of view. Null for facts that need no line of their own. */
export function describe(fact: Fact, names: LogNames): LogLine | null {
  const { desk, role, side, issue, option, quote } = names;
  const line = (kind: LogKind, text: string): LogLine => ({ kind, text });
  switch (fact.type) {
    case 'phase':
      return line(
        'clock',
        fact.phase === 'bargaining'
          ? t('log.round', { round: fact.round })
          : t('log.phase', { phase: t(`phase.${fact.phase}`) }),
      );
    case 'clock':
      return line('clock', fact.paused === null ? t('log.clock') : t('log.paused'));
    case 'proposed':
      return line(
        'draft',
        t('log.proposed', {
          who: role(fact.role),
          terms: Object.entries(fact.terms)
            .map(([of, id]) => `${issue(of)}: ${option(of, id)}`)
            .join('; '),
        }) + quote(fact.words),
      );
    case 'clause-answered':
      return line(
        'draft',
        t(`log.${fact.answer}`, { who: role(fact.role), issue: issue(fact.issue) }) + quote(fact.words),
      );
    case 'draft-shown':
      return line('draft', t('log.shown', { who: role(fact.role) }));
    case 'initialled':
      return line('draft', t('log.initialled', { who: role(fact.role) }));
    case 'initials-removed':
      return line('draft', t('log.removed', { side: side(fact.side) }));
    case 'agreement':
      return line('home', t('log.agreement'));
    case 'move':
      return line('move', `${role(fact.made.role)}: ${fact.made.headline}${quote(fact.made.words)}`);
    case 'disclosed':
      return line('press', t('log.disclosed', { what: fact.made.headline }));
    case 'move-secret':
      return line('hidden', t('log.secret', { what: fact.label }));
    case 'effect':
      return line(
        'hidden',
        t('log.effect', { faction: role(fact.effect.faction), points: signed(fact.effect.points) }),
      );
    case 'effect-ended':
      return line('hidden', t('log.effectEnded', { faction: role(fact.faction) }));
    case 'drawn':
      return line('hidden', drawnText(fact, names));
    case 'draw-pending':
      return line(
        'hidden',
        t('log.chance.pending', {
          what: chanceText(fact, names),
          odds: oddsText(fact.odds),
          round: fact.round,
        }),
      );
    case 'event':
      return line('press', `${fact.date}: ${fact.headline}`);
    case 'told':
      return line('press', fact.text);
    case 'rounds-lost':
      return line('clock', counted('log.lost', fact.rounds));
    case 'bound':
      return line('hidden', t('log.bound', { text: fact.text }));
    case 'released':
      return line(
        'hidden',
        t(fact.how === 'kept' ? 'log.kept' : 'log.broken', {
          what: desk.obligations[fact.obligation]?.text ?? t('log.something'),
        }),
      );
    case 'stance':
      return line(
        'faction',
        t(fact.public ? 'log.stance.public' : 'log.stance.private', {
          who: role(fact.faction),
          stance: t(`stance.${fact.stance}`),
        }),
      );
    case 'instructed':
      return line(
        'faction',
        t('log.instructed', {
          who: role(fact.faction),
          wish: fact.issue ? `${issue(fact.issue)}: ${option(fact.issue, fact.option)}` : '',
        }) + quote(fact.words),
      );
    case 'reacted':
      return line(
        'faction',
        t('log.reacted', { who: role(fact.faction), reaction: t(`react.${fact.reaction}`) }),
      );
    case 'said':
      return line(
        fact.channel === 'press' ? 'press' : 'talk',
        t('log.said', { who: role(fact.role), channel: names.channel(fact.channel) }) + quote(fact.words),
      );
    case 'broadcast':
      return line('press', t('log.broadcast') + quote(fact.words));
    case 'speech':
      return line(
        'home',
        counted('log.speech', fact.answers.length, { who: role(fact.role) }) + quote(fact.words),
      );
    case 'speech-rated':
      return line(
        'home',
        t('log.rated', { who: role(fact.faction), rating: t(`speech.rate.${fact.rating as -1 | 0 | 1}`) }),
      );
    case 'ballot':
      return line('home', t('log.ballot', { who: role(fact.faction), vote: t(`vote.${fact.vote}`) }));
    case 'result':
    case 'ended':
      return line('home', fact.sentence);
    case 'help-asked':
      return line('people', t('log.help', { who: role(fact.role) }) + quote(fact.words));
    case 'seat-held':
      return line(
        'people',
        t('log.seat', {
          role: role(fact.role),
          who: fact.people.map(names.person).join(', ') || t('log.nobody'),
        }),
      );
    case 'ready':
      return line('people', t('log.ready', { who: role(fact.role) }));
    case 'autopilot':
      return line('people', t(`log.autopilot.${fact.on ? 'on' : 'off'}`, { role: role(fact.role) }));
    case 'table-opened':
    case 'capital':
    case 'capital-round':
    case 'clause':
    case 'effect-behind':
    case 'ballot-in':
    case 'help-given':
    case 'debrief-opened':
      return null;
    default:
      return describePolitics(fact, names);
  }
}
