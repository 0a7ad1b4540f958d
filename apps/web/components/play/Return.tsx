'use client';
import '@/messages/full';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Connection } from '@/components/ui/Connection';
import { Field } from '@/components/ui/Field';
import { keepSeat } from '@/lib/identity';
import { LiveProvider, useComingClient, useLive } from '@/lib/live';
import { LanguageSwitch } from '@/components/language/LanguageSwitch';
import { t } from '@/messages';
import { Gone } from './Gone';
import { Waiting } from './Waiting';

/** The way back in on another device: with the personal code, or by the host's word. */
export function Return() {
  return (
    <LiveProvider>
      <Connection />
      <ReturnForm />
    </LiveProvider>
  );
}

interface Asked {
  readonly token: string;
  readonly session: string;
}

function ReturnForm() {
  const coming = useComingClient();
  const router = useRouter();
  const gone = useLive((state) => state.gone);
  const me = useLive((state) => state.welcome?.me.kind);
  const [code, setCode] = useState('');
  const [nickname, setNickname] = useState('');
  const [returnCode, setReturnCode] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    const given = new URLSearchParams(location.search);
    setCode((given.get('code') ?? '').toUpperCase());
    setNickname(given.get('name') ?? '');
  }, []);

  useEffect(() => {
    if (!asked || me !== 'person') return;
    const plain = code.trim().toUpperCase();
    keepSeat({ ...asked, code: plain, nickname: nickname.trim() });
    router.push(`/play?code=${encodeURIComponent(plain)}`);
  }, [asked, me, code, nickname, router]);

  async function comeBack(): Promise<void> {
    setBusy(true);
    setError(null);
    const client = await coming();
    const typed = returnCode.trim();
    const answer = await client.comeBack({
      code: code.trim().toUpperCase(),
      nickname: nickname.trim(),
      ...(typed === '' ? {} : { returnCode: typed }),
    });
    setBusy(false);
    if (!answer.ok) return setError(answer.message);
    setAsked({ token: answer.token, session: answer.session });
    void client.hello(answer.token);
  }

  if (gone) return <Gone code={gone} />;
  if (asked) return <Waiting title={t('return.waiting')} text={t('return.waiting.text')} />;
  return (
    <main className="mx-auto flex max-w-md flex-col gap-6 px-4 py-8">
      <h1 className="text-3xl">{t('return.title')}</h1>
      <p>{t('return.text')}</p>
      <form
        className="flex flex-col gap-4 rounded-lg border border-line bg-sheet p-5"
        onSubmit={(event) => {
          event.preventDefault();
          void comeBack();
        }}
      >
        <Field
          label={t('start.code')}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={8}
        />
        <Field
          label={t('join.nickname')}
          value={nickname}
          onChange={(event) => setNickname(event.target.value)}
          autoComplete="nickname"
          maxLength={24}
        />
        <Field
          label={t('return.code')}
          hint={t('return.code.hint')}
          value={returnCode}
          onChange={(event) => setReturnCode(event.target.value)}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={16}
        />
        {error && (
          <p role="alert" className="text-oxblood">
            {t('action.failed', { reason: error })}
          </p>
        )}
        <Button
          type="submit"
          look="strong"
          disabled={busy || code.trim().length < 4 || nickname.trim() === ''}
        >
          {t('return.go')}
        </Button>
      </form>
      <p>
        <Link href="/join" className="inline-flex min-h-11 items-center">
          {t('return.new')}
        </Link>
      </p>
      <LanguageSwitch />
    </main>
  );
}
