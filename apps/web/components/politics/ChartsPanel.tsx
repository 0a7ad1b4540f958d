'use client';
import { useState } from 'react';
import { usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { counted } from '@/lib/counted';
import { t } from '@/messages';
import { ChartCard } from './ChartCard';
import { ChartForm } from './ChartForm';
import { Fold } from './Fold';
import { chartsOf } from './lists';

/** Drafts of acceptance speeches: those there are, and a new one, for one's own side or to help another. */
export function ChartsPanel() {
  const { own, desk } = usePlay();
  const [drafting, setDrafting] = useState(false);
  const charts = chartsOf(desk);
  if (own.politics.drafts === null) return null;
  return (
    <Fold
      title={t('draftSpeech.title')}
      aside={charts.length > 0 ? counted('draftSpeech.count', charts.length) : undefined}
    >
      <p className="mb-3 text-sm text-muted">{t('draftSpeech.note')}</p>
      {charts.length > 0 && (
        <ul className="mb-3 flex flex-col gap-2" aria-live="polite">
          {charts.map((chart) => (
            <ChartCard key={chart.id} draft={chart} />
          ))}
        </ul>
      )}
      {drafting ? (
        <ChartForm onDone={() => setDrafting(false)} />
      ) : (
        <Button onClick={() => setDrafting(true)}>{t('draftSpeech.new')}</Button>
      )}
    </Fold>
  );
}
