'use client';
import { useState } from 'react';
import { useAct, usePlay } from '@/components/play/context';
import { factsOf } from '@/lib/facts';
import { politicsCause } from '@/components/politics/cause';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { Instruct } from './Instruct';
import { Reactions } from './Reactions';

/** What a faction does between votes: say where it stands, instruct, react; and what has moved it so far. */
export function FactionPanel() {
  return (
    <Panel title={t('faction.title')}>
      <Stance />
      <Instruct />
      <Reactions />
      <Felt />
    </Panel>
  );
}

function Stance() {
  const { desk, role } = usePlay();
  const { act, busy, error } = useAct();
  const [inPublic, setInPublic] = useState(false);
  const stated = desk.stances[role.id];
  const now = inPublic ? stated?.public : stated?.private;
  return (
    <fieldset className="mb-4">
      <legend className="mb-1 font-semibold">{t('faction.stance')}</legend>
      <div className="flex flex-wrap gap-2">
        {(['for', 'undecided', 'against'] as const).map((stance) => (
          <Button
            key={stance}
            aria-pressed={now === stance}
            disabled={busy || now === stance}
            className={now === stance ? 'ring-2 ring-brass' : ''}
            onClick={() => void act({ type: 'state-stance', stance, public: inPublic })}
          >
            {t(`stance.${stance}`)}
          </Button>
        ))}
      </div>
      <label className="mt-1 flex min-h-11 items-center gap-2 text-sm">
        <input
          type="checkbox"
          className="size-5"
          checked={inPublic}
          onChange={(event) => setInPublic(event.target.checked)}
        />
        {t('faction.stance.public')}
      </label>
      {error && <p role="alert">{error}</p>}
    </fieldset>
  );
}

/** Each change of one's own support with its cause, as far as one may know it. */
function Felt() {
  const play = usePlay();
  const { entries, desk, roles } = play;
  const felt = factsOf(entries, 'effect');
  const events = factsOf(entries, 'event');
  if (felt.length === 0) return null;
  const causeOf = (id: string | null) => {
    if (id === null) return t('felt.unknown');
    const made = desk.moves.find((move) => move.id === id);
    if (made) return `${made.headline} (${roles.get(made.role)?.short ?? ''})`;
    const event = events.find((one) => one.fact.id === id);
    return event ? event.fact.headline : (politicsCause(play, id) ?? t('felt.own'));
  };
  return (
    <section className="mt-4">
      <h3 className="font-semibold">{t('felt.title')}</h3>
      <ul className="mt-1 divide-y divide-line text-sm" aria-live="polite">
        {[...felt].reverse().map(({ fact: { effect } }) => {
          const over = !desk.effects.some((one) => one.id === effect.id);
          return (
            <li
              key={effect.id}
              className={`flex justify-between gap-3 py-1.5 ${over ? 'text-muted line-through' : ''}`}
            >
              <span>{causeOf(effect.cause)}</span>
              <span className={`font-semibold ${effect.points < 0 ? 'text-oxblood' : 'text-green'}`}>
                {signed(effect.points)}
                {over && <span className="sr-only"> {t('felt.over')}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
