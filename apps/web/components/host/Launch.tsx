'use client';
import '@/messages/full';
import '@/messages/library';
import type { ScenarioCard, Settings } from '@btt/protocol';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { LanguageSwitch } from '@/components/language/LanguageSwitch';
import { PassForm } from '@/components/scenario/PassForm';
import { Button } from '@/components/ui/Button';
import { Connection } from '@/components/ui/Connection';
import { Field } from '@/components/ui/Field';
import { keepHost } from '@/lib/identity';
import { heldHostPass } from '@/lib/host-pass';
import { LiveProvider, useComingClient } from '@/lib/live';
import { heldOwner } from '@/lib/owner';
import { t } from '@/messages';
import { SettingsForm } from './SettingsForm';
import { LanguageChoice } from './LanguageChoice';
import { type HostCard, useCards } from './useCards';

/** Pick a scenario, launch: ninety seconds before class. */
export function Launch() {
  return (
    <LiveProvider>
      <Connection />
      <LaunchForm />
    </LiveProvider>
  );
}

function LaunchForm() {
  const { library, own, cards, reload } = useCards();
  const coming = useComingClient();
  const router = useRouter();
  const [scenario, setScenario] = useState<string | null>(null);
  const [settings, setSettings] = useState<Settings>({});
  const [language, setLanguage] = useState<string | null>(null);
  const [pass, setPass] = useState('');
  const [wantsPass, setWantsPass] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    const named = new URLSearchParams(location.search).get('scenario');
    const usual = library.kind === 'ready' ? (cards.find((one) => !one.own) ?? cards[0]) : undefined;
    setScenario((chosen) => chosen ?? named ?? usual?.id ?? null);
  }, [library, cards]);

  /** The one chosen, where the scenario speaks it. */
  const spoken = ({ language: own, languages }: HostCard) =>
    language !== null && languages.includes(language) ? language : own;

  async function launch(card: HostCard): Promise<void> {
    setBusy(true);
    setError(null);
    const client = await coming();
    const typed = pass || heldHostPass();
    const owner = card.own ? heldOwner() : null;
    const answer = await client.host({
      scenario: card.id,
      ...(spoken(card) === card.language ? {} : { language: spoken(card) }),
      settings,
      ...(typed ? { pass: typed } : {}),
      ...(owner ? { owner } : {}),
    });
    setBusy(false);
    if (!answer.ok) {
      setWantsPass(wantsPass || answer.code === 'wrong-pass');
      return setError(answer.code === 'wrong-pass' && !wantsPass ? null : answer.message);
    }
    keepHost({
      token: answer.hostToken,
      screenToken: answer.screenToken,
      session: answer.session,
      code: answer.code,
      title: card.title,
    });
    router.push(`/console?code=${answer.code}`);
  }

  const card = cards.find((one) => one.id === scenario);
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-5 px-4 py-8">
      <h1 className="text-3xl">{t('host.title')}</h1>
      <p>
        <Link href="/sessions" className="inline-flex min-h-11 items-center">
          {t('rooms.sessions')}
        </Link>
      </p>
      {library.kind === 'loading' && <p role="status">{t('library.loading')}</p>}
      {library.kind === 'failed' && <p role="alert">{t('library.failed')}</p>}
      {library.kind === 'ready' && cards.length === 0 && <p>{t('library.empty')}</p>}
      {own.kind === 'locked' && <PassForm onPass={reload} />}
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (card) void launch(card);
        }}
      >
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-lg font-semibold">{t('host.choose')}</legend>
          {cards.map((one) => (
            <label
              key={one.id}
              className={`flex gap-3 rounded-lg border bg-sheet p-4 ${one.id === scenario ? 'border-2 border-ink' : 'border-line'}`}
            >
              <input
                type="radio"
                name="scenario"
                aria-label={one.title}
                className="mt-1 size-5 shrink-0"
                checked={one.id === scenario}
                onChange={() => setScenario(one.id)}
              />
              <span>
                <span className="block font-serif text-xl font-semibold">
                  {one.title}
                  {one.own && (
                    <span className="ms-2 font-sans text-sm font-normal text-brass">{t('own.badge')}</span>
                  )}
                </span>
                <span className="block font-serif">{one.tagline}</span>
                <span className="block text-sm text-muted">
                  {t('library.players.range', one.players)} ·{' '}
                  {t('host.time', { minutes: minutesOf(one, one.id === scenario ? settings : {}) })}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        {card && card.languages.length > 1 && (
          <LanguageChoice languages={card.languages} chosen={spoken(card)} onChoose={setLanguage} />
        )}
        {card && (
          <details className="rounded-lg border border-line bg-sheet p-4">
            <summary className="min-h-8 font-semibold">{t('host.settings')}</summary>
            <SettingsForm card={card} settings={settings} onChange={setSettings} />
          </details>
        )}
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
          {busy ? t('host.launching') : t('host.launch')}
        </Button>
      </form>
      <LanguageSwitch />
    </main>
  );
}

function minutesOf({ table }: ScenarioCard, settings: Settings): number {
  const rounds = (settings.rounds ?? table.rounds) * (settings.roundMinutes ?? table.roundMinutes);
  return Math.round(
    (settings.briefing ?? table.briefing) + rounds + (settings.ratification ?? table.ratification),
  );
}
