import { Button } from '@/components/ui/Button';
import { DataTable } from '@/components/ui/DataTable';
import type { Mark, Replay } from '@/lib/replay';
import { t } from '@/messages';
import { Folded } from './Folded';
import { thousands } from './Reading';
import { timeOfDay } from './time';

/** A mark with what could be ratified on all sides just before and just after; null while it is being counted. */
export interface WeighedMark extends Mark {
  readonly number: number;
  readonly before: number | null;
  readonly after: number | null;
}

export function weigh(replay: Replay, marks: readonly Mark[]): WeighedMark[] {
  return marks.map((mark, at) => ({
    ...mark,
    number: at + 1,
    before: (replay.lineAt(mark.position - 1) ?? replay.lineAt(mark.position))?.jointWinSet ?? null,
    after: replay.lineAt(mark.position)?.jointWinSet ?? null,
  }));
}

interface Props {
  readonly replay: Replay;
  readonly marks: readonly WeighedMark[];
  readonly deals: number;
  readonly onGo: (position: number) => void;
}

/** The chart in words: where it begins and ends, what moved it most, and every mark with what it changed. */
export function MarksTable({ replay, marks, deals, onGo }: Props) {
  const start = firstCounted(replay);
  const end = replay.lineAt(replay.length)?.jointWinSet ?? null;
  const moved = marks
    .map((mark) => ({ mark, change: changeOf(mark) ?? 0 }))
    .sort((one, other) => other.change - one.change);
  const [most, worst] = [moved[0], moved.at(-1)];
  return (
    <>
      {start !== null && end !== null && (
        <p className="mt-2 max-w-prose text-sm">
          {t('marks.started', { start: thousands(start), end: thousands(end), deals: thousands(deals) })}{' '}
          {most &&
            most.change > 0 &&
            t('marks.most', { what: most.mark.label, points: dealsText(most.change) })}{' '}
          {worst &&
            worst.change < 0 &&
            t('marks.worst', { what: worst.mark.label, points: dealsText(worst.change) })}
        </p>
      )}
      <Folded title={t('marks.title')}>
        <DataTable
          label={t('marks.title')}
          columns={[
            { key: 'what', name: t('marks.what') },
            { key: 'joint', name: t('marks.joint'), number: true },
            { key: 'number', name: t('marks.number'), number: true },
            { key: 'time', name: t('chart.moment') },
          ]}
          rows={marks.map((mark) => ({
            key: `${mark.position} ${mark.label}`,
            cells: [
              mark.label,
              mark.before === null || mark.after === null
                ? '–'
                : `${thousands(mark.before)} → ${thousands(mark.after)}`,
              <Button
                key="go"
                className="tabular-nums"
                aria-label={t('marks.go', { number: mark.number })}
                onClick={() => onGo(mark.position)}
              >
                {mark.number}
              </Button>,
              timeOfDay(mark.at),
            ],
          }))}
          empty={t('moment.nothing')}
        />
      </Folded>
    </>
  );
}

function changeOf({ before, after }: WeighedMark): number | null {
  return before === null || after === null ? null : after - before;
}

function firstCounted(replay: Replay): number | null {
  for (let position = 1; position <= replay.length; position++) {
    const line = replay.lineAt(position);
    if (line) return line.jointWinSet;
  }
  return null;
}

const dealsText = (change: number) =>
  t('marks.count', { count: change < 0 ? `−${thousands(-change)}` : `+${thousands(change)}` });
