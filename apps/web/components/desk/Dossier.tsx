'use client';
import { usePlay } from '@/components/play/context';
import { Prose } from '@/components/ui/Prose';
import { t } from '@/messages';
import { Rumours } from './Rumours';
import { ScoreSheet } from './ScoreSheet';

/** The private dossier: briefing, stake, score sheet, rumours. Markdown is rendered without any HTML of its own. */
export function Dossier() {
  const { own, brief, role } = usePlay();
  const side = brief.public.sides.find((one) => one.id === role.side);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-muted">{role.office}</p>
      <Prose text={own.briefing} />
      {own.stake && (
        <dl className="grid gap-2 rounded-md border border-brass bg-brass-wash p-3">
          {(['concern', 'give', 'hurt'] as const).map((key) => (
            <div key={key}>
              <dt className="text-sm font-semibold">{t(`stake.${key}`)}</dt>
              <dd className="font-serif">{own.stake?.[key]}</dd>
            </div>
          ))}
        </dl>
      )}
      {side && (
        <section>
          <h3 className="text-lg">{t('dossier.rule')}</h3>
          <p className="font-serif">{side.ruleText}</p>
        </section>
      )}
      <Rumours />
      <ScoreSheet />
    </div>
  );
}
