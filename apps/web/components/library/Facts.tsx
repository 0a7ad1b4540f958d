import type { ScenarioCard } from '@btt/protocol';
import { t } from '@/messages';
import { languageName } from '@/lib/languages';
import { Sides } from './Sides';

interface Props {
  readonly card: ScenarioCard;
  /** Devices shown at most; all when left out. */
  readonly devices?: number;
}

/** What decides whether a scenario suits a class. */
export function Facts({ card, devices = card.devices.length }: Props) {
  const more = card.devices.length - devices;
  return (
    <>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-3">
        <Fact name={t('library.players')} value={t('library.players.range', card.players)} />
        <Fact name={t('library.minutes')} value={card.minutes.join(', ')} />
        <Fact name={t('library.difficulty')} value={t('library.difficulty.of', { level: card.difficulty })} />
        <Fact name={t('library.language')} value={card.languages.map(languageName).join(', ')} />
        <div className="col-span-2">
          <dt className="text-muted">{t('library.sides')}</dt>
          <dd>
            <Sides card={card} />
          </dd>
        </div>
      </dl>
      {card.devices.length > 0 && (
        <div className="mt-3 text-sm">
          <h4 className="font-sans text-sm font-normal text-muted">{t('library.devices')}</h4>
          <ul className="mt-1 flex flex-wrap gap-1.5" lang={card.language}>
            {card.devices.slice(0, devices).map((device) => (
              <li key={device} className="rounded-full border border-line px-2.5 py-0.5">
                {device}
              </li>
            ))}
            {more > 0 && (
              <li className="px-1 py-0.5 text-muted">{t('library.devices.more', { count: more })}</li>
            )}
          </ul>
        </div>
      )}
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd className="font-semibold">{value}</dd>
    </div>
  );
}
