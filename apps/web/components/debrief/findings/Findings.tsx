import type { Answer, FindingsOfTable, TableRecord } from '@btt/protocol';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/messages';
import { Compared } from './Compared';
import { Deeds } from './Deeds';
import { Mattered } from './Mattered';
import { namesFor } from './names';
import { Scores } from './Scores';
import { Words } from './Words';

export const CHAPTERS = ['mattered', 'deeds', 'words', 'scores', 'compared'] as const;
export type Chapter = (typeof CHAPTERS)[number];

interface Props {
  readonly record: TableRecord;
  readonly chapter: Chapter;
  /** null while it is being read. */
  readonly answer: Answer<FindingsOfTable> | null;
}

/** What can be read from the record, a chapter at a time. */
export function Findings({ record, chapter, answer }: Props) {
  const names = namesFor(record);
  if (chapter === 'compared') return <Compared names={names} />;
  if (answer === null) return <p role="status">{t('findings.loading')}</p>;
  if (!answer.ok) return <Notice tone="error">{answer.message}</Notice>;
  const { findings } = answer;
  switch (chapter) {
    case 'mattered':
      return <Mattered findings={findings} names={names} />;
    case 'deeds':
      return <Deeds findings={findings} names={names} />;
    case 'words':
      return <Words findings={findings} names={names} />;
    case 'scores':
      return <Scores findings={findings} names={names} />;
  }
}
