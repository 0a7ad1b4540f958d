import type { ScenarioCard } from '@btt/protocol';
import Link from 'next/link';
import Markdown from 'react-markdown';
import { t } from '@/messages';

/** A scenario with its facts: for whom, how long, what it teaches. */
export function Card({ card }: { readonly card: ScenarioCard }) {
  return (
    <article className="rounded-lg border border-line bg-sheet p-5">
      <p className="text-sm text-muted">{card.period}</p>
      <h2 className="text-2xl">{card.title}</h2>
      <p className="mt-1 font-serif text-lg">{card.tagline}</p>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-4">
        <Fact name={t('library.players')} value={t('library.players.range', card.players)} />
        <Fact name={t('library.minutes')} value={card.minutes.join(', ')} />
        <Fact name={t('library.difficulty')} value={t('library.difficulty.of', { level: card.difficulty })} />
        <Fact name={t('library.sides')} value={card.sides.map((side) => side.name).join(' · ')} />
      </dl>
      <div className="document mt-3">
        <Markdown skipHtml>{card.summary}</Markdown>
      </div>
      {card.devices.length > 0 && (
        <p className="mt-3 text-sm">
          <span className="font-semibold">{t('library.devices')}: </span>
          {card.devices.join(' · ')}
        </p>
      )}
      <p className="mt-3 flex flex-wrap items-center justify-between gap-2 text-sm">
        <Link href={`/host?scenario=${card.id}`} className="inline-flex min-h-11 items-center font-semibold">
          {t('library.host')}
        </Link>
        <span className="text-muted">{t('library.licence', { licence: card.licence })}</span>
      </p>
    </article>
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
