'use client';
import type { Answer, LessonView, TableRecord } from '@btt/protocol';
import { useEffect, useMemo, useState } from 'react';
import { Stage } from '@/components/debrief/Stage';
import { Notice } from '@/components/ui/Notice';
import { useClient } from '@/lib/live';
import { createReplay } from '@/lib/replay';
import { useTableName } from '@/lib/table-name';
import { t } from '@/messages';

const EVERYBODY = { kind: 'all' } as const;

/** The moment of a replay that everybody looks at, or that none has been chosen yet. */
export function ShownMoment({ moment }: { readonly moment: LessonView['moment'] }) {
  const name = useTableName(moment?.table);
  return (
    <section className="flex flex-col gap-3">
      {moment ? (
        <>
          <h2 className="text-lg">{t('moment.shown', { table: name })}</h2>
          <At key={moment.table} table={moment.table} position={moment.position} />
        </>
      ) : (
        <p role="status">{t('moment.wait')}</p>
      )}
    </section>
  );
}

function At({ table, position }: { readonly table: string; readonly position: number }) {
  const client = useClient();
  const [answer, setAnswer] = useState<Answer<TableRecord> | null>(null);
  useEffect(() => {
    let left = false;
    void client?.record(table).then((one) => {
      if (!left) setAnswer(one);
    });
    return () => {
      left = true;
    };
  }, [client, table]);
  if (answer === null) return <p role="status">{t('debrief.loading')}</p>;
  if (!answer.ok) return <Notice tone="error">{answer.message}</Notice>;
  return <Shown record={answer} position={position} />;
}

function Shown({ record, position }: { readonly record: TableRecord; readonly position: number }) {
  const replay = useMemo(() => createReplay(record), [record]);
  const at = Math.min(position, replay.length);
  return (
    <Stage record={record} desk={replay.deskAt(at, EVERYBODY)} line={replay.lineAt(at)} eyes={EVERYBODY} />
  );
}
