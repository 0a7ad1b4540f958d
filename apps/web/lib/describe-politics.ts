import type { PoliticsFact } from '@btt/protocol';
import { signed } from './signed';
import { t } from '../messages';
import { counted } from './counted';
import type { LogKind, LogLine } from './describe';
import type { LogNames } from './log-names';

/** What happens behind the tables, in a sentence for the log. */
export function describePolitics(fact: PoliticsFact, names: LogNames): LogLine {
  return { kind: kindOf(fact), text: politicsText(fact, names) };
}

function kindOf({ type }: PoliticsFact): LogKind {
  switch (type) {
    case 'consent-asked':
    case 'consent-given':
    case 'bloc':
    case 'asked':
    case 'assured':
    case 'lobbied':
    case 'lobby-answered':
    case 'contradiction':
      return 'faction';
    case 'judged':
      return 'people';
    case 'plan-offered':
    case 'plan-answered':
    case 'promise-settled':
    case 'mapped':
    case 'estimated':
    case 'corrected':
    case 'confided':
    case 'speech-drafted':
    case 'speech-handed':
    case 'acknowledged':
      return 'hidden';
  }
}

/** The same in the news and in the log. */
export function politicsText(fact: PoliticsFact, names: LogNames): string {
  const { desk, role, side, term, made, quote } = names;
  const { plans, consents, questions, lobbies } = desk.politics;
  switch (fact.type) {
    case 'plan-offered':
      return (
        counted('log.plan', fact.promises.length, { who: role(fact.by), to: role(fact.to) }) +
        quote(fact.words)
      );
    case 'plan-answered': {
      const to = role(plans[fact.plan]?.by ?? '');
      return t(fact.accepted ? 'log.plan.signed' : 'log.plan.declined', { who: role(fact.role), to });
    }
    case 'promise-settled': {
      const plan = plans[fact.plan];
      return t(`log.promise.${fact.how}`, {
        side: side(plan?.promises[fact.promise]?.side ?? ''),
        who: role(plan?.by ?? ''),
        to: role(plan?.to ?? ''),
      });
    }
    case 'consent-asked':
      return t('log.consent', { who: role(fact.role), what: fact.headline });
    case 'consent-given': {
      const what = consents[fact.move]?.headline ?? t('log.something');
      return t(fact.yes ? 'log.consent.yes' : 'log.consent.no', { who: role(fact.role), what });
    }
    case 'bloc':
      if (fact.members.length === 0) return t('log.bloc.nobody');
      return t(fact.stands ? 'log.bloc.stands' : 'log.bloc', { who: fact.members.map(role).join(', ') });
    case 'asked':
      return t('log.asked', { who: role(fact.faction), what: term(fact.issue, fact.option) });
    case 'assured': {
      const asked = questions[fact.question];
      const what = asked ? term(asked.issue, asked.option) : t('log.something');
      return t(fact.yes ? 'log.assured' : 'log.notAssured', { who: role(fact.role), what });
    }
    case 'lobbied':
      return (
        t(`log.lobbied.${fact.wants}`, { who: role(fact.faction), to: role(fact.target) }) + quote(fact.words)
      );
    case 'lobby-answered': {
      const lobby = lobbies[fact.lobby];
      return t(fact.swayed ? 'log.swayed' : 'log.notSwayed', {
        who: role(lobby?.faction ?? ''),
        to: role(lobby?.target ?? ''),
      });
    }
    case 'mapped':
      return t('log.mapped', { who: role(fact.role), about: role(fact.about) });
    case 'estimated':
      return t('log.estimated', {
        who: role(fact.role),
        about: role(fact.about),
        min: signed(fact.min),
        max: signed(fact.max),
      });
    case 'corrected':
      return t('log.corrected', {
        who: role(fact.role),
        about: role(fact.about),
        stance: signed(fact.stance),
        verdict: t(`map.${fact.verdict}`),
      });
    case 'confided':
      return t('log.confided', { who: role(fact.by), to: role(fact.to), about: role(fact.about) });
    case 'speech-drafted':
      return t('log.drafted', { who: role(fact.role), side: side(fact.chart.for) }) + quote(fact.chart.words);
    case 'speech-handed':
      return t('log.handed', { who: role(fact.by), to: role(fact.to) });
    case 'contradiction':
      return t('log.contradiction', { side: side(fact.side) });
    case 'acknowledged':
      return t(`log.acknowledged.${fact.result}`, { who: role(fact.role), what: made(fact.of) });
    case 'judged':
      // By whom is nobody's business: the class talks about the moves.
      return t(fact.defend ? 'log.judged.yes' : 'log.judged.no', { what: made(fact.of) });
  }
}
