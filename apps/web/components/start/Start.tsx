'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { t } from '@/messages';
import { LanguageSwitch } from '@/components/language/LanguageSwitch';
import { Resume } from './Resume';

/** The front door: enter a code, host a session, or carry on with what this browser holds. */
export function Start() {
  const router = useRouter();
  const [code, setCode] = useState('');
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-8 px-4 py-10">
      <header>
        <h1 className="text-4xl">{t('app.name')}</h1>
        <p className="mt-2 font-serif text-lg text-muted">{t('start.tagline')}</p>
      </header>
      <form
        className="rounded-lg border border-line bg-sheet p-5"
        onSubmit={(event) => {
          event.preventDefault();
          router.push(`/join?code=${encodeURIComponent(code.trim().toUpperCase())}`);
        }}
      >
        <Field
          label={t('start.code')}
          hint={t('start.code.hint')}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={8}
          className="text-center text-3xl font-bold uppercase tracking-[0.3em]"
        />
        <Button
          type="submit"
          look="strong"
          className="mt-3 w-full text-base"
          disabled={code.trim().length < 4}
        >
          {t('start.join')}
        </Button>
      </form>
      <Resume />
      <nav aria-label={t('start.more')} className="grid gap-3 sm:grid-cols-3">
        <Door href="/host" title={t('start.host')} text={t('start.host.text')} />
        <Door href="/solo?now" title={t('start.solo')} text={t('start.solo.text')} />
        <Door href="/library" title={t('start.library')} text={t('start.library.text')} />
      </nav>
      <LanguageSwitch />
    </main>
  );
}

function Door({
  href,
  title,
  text,
}: {
  readonly href: string;
  readonly title: string;
  readonly text: string;
}) {
  return (
    <Link
      href={href}
      className="rounded-lg border border-line bg-sheet p-4 text-ink no-underline hover:border-line-strong"
    >
      <span className="block font-serif text-lg font-semibold text-blue underline underline-offset-4">
        {title}
      </span>
      <span className="text-sm text-muted">{text}</span>
    </Link>
  );
}
