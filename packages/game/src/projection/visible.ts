import type { Fact, PersonId, SessionFact, SessionPart, Viewer, WordsId } from '@btt/protocol';
import type { Part } from '@btt/protocol';

/** Raised when what viewers of a kind may see changes: cursors of an older projection start anew. */
const PROJECTION = 1;

/**
 * The projection: what a viewer is told of an event. A pure function of the parts and of who the viewer is, never of hidden state,
 * and denied by default: a part reaches nobody whom it does not name. No facts = no entry.
 */
export function visible(parts: readonly Part[], viewer: Viewer): Fact[] {
  return parts.filter((part) => mayKnow(part, viewer)).map((part) => part.fact);
}

function mayKnow(part: Part, viewer: Viewer): boolean {
  switch (viewer.kind) {
    case 'host':
      return true;
    case 'seat':
      return part.to === 'everyone' || (part.to !== 'host' && part.to.includes(viewer.role));
    case 'screen':
    case 'observer':
    case 'person':
      return part.to === 'everyone';
  }
}

/** Names are asked for with each event, of the same viewers. */
const epochs = new WeakMap<Viewer, string>();

/** Names the entitlement under which a viewer's entries are numbered. */
export function epochOf(viewer: Viewer): string {
  const known = epochs.get(viewer);
  if (known !== undefined) return known;
  const epoch = entitlement(viewer);
  epochs.set(viewer, epoch);
  return epoch;
}

function entitlement(viewer: Viewer): string {
  if (viewer.kind === 'seat') return `${PROJECTION}:seat:${viewer.role}`;
  if (viewer.kind === 'person') return `${PROJECTION}:person:${viewer.person}`;
  return `${PROJECTION}:${viewer.kind}`;
}

/** What a viewer is told in the feed of the session that all share. */
export function visibleSession(
  parts: readonly SessionPart[],
  viewer: { readonly kind: 'host' | 'screen' | 'person' },
): SessionFact[] {
  return parts.filter((part) => part.to === 'everyone' || viewer.kind === 'host').map((part) => part.fact);
}

/** What one person alone is told. */
export function visibleToPerson(parts: readonly SessionPart[], person: PersonId): SessionFact[] {
  return parts.filter(({ to }) => typeof to === 'object' && to.person === person).map((part) => part.fact);
}

/** People that facts name: their ids are those of their nicknames. */
export function peopleIn(facts: readonly (Fact | SessionFact)[]): PersonId[] {
  const ids = facts.flatMap((fact): (PersonId | null)[] => {
    if (fact.type === 'seat-held') return [...fact.people];
    return 'person' in fact ? [fact.person] : [];
  });
  return [...new Set(ids.flatMap((id) => (id === null ? [] : [id])))];
}

/** Ids of the free text and of the people that facts refer to. A person's id is the id of the nickname. */
export function wordsIn(facts: readonly (Fact | SessionFact)[]): (WordsId | PersonId)[] {
  const ids = facts.flatMap((fact): (string | null)[] => {
    switch (fact.type) {
      case 'said':
        return [fact.words, fact.person];
      case 'proposed':
      case 'clause-answered':
      case 'instructed':
      case 'speech':
      case 'plan-offered':
      case 'lobbied':
      case 'help-asked':
      case 'broadcast':
        return [fact.words];
      case 'speech-drafted':
      case 'speech-handed':
        return [fact.chart.words];
      case 'judged':
        return [fact.person];
      case 'move':
      case 'disclosed':
        return [fact.made.words];
      case 'seat-held':
        return [...fact.people];
      case 'ballot':
      case 'person-joined':
      case 'person-renamed':
      case 'seated':
      case 'watching':
        return [fact.person];
      case 'expected':
        return fact.people.map((one) => one.person);
      case 'host-let-in':
        return [fact.host];
      case 'message':
        return [fact.words];
      default:
        return [];
    }
  });
  return [...new Set(ids.flatMap((id) => (id === null ? [] : [id])))];
}
