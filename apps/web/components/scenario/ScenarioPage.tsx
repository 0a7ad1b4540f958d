'use client';
import '@/messages/library';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { useSheet } from '@/lib/sheet';
import { LanguageSwitch } from '@/components/language/LanguageSwitch';
import { t } from '@/messages';
import { PassForm } from './PassForm';
import { Edit } from './edit/Edit';
import { Parts } from './Parts';

/** Own scenarios have such addresses. */
const OWN = 'own.';

/** One scenario for those who may host it: to read, check and try, and one's own to edit. */
export function ScenarioPage() {
  const [ref, setRef] = useState<string | null>(null);
  useEffect(() => setRef(new URLSearchParams(location.search).get('id') ?? ''), []);
  const [language, setLanguage] = useState<string | null>(null);
  const { state, reload } = useSheet(ref, language);
  return (
    <main className="mx-auto flex max-w-6xl flex-col gap-4 px-4 py-6">
      <p>
        <Link href="/library" className="inline-flex min-h-11 items-center">
          {t('scenario.back')}
        </Link>
      </p>
      {state.kind === 'loading' && (
        <>
          <h1 className="text-3xl">{t('scenario.title')}</h1>
          <p role="status">{t('scenario.loading')}</p>
        </>
      )}
      {state.kind === 'refused' && (
        <Refused code={state.code} message={state.message} ownRef={ownRef(ref)} reload={reload} />
      )}
      {state.kind === 'ready' && <Parts sheet={state.sheet} reload={reload} onLanguage={setLanguage} />}
      <LanguageSwitch />
    </main>
  );
}

function ownRef(ref: string | null): string | null {
  return ref?.startsWith(OWN) ? ref : null;
}

interface RefusedProps {
  readonly code: string;
  readonly message: string;
  readonly ownRef: string | null;
  readonly reload: () => void;
}

/** What cannot be read. One's own that has something wrong in it can still be mended. */
function Refused({ code, message, ownRef, reload }: RefusedProps) {
  const broken = code === 'not-playable' && ownRef !== null;
  return (
    <>
      <h1 className="text-3xl">{t('scenario.title')}</h1>
      {code === 'wrong-pass' && <PassForm onPass={reload} />}
      {code === 'unknown-scenario' && <p role="alert">{t('scenario.none')}</p>}
      {broken && <Edit scenario={ownRef} onSaved={reload} />}
      {code !== 'wrong-pass' && code !== 'unknown-scenario' && !broken && (
        <div role="alert">
          <p>{t('scenario.failed', { reason: message })}</p>
          <Button className="mt-2" onClick={reload}>
            {t('scenario.again')}
          </Button>
        </div>
      )}
    </>
  );
}
