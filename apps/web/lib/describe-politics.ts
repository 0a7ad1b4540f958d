import type { PoliticsFact } from '@btt/protocol';
import { t } from '@/messages';
import type { LogLine } from './describe';

/** How the log names what facts refer to by id. */
interface Names {
  readonly role: (id: string | null) => string;
  readonly side: (id: string) => string;
  readonly issue: (id: string) => string;
  readonly option: (issue: string, id: string | null) => string;
  readonly quote: (words: string | null) => string;
}

/** What happens behind the tables, in a sentence for the log. */
export function describePolitics(fact: PoliticsFact, { role, side, issue, option, quote }: Names): LogLine {
  switch (fact.type) {
    case 'plan-offered':
      return {
        kind: 'hidden',
        text:
          t('log.plan', { who: role(fact.by), to: role(fact.to), count: fact.promises.length }) +
          quote(fact.words),
      };
    case 'plan-answered':
      return {
        kind: 'hidden',
        text: t(fact.accepted ? 'log.plan.signed' : 'log.plan.declined', { who: role(fact.role) }),
      };
    case 'promise-settled':
      return { kind: 'hidden', text: t(`log.promise.${fact.how}`) };
    case 'consent-asked':
      return { kind: 'faction', text: t('log.consent', { who: role(fact.role), what: fact.headline }) };
    case 'consent-given':
      return {
        kind: 'faction',
        text: t(fact.yes ? 'log.consent.yes' : 'log.consent.no', { who: role(fact.role) }),
      };
    case 'bloc':
      return {
        kind: 'faction',
        text: t(fact.stands ? 'log.bloc.stands' : 'log.bloc', {
          who: fact.members.map(role).join(', ') || t('log.nobody'),
        }),
      };
    case 'asked':
      return {
        kind: 'faction',
        text: t('log.asked', {
          who: role(fact.faction),
          what: `${issue(fact.issue)}: ${option(fact.issue, fact.option)}`,
        }),
      };
    case 'assured':
      return {
        kind: 'faction',
        text: t(fact.yes ? 'log.assured' : 'log.notAssured', { who: role(fact.role) }),
      };
    case 'lobbied':
      return {
        kind: 'faction',
        text: t('log.lobbied', { who: role(fact.faction), to: role(fact.target) }) + quote(fact.words),
      };
    case 'lobby-answered':
      return { kind: 'faction', text: t(fact.swayed ? 'log.swayed' : 'log.notSwayed') };
    case 'mapped':
      return { kind: 'hidden', text: t('log.mapped', { who: role(fact.role), about: role(fact.about) }) };
    case 'estimated':
      return {
        kind: 'hidden',
        text: t('log.estimated', {
          who: role(fact.role),
          about: role(fact.about),
          range: `${fact.min} … ${fact.max}`,
        }),
      };
    case 'corrected':
      return {
        kind: 'hidden',
        text: t('log.corrected', {
          who: role(fact.role),
          about: role(fact.about),
          verdict: t(`map.${fact.verdict}`),
        }),
      };
    case 'confided':
      return {
        kind: 'hidden',
        text: t('log.confided', { who: role(fact.by), to: role(fact.to), about: role(fact.about) }),
      };
    case 'speech-drafted':
      return {
        kind: 'hidden',
        text:
          t('log.drafted', { who: role(fact.role), side: side(fact.chart.for) }) + quote(fact.chart.words),
      };
    case 'speech-handed':
      return { kind: 'hidden', text: t('log.handed', { who: role(fact.by), to: role(fact.to) }) };
    case 'contradiction':
      return { kind: 'faction', text: t('log.contradiction', { side: side(fact.side) }) };
    case 'acknowledged':
      return {
        kind: 'hidden',
        text: t(`log.acknowledged.${fact.result}`, { who: role(fact.role) }),
      };
    case 'judged':
      return { kind: 'people', text: t(fact.defend ? 'log.judged.yes' : 'log.judged.no') };
  }
}
