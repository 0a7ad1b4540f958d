'use client';
import type { MapEntry, PublicRole } from '@btt/protocol';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { canPay, findingsAbout } from './lists';
import { roleName } from './names';
import { KnownAndRisk, Price, Refused } from './parts';

interface Props {
  readonly faction: PublicRole;
  readonly entry: MapEntry | undefined;
}

/** What has been found out about a faction, beside what one thinks of it; and two ways to find out more. */
export function Findings({ faction, entry }: Props) {
  const { own, desk } = usePlay();
  const lines = useFindings(faction.id);
  return (
    <>
      {lines.length > 0 && (
        <div className="rounded-md bg-paper px-3 py-2 text-sm">
          <p className="font-semibold">{t('map.known')}</p>
          <ul aria-live="polite" className="mt-1 flex flex-col gap-1">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {own.politics.intelligence && desk.phase === 'bargaining' && <Buy faction={faction} entry={entry} />}
    </>
  );
}

function Buy({ faction, entry }: Props) {
  const { own, desk, role } = usePlay();
  const { act, busy, error } = useAct();
  const offer = own.politics.intelligence;
  if (!offer) return null;
  const noted = entry?.stance !== undefined;
  const poor = !canPay(desk, role.id, Math.min(offer.cost, offer.expert));
  return (
    <div className="flex flex-col gap-2">
      <div>
        <Button
          className="w-full"
          disabled={busy || !canPay(desk, role.id, offer.cost)}
          aria-label={t('map.estimate.buy.of', { name: faction.name })}
          onClick={() => void act({ type: 'estimate', about: faction.id })}
        >
          {t('map.estimate.buy')} <Price cost={offer.cost} />
        </Button>
        <KnownAndRisk known={t('map.estimate.known', { error: offer.error })} />
      </div>
      <div>
        <Button
          className="w-full"
          disabled={busy || !noted || !canPay(desk, role.id, offer.expert)}
          aria-label={t('map.expert.ask.of', { name: faction.name })}
          onClick={() => void act({ type: 'consult', about: faction.id })}
        >
          {t('map.expert.ask')} <Price cost={offer.expert} />
        </Button>
        <KnownAndRisk known={noted ? t('map.expert.known') : t('map.expert.first')} />
      </div>
      {poor && <p className="text-sm text-muted">{t('map.poor')}</p>}
      <Refused reason={error} />
    </div>
  );
}

/** Cards confided, estimates, corrections and hearsay, surest first. */
function useFindings(faction: string): string[] {
  const play = usePlay();
  const { estimates, corrections, cards } = findingsAbout(play.desk, faction);
  return [
    ...cards.flatMap((card) => [
      t('map.card.line', {
        who: roleName(play, card.by),
        round: card.round,
        support: signed(card.support),
        yes: signed(card.yes),
      }),
      ...card.redLines.map((text) => t('map.card.red', { text })),
    ]),
    ...estimates.map((one) =>
      t('map.estimate.line', { round: one.round, min: signed(one.min), max: signed(one.max) }),
    ),
    ...corrections.map((one) =>
      t('map.correction.line', {
        round: one.round,
        stance: signed(one.stance),
        verdict: t(`map.${one.verdict}`),
      }),
    ),
    ...play.own.rumours
      .filter((rumour) => rumour.about === faction)
      .map((rumour) =>
        [
          t('map.rumour', { text: rumour.text }),
          ...(rumour.range
            ? [t('map.rumour.range', { from: signed(rumour.range.min), to: signed(rumour.range.max) })]
            : []),
        ].join(' '),
      ),
  ];
}
