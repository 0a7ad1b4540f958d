import type { PoliticsDesk } from './desk';
import type { PoliticsFact } from './facts';

/** Adds one fact to what is known of the politics behind the table. */
export function foldPolitics(desk: PoliticsDesk, fact: PoliticsFact): PoliticsDesk {
  switch (fact.type) {
    case 'plan-offered': {
      const { by, to, words, round } = fact;
      const promises = fact.promises.map((promise) => ({ ...promise, state: 'open' as const }));
      const plan = { by, to, words, round, promises, state: 'offered' as const };
      return { ...desk, plans: { ...desk.plans, [fact.id]: plan } };
    }
    case 'plan-answered':
      return {
        ...desk,
        plans: changed(desk.plans, fact.plan, (plan) => ({
          ...plan,
          state: fact.accepted ? 'signed' : 'declined',
        })),
      };
    case 'promise-settled':
      return {
        ...desk,
        plans: changed(desk.plans, fact.plan, (plan) => ({
          ...plan,
          promises: plan.promises.map((promise, at) =>
            at === fact.promise ? { ...promise, state: fact.how } : promise,
          ),
        })),
      };
    case 'consent-asked': {
      const { role, headline, of } = fact;
      return { ...desk, consents: { ...desk.consents, [fact.move]: { role, headline, of, given: {} } } };
    }
    case 'consent-given':
      return {
        ...desk,
        consents: changed(desk.consents, fact.move, (asked) => ({
          ...asked,
          given: { ...asked.given, [fact.role]: fact.yes },
        })),
      };
    case 'bloc': {
      const { factions, members, stands } = fact;
      return { ...desk, blocs: { ...desk.blocs, [fact.bloc]: { factions, members, stands } } };
    }
    case 'asked': {
      const { faction, issue, option } = fact;
      return { ...desk, questions: { ...desk.questions, [fact.id]: { faction, issue, option, yes: null } } };
    }
    case 'assured':
      return {
        ...desk,
        questions: changed(desk.questions, fact.question, (asked) => ({ ...asked, yes: fact.yes })),
      };
    case 'lobbied': {
      const { faction, target, wants, words } = fact;
      return {
        ...desk,
        lobbies: { ...desk.lobbies, [fact.id]: { faction, target, wants, words, swayed: null } },
      };
    }
    case 'lobby-answered':
      return {
        ...desk,
        lobbies: changed(desk.lobbies, fact.lobby, (lobby) => ({ ...lobby, swayed: fact.swayed })),
      };
    case 'mapped':
      return {
        ...desk,
        maps: { ...desk.maps, [fact.role]: { ...desk.maps[fact.role], [fact.about]: fact.entry } },
      };
    case 'estimated':
      return { ...desk, estimates: [...desk.estimates, bare(fact)] };
    case 'corrected':
      return { ...desk, corrections: [...desk.corrections, bare(fact)] };
    case 'confided':
      // Somebody who hears of it later is told the same card again.
      return desk.cards.some((card) => card.id === fact.id)
        ? desk
        : { ...desk, cards: [...desk.cards, bare(fact)] };
    case 'speech-drafted':
      return {
        ...desk,
        charts: { ...desk.charts, [fact.id]: { role: fact.role, chart: fact.chart, handedTo: [] } },
      };
    case 'speech-handed': {
      const before = desk.charts[fact.draft];
      const handedTo = [...(before?.handedTo ?? []), fact.to];
      const chart = { role: before?.role ?? fact.by, chart: fact.chart, handedTo };
      return { ...desk, charts: { ...desk.charts, [fact.draft]: chart } };
    }
    case 'contradiction':
      return { ...desk, contradictions: [...desk.contradictions, bare(fact)] };
    case 'acknowledged':
      return { ...desk, acknowledged: { ...desk.acknowledged, [fact.of]: fact.result } };
    case 'judged':
      return {
        ...desk,
        judgements: {
          ...desk.judgements,
          [fact.of]: { ...desk.judgements[fact.of], [fact.person]: fact.defend },
        },
      };
  }
}

/** With one entry changed; as it was, where there is none: the viewer was not told of what this is about. */
function changed<T>(
  all: Readonly<Record<string, T>>,
  key: string,
  change: (one: T) => T,
): Readonly<Record<string, T>> {
  const found = all[key];
  return found === undefined ? all : { ...all, [key]: change(found) };
}

function bare<T extends { readonly type: string }>(fact: T): Omit<T, 'type'> {
  const { type: _type, ...rest } = fact;
  return rest;
}
