'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Connection } from '@/components/ui/Connection';
import { Field } from '@/components/ui/Field';
import { LanguageSwitch } from '@/components/language/LanguageSwitch';
import { keepSeat, type SeatPass, seatPasses } from '@/lib/identity';
import { LiveProvider, useComingClient } from '@/lib/live';
import { t } from '@/messages';

/** Code and nickname, and in. */
export function Join() {
  return (
    <LiveProvider>
      <Connection />
      <JoinForm />
    </LiveProvider>
  );
}

function JoinForm() {
  const coming = useComingClient();
  const router = useRouter();
  const [code, setCode] = useState('');
  const [nickname, setNickname] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<{ readonly of: 'code' | 'nickname'; readonly text: string } | null>(
    null,
  );
  const [passes, setPasses] = useState<readonly SeatPass[]>([]);
  const held = passes.find((pass) => pass.code === code.trim().toUpperCase());

  useEffect(() => {
    const given = (new URLSearchParams(location.search).get('code') ?? '').toUpperCase();
    setCode(given);
    setPasses(seatPasses());
  }, []);

  async function join(): Promise<void> {
    setBusy(true);
    setError(null);
    const client = await coming();
    const plain = code.trim().toUpperCase();
    const answer = await client.join({ code: plain, nickname: nickname.trim() });
    setBusy(false);
    if (!answer.ok)
      return setError({ of: answer.code === 'nickname-taken' ? 'nickname' : 'code', text: answer.message });
    const { token, session, returnCode } = answer;
    keepSeat({
      token,
      session,
      code: plain,
      nickname: nickname.trim(),
      ...(returnCode === undefined ? {} : { returnCode }),
    });
    router.push(`/play?code=${encodeURIComponent(plain)}`);
  }

  return (
    <main className="mx-auto flex max-w-md flex-col gap-6 px-4 py-8">
      <h1 className="text-3xl">{t('join.title')}</h1>
      {held && (
        <p className="rounded-md border border-l-4 border-brass bg-brass-wash p-3">
          <a href={`/play?code=${held.code}`} className="inline-flex min-h-11 items-center font-semibold">
            {t('join.held', { name: held.nickname })}
          </a>
        </p>
      )}
      <form
        className="flex flex-col gap-4 rounded-lg border border-line bg-sheet p-5"
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        <Field
          label={t('start.code')}
          value={code}
          error={error?.of === 'code' ? error.text : null}
          onChange={(event) => setCode(event.target.value)}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={8}
          className="text-center text-2xl font-bold uppercase tracking-[0.3em]"
        />
        <Field
          label={t('join.nickname')}
          hint={t('join.nickname.hint')}
          value={nickname}
          error={error?.of === 'nickname' ? error.text : null}
          onChange={(event) => setNickname(event.target.value)}
          autoComplete="nickname"
          maxLength={24}
        />
        {error?.of === 'nickname' && (
          <a
            href={`/return?code=${encodeURIComponent(code.trim())}&name=${encodeURIComponent(nickname.trim())}`}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {t('join.back')}
          </a>
        )}
        <Button
          type="submit"
          look="strong"
          disabled={busy || code.trim().length < 4 || nickname.trim() === ''}
          className="text-base"
        >
          {busy ? t('join.busy') : t('join.go')}
        </Button>
      </form>
      <p className="text-sm text-muted">{t('join.privacy')}</p>
      <LanguageSwitch />
    </main>
  );
}
