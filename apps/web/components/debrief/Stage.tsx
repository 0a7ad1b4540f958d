'use client';
import type { Desk, RefereeLine, TableRecord } from '@btt/protocol';
import { Board } from '@/components/board/Board';
import type { BoardFaction, BoardSide, Stand } from '@/components/board/types';
import { Panel } from '@/components/ui/Panel';
import type { Eyes } from '@/lib/replay';
import { factionScore, signed } from '@/lib/score';
import { t } from '@/messages';
import { DraftTable } from './DraftTable';

interface Props {
  readonly record: TableRecord;
  readonly desk: Desk;
  /** The referee's line, when the whole truth is looked at. */
  readonly line: RefereeLine | null;
  readonly eyes: Eyes;
}

const STATED: Record<'for' | 'against' | 'undecided', Stand> = { for: 'supporter', against: 'opponent', undecided: 'undecided' };

/** The board and the draft as they then were: with true supports for everybody's eyes, with what it knew for a role's. */
export function Stage({ record, desk, line, eyes }: Props) {
  const scenario = record.brief.public;
  const own = eyes.kind === 'role' ? record.briefs[eyes.role]?.own : null;
  const ownScore = own ? factionScore(own, desk.effects, desk.deal ?? termsSeen(desk, scenario.roles.find((role) => role.id === own.role)?.kind)) : null;
  const sides = scenario.sides.map((side): BoardSide => {
    const head = scenario.roles.find((role) => role.side === side.id && role.initials);
    return { id: side.id, name: side.name, short: side.short, colour: side.colour, head: head ? { id: head.id, short: head.short } : null, sealed: desk.initials[side.id] !== undefined || desk.deal !== null };
  });
  const factions = scenario.roles
    .filter((role) => role.kind === 'faction')
    .map((role): BoardFaction => {
      const support = line?.supports[role.id];
      const stated = desk.stances[role.id]?.public;
      const stand: Stand = line ? (line.votes[role.id] === 'yes' ? 'supporter' : line.votes[role.id] === 'no' ? 'opponent' : 'undecided') : stated ? STATED[stated] : (role.reputation ?? 'undecided');
      const mine = eyes.kind === 'role' && eyes.role === role.id;
      return { id: role.id, side: role.side ?? '', name: role.name, short: role.short, weight: role.weight ?? 0, stand, mine, value: support !== undefined ? signed(support) : mine && ownScore ? signed(ownScore.total) : null };
    });
  const newest = desk.moves.at(-1);
  const arrows = newest
    ? [
        {
          id: newest.id,
          from: headOf(record, newest.role),
          to: eyes.kind === 'all' ? touchedBy(desk, newest.id) : [],
          label: newest.headline,
        },
      ]
    : [];
  return (
    <Panel title={eyes.kind === 'all' ? t('stage.truth') : t('stage.eyes', { role: scenario.roles.find((role) => role.id === eyes.role)?.name ?? '' })} aside={t(`phase.${desk.phase}`)}>
      <Board sides={sides} factions={factions} arrows={arrows} />
      {newest && (
        <p className="mb-3 font-serif text-sm text-brass">
          {t('stage.newest')} {newest.headline}
        </p>
      )}
      <DraftTable scenario={scenario} desk={desk} eyes={eyes} />
    </Panel>
  );
}

function headOf(record: TableRecord, id: string): string {
  const { roles } = record.brief.public;
  const role = roles.find((one) => one.id === id);
  return role?.kind === 'faction' ? id : (roles.find((one) => one.side === role?.side && one.initials)?.id ?? id);
}

/** Factions that felt something because of a move. */
function touchedBy(desk: Desk, move: string): string[] {
  return [...new Set(desk.effects.filter((effect) => desk.behind[effect.id]?.cause === move).map((effect) => effect.faction))];
}

function termsSeen(desk: Desk, kind: string | undefined): Readonly<Record<string, string>> {
  const text = kind === 'negotiator' || kind === 'aide' ? desk.text : (desk.shown?.draft ?? {});
  return Object.fromEntries(Object.entries(text).flatMap(([issue, clause]) => (clause.option === null ? [] : [[issue, clause.option]])));
}
