'use client';
import '@/messages/full';
import '@/messages/library';
import { useEffect, useRef, useState } from 'react';
import { type HostCard, useCards } from '@/components/host/useCards';
import { LanguageSwitch } from '@/components/language/LanguageSwitch';
import { Button } from '@/components/ui/Button';
import { Connection } from '@/components/ui/Connection';
import { Field } from '@/components/ui/Field';
import { LiveProvider } from '@/lib/live';
import { t } from '@/messages';
import { usePlayAlone } from './usePlayAlone';

/** Somebody alone: a scenario, one click, and autopilots on all other seats. */
export function Solo() {
  return (
    <LiveProvider>
      <Connection />
      <SoloForm />
    </LiveProvider>
  );
}

function SoloForm() {
  const { library, cards } = useCards();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [pass, setPass] = useState('');
  const { play, busy, error, wantsPass } = usePlayAlone();
  const begun = useRef(false);

  useEffect(() => setAsked(askedIn(location.search)), []);
  const card =
    cards.find((one) => one.id === (chosen ?? asked?.scenario)) ??
    (asked?.scenario == null || chosen !== null ? shortestOf(cards) : undefined);

  useEffect(() => {
    if (begun.current || !asked?.now || !card) return;
    begun.current = true;
    void play(card, asked.role);
  }, [asked, card, play]);

  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-5 px-4 py-8">
      <h1 className="text-3xl">{t('solo.title')}</h1>
      <p className="max-w-prose">{t('solo.text')}</p>
      {library.kind === 'loading' && <p role="status">{t('library.loading')}</p>}
      {library.kind === 'failed' && <p role="alert">{t('library.failed')}</p>}
      <form
        className="flex flex-col gap-4 rounded-lg border border-line bg-sheet p-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (card) void play(card, card.id === asked?.scenario ? asked.role : null, pass);
        }}
      >
        <label className="flex min-w-0 flex-col gap-1 text-sm">
          {t('solo.scenario')}
          <select
            value={card?.id ?? ''}
            onChange={(event) => setChosen(event.target.value)}
            className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-2 text-base"
          >
            {cards.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title} ({t('solo.minutes', { minutes: minutesOf(one) })})
              </option>
            ))}
          </select>
        </label>
        {card && <p className="font-serif text-lg">{card.tagline}</p>}
        {wantsPass && (
          <Field
            label={t('host.pass')}
            hint={t('host.pass.hint')}
            type="password"
            autoComplete="off"
            value={pass}
            onChange={(event) => setPass(event.target.value)}
          />
        )}
        {error && (
          <p role="alert" className="text-oxblood">
            {t('action.failed', { reason: error })}
          </p>
        )}
        <Button type="submit" look="strong" disabled={!card || busy} className="text-lg">
          {busy ? t('solo.opening') : t('solo.play')}
        </Button>
      </form>
      <LanguageSwitch />
    </main>
  );
}

interface Asked {
  readonly scenario: string | null;
  readonly role: string | null;
  /** Without another click. */
  readonly now: boolean;
}

function askedIn(search: string): Asked {
  const given = new URLSearchParams(search);
  return { scenario: given.get('scenario'), role: given.get('role'), now: given.has('now') };
}

function shortestOf(cards: readonly HostCard[]): HostCard | undefined {
  return cards.toSorted((one, other) => minutesOf(one) - minutesOf(other))[0];
}

function minutesOf({ table }: HostCard): number {
  return Math.round(table.briefing + table.rounds * table.roundMinutes + table.ratification);
}
