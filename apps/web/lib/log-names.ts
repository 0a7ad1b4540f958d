import type { Desk, PublicScenario } from '@btt/protocol';
import { t } from '../messages';

/** How a log names what facts refer to by id: in words, never by the id. */
export interface LogNames {
  readonly desk: Desk;
  readonly role: (id: string | null) => string;
  readonly side: (id: string) => string;
  readonly issue: (id: string) => string;
  readonly option: (issue: string, id: string | null) => string;
  readonly term: (issue: string, option: string) => string;
  readonly channel: (id: string) => string;
  /** A move by its headline. */
  readonly made: (id: string) => string;
  readonly person: (id: string) => string;
  readonly quote: (words: string | null) => string;
}

/**
 * Names for a log. The desk may be later than the facts it is asked about; rooms are known by name to whoever was told of them.
 */
export function logNames(
  scenario: PublicScenario,
  desk: Desk,
  words: Readonly<Record<string, string>>,
  channels: ReadonlyMap<string, string>,
): LogNames {
  const text = (id: string) => words[id] ?? t('reveal.deleted');
  const issueOf = (id: string) => scenario.issues.find((one) => one.id === id);
  const issue = (id: string) => issueOf(id)?.short ?? '';
  const option = (of: string, id: string | null) => {
    const found = issueOf(of)?.options.find((one) => one.id === id);
    return found ? found.short || found.label : t('clause.open');
  };
  return {
    desk,
    role: (id) =>
      id === null ? t('talk.host') : (scenario.roles.find((one) => one.id === id)?.short ?? t('log.nobody')),
    side: (id) => scenario.sides.find((one) => one.id === id)?.name ?? '',
    issue,
    option,
    term: (of, id) => `${issue(of)}: ${option(of, id)}`,
    channel: (id) => channels.get(id) ?? t('talk.title'),
    made: (id) => desk.moves.find((one) => one.id === id)?.headline ?? t('log.something'),
    person: text,
    quote: (id) => (id === null ? '' : `: “${text(id)}”`),
  };
}
