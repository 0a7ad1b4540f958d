import type { WhatMattered as Mattered } from '@btt/protocol';
import { DataTable } from '@/components/ui/DataTable';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';

/** Causes shown: the largest. */
const SHOWN = 6;

/** What the result of a table is owed to, and what its people had thought. */
export function WhatMattered({ found, own }: { readonly found: Mattered; readonly own: boolean }) {
  const { name, sentences, causes, guesses, guessers } = found;
  return (
    <Panel title={t('mattered.table', { table: name })} className={own ? 'border-brass' : ''}>
      {sentences.length === 0 && <p>{t('mattered.noVote')}</p>}
      <div className="grid gap-x-6 gap-y-3 lg:grid-cols-2">
        {sentences.map(({ side, text, details }) => (
          <div key={side ?? ''} className={`font-serif ${side === null ? 'lg:col-span-2' : ''}`}>
            <p className="text-lg">{text}</p>
            {details.map((detail) => (
              <p key={detail} className="text-base">
                {detail}
              </p>
            ))}
          </div>
        ))}
      </div>
      <div className="mt-3 grid gap-4 lg:grid-cols-2">
        {causes.length > 0 && (
          <section>
            <h3 className="mb-1 text-base">{t('mattered.largest')}</h3>
            <ol className="list-decimal ps-6 text-base">
              {causes.slice(0, SHOWN).map(({ happening, headline, decisive }) => (
                <li key={happening} className="py-0.5">
                  {headline}
                  {decisive && <strong className="ms-2 text-brass">{t('mattered.cause.decisive')}</strong>}
                </li>
              ))}
            </ol>
          </section>
        )}
        <section>
          <h3 className="mb-1 text-base">{t('mattered.guesses')}</h3>
          {guessers === 0 ? (
            <p className="text-muted">{t('mattered.nobody')}</p>
          ) : (
            <>
              <Guesses guesses={guesses} name={name} />
              <p className="mt-2 text-sm text-muted">
                {([3, 2, 1, 0] as const)
                  .filter((hits) => found.found[hits] > 0)
                  .map((hits) => t(`mattered.found.${hits}`, { count: found.found[hits] }))
                  .join(' · ')}
              </p>
            </>
          )}
        </section>
      </div>
    </Panel>
  );
}

function Guesses({ guesses, name }: { readonly guesses: Mattered['guesses']; readonly name: string }) {
  return (
    <DataTable
      label={`${name}: ${t('mattered.guesses')}`}
      columns={[
        { key: 'move', name: t('mattered.guess.move') },
        { key: 'count', name: t('mattered.guess.named'), number: true },
        { key: 'rank', name: t('mattered.guess.truth') },
      ]}
      rows={guesses.map(({ happening, headline, count, rank }) => ({
        key: happening,
        cells: [
          headline,
          count,
          rank === null ? t('mattered.guess.noPart') : t('mattered.guess.rank', { rank }),
        ],
      }))}
    />
  );
}
