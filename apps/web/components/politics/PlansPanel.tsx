'use client';
import { useState } from 'react';
import { usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { counted } from '@/lib/counted';
import { t } from '@/messages';
import { Fold } from './Fold';
import { plansOf } from './lists';
import { PlanCard } from './PlanCard';
import { PlanForm } from './PlanForm';

/** Understandings with single persons of the other side: those there are, and a new one. */
export function PlansPanel() {
  const { own, desk } = usePlay();
  const [drafting, setDrafting] = useState(false);
  const plans = plansOf(desk);
  if (own.politics.plan === null) return null;
  const signed = plans.filter((plan) => plan.state === 'signed').length;
  return (
    <Fold
      title={t('plan.title')}
      aside={signed > 0 ? counted('plan.state', signed) : plans.length === 0 ? t('plan.none') : undefined}
    >
      <p className="mb-3 text-sm text-muted">{t('plan.note')}</p>
      {plans.length > 0 && (
        <ul className="mb-3 flex flex-col gap-2" aria-live="polite">
          {plans.map((plan) => (
            <PlanCard key={plan.id} plan={plan} />
          ))}
        </ul>
      )}
      {desk.phase === 'bargaining' &&
        (drafting ? (
          <PlanForm onDone={() => setDrafting(false)} />
        ) : (
          <Button onClick={() => setDrafting(true)}>{t('plan.new')}</Button>
        ))}
    </Fold>
  );
}
