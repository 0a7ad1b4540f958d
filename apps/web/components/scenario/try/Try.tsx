'use client';
import type { ScenarioSheet, Terms } from '@btt/protocol';
import { useState } from 'react';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/messages';
import { namesOf } from '../names';
import { DealForm } from './DealForm';
import { Measures } from './Measures';
import { useTrial } from './useTrial';
import { Supports } from './Supports';
import { VerdictPanel } from './VerdictPanel';
import { WinSets } from './WinSets';

const NO_MOVES: readonly string[] = [];

/** Change options, tick measures, and watch supports, votes, the verdict and the win-sets. */
export function Try({ sheet }: { readonly sheet: ScenarioSheet }) {
  const names = namesOf(sheet.public);
  const [deal, setDeal] = useState<Terms>(() => sheet.historic?.deal ?? {});
  const [moves, setMoves] = useState<readonly string[]>(NO_MOVES);
  const now = useTrial(sheet.ref, sheet.card.language, deal, moves);
  const alone = useTrial(sheet.ref, sheet.card.language, deal, NO_MOVES);
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-sm text-muted">{t('try.text')}</p>
      {now.error && <Notice tone="error">{t('try.failed', { reason: now.error })}</Notice>}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <DealForm sheet={sheet} deal={deal} onChange={setDeal} />
          <Measures sheet={sheet} names={names} ticked={moves} onChange={setMoves} />
        </div>
        {now.trial && (
          <section
            className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-2 lg:max-h-[calc(100dvh-1rem)] lg:overflow-y-auto"
            tabIndex={0}
            aria-label={t('try.outcome')}
          >
            <VerdictPanel trial={now.trial} names={names} language={sheet.card.language} />
            <WinSets now={now.trial} alone={alone.trial} names={names} />
            <Supports scenario={sheet.public} now={now.trial} alone={alone.trial} names={names} />
          </section>
        )}
      </div>
    </div>
  );
}
