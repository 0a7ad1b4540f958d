'use client';
import { usePlay } from '@/components/play/context';
import { Notice } from '@/components/ui/Notice';
import { ResultView } from '@/components/result/ResultView';
import { t } from '@/messages';
import { TalkPanel } from './TalkPanel';

/** The count opens side by side, on everybody's screen at once. */
export function Count() {
  const { desk, brief } = usePlay();
  const result = desk.results.at(-1);
  const waiting = desk.outcome === null ? t('count.maybeBack') : t('count.over');
  return (
    <div className="mx-auto grid max-w-5xl gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-3">
        {desk.outcome && !result && (
          <section className="rounded-lg border border-line bg-sheet p-6">
            <h2 className="text-2xl">{t(`outcome.${desk.outcome.outcome}`)}</h2>
            <p className="mt-2 font-serif text-lg">{desk.outcome.sentence}</p>
          </section>
        )}
        {result && <ResultView result={result} scenario={brief.public} />}
        <Notice role="status">{waiting}</Notice>
      </div>
      <div className="min-w-0">
        <TalkPanel />
      </div>
    </div>
  );
}
