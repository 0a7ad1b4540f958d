import type { Fact, OwnChannel, Terms } from '@btt/protocol';
import type { Play } from '@/components/play/context';
import { t } from '@/messages';

export interface Line {
  readonly key: string;
  readonly who: string;
  readonly side: string | null;
  readonly text: string;
  /** Something done rather than said. */
  readonly quiet: boolean;
}

type LineFact = Extract<
  Fact,
  {
    type:
      | 'said'
      | 'proposed'
      | 'clause-answered'
      | 'initialled'
      | 'initials-removed'
      | 'draft-shown'
      | 'instructed'
      | 'help-given';
  }
>;

/** A fact as a line of a room, or nothing when it belongs elsewhere. */
export function lineOf(play: Play, channel: OwnChannel, fact: LineFact, at: number): Line[] {
  const { words } = play;
  const by = (role: string | null, text: string, quiet: boolean, id: string): Line[] => [
    {
      key: `${at} ${id}`,
      who: role === null ? t('talk.host') : (play.roles.get(role)?.short ?? role),
      side: role === null ? null : (play.roles.get(role)?.side ?? null),
      text,
      quiet,
    },
  ];
  const note = (id: string | null) => (id === null ? '' : ` “${words[id] ?? t('reveal.deleted')}”`);
  switch (fact.type) {
    case 'said':
      return fact.channel === channel.id
        ? by(fact.role, words[fact.words] ?? t('reveal.deleted'), false, fact.id)
        : [];
    case 'proposed':
      return channel.kind === 'table'
        ? by(
            fact.role,
            t('line.proposed', { terms: termsText(play, fact.terms) }) + note(fact.words),
            true,
            fact.id,
          )
        : [];
    case 'clause-answered':
      return channel.kind === 'table'
        ? by(
            fact.role,
            t(`line.${fact.answer}`, { issue: issueName(play, fact.issue) }) + note(fact.words),
            true,
            fact.id,
          )
        : [];
    case 'initialled':
      return channel.kind === 'table'
        ? by(fact.role, t('line.initialled'), true, `initial ${fact.side}`)
        : [];
    case 'initials-removed':
      return channel.kind === 'table'
        ? [
            {
              key: `${at} removed ${fact.side}`,
              who: sideName(play, fact.side),
              side: fact.side,
              text: t('line.removed'),
              quiet: true,
            },
          ]
        : [];
    case 'draft-shown':
      return channel.kind === 'caucus' ? by(fact.role, t('line.shown'), true, fact.id) : [];
    case 'instructed': {
      if (channel.kind !== 'direct' && channel.kind !== 'caucus') return [];
      if (channel.kind === 'direct' && !channel.members.includes(fact.faction)) return [];
      if (
        channel.kind === 'caucus' &&
        play.own.channels.some((one) => one.kind === 'direct' && one.members.includes(fact.faction))
      )
        return [];
      const wish = fact.issue && fact.option ? termsText(play, { [fact.issue]: fact.option }) : '';
      return by(fact.faction, t('line.instructed', { wish }) + note(fact.words), true, fact.id);
    }
    case 'help-given':
      return channel.kind === 'facilitator' ? by(null, t('line.helped'), true, `help ${at}`) : [];
  }
}

function issueName({ brief }: Play, id: string): string {
  return brief.public.issues.find((issue) => issue.id === id)?.short ?? id;
}

function termsText({ brief }: Pick<Play, 'brief'>, terms: Terms): string {
  return Object.entries(terms)
    .map(([issue, option]) => {
      const found = brief.public.issues.find((one) => one.id === issue);
      const choice = found?.options.find((one) => one.id === option);
      return `${found?.short ?? issue}: ${choice?.short || choice?.label || option}`;
    })
    .join('; ');
}

function sideName({ brief }: Play, id: string): string {
  return brief.public.sides.find((side) => side.id === id)?.name ?? id;
}
