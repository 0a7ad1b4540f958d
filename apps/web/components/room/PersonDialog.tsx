'use client';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useHost } from '@/components/console/useHost';
import { Button } from '@/components/ui/Button';
import { groupOf } from '@/lib/class-list';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { MoveForm } from './MoveForm';

const Opener = createContext<(person: string) => void>(() => undefined);

/** Opens the dialog of a person: where to sit, name, group, a message, removal. */
export const useOpenPerson = () => useContext(Opener);

export function PersonDialogs({ children }: { readonly children: ReactNode }) {
  const [person, setPerson] = useState<string | null>(null);
  const there = useLive((state) => state.session.people.some((one) => one.person === person));
  // Who was removed is not opened again by being brought back.
  useEffect(() => {
    if (!there) setPerson(null);
  }, [there]);
  return (
    <Opener.Provider value={setPerson}>
      {children}
      {person !== null && there && <Dialog key={person} person={person} onClose={() => setPerson(null)} />}
    </Opener.Provider>
  );
}

function Dialog({ person, onClose }: { readonly person: string; readonly onClose: () => void }) {
  const ref = useRef<HTMLDialogElement>(null);
  const name = useLive((state) => state.words[person]) ?? t('reveal.deleted');
  useEffect(() => ref.current?.showModal(), []);
  const close = () => ref.current?.close();
  return (
    <dialog
      ref={ref}
      aria-label={t('person.title', { name })}
      onClose={onClose}
      className="m-auto w-[min(34rem,calc(100vw-1.5rem))] rounded-lg border border-line-strong bg-sheet p-4 text-ink backdrop:bg-black/40"
    >
      <div className="flex items-center justify-between gap-2">
        <h2 className="min-w-0 truncate text-xl">{name}</h2>
        <Button onClick={close}>{t('person.close')}</Button>
      </div>
      <div className="mt-3 flex flex-col gap-4">
        <MoveForm person={person} onMoved={close} />
        <Rename person={person} name={name} />
        <Group person={person} />
        <Message person={person} name={name} />
        <Remove person={person} name={name} />
      </div>
    </dialog>
  );
}

const INPUT = 'min-h-11 min-w-0 flex-1 basis-40 rounded-md border border-line-strong bg-sheet px-3';

function Rename({ person, name }: { readonly person: string; readonly name: string }) {
  const host = useHost();
  const [draft, setDraft] = useState(name);
  return (
    <form
      className="flex flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void host.session({ type: 'rename', person, nickname: draft.trim() });
      }}
    >
      <input
        aria-label={t('people.newName', { name })}
        value={draft}
        maxLength={24}
        onChange={(event) => setDraft(event.target.value)}
        className={INPUT}
      />
      <Button type="submit" disabled={host.busy || draft.trim() === '' || draft === name}>
        {t('people.rename')}
      </Button>
      <Failure text={host.error} />
    </form>
  );
}

function Group({ person }: { readonly person: string }) {
  const host = useHost();
  const group = useLive((state) => state.session.people.find((one) => one.person === person)?.group) ?? '';
  const [draft, setDraft] = useState(group);
  const wanted = groupOf(draft);
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void host.session({ type: 'group', person, group: wanted === '' ? null : wanted });
      }}
    >
      <label className="flex flex-1 basis-40 flex-col gap-1 text-sm">
        <span>
          {t('person.group')} <span className="text-muted">– {t('person.group.hint')}</span>
        </span>
        <input
          value={draft}
          maxLength={24}
          onChange={(event) => setDraft(event.target.value)}
          className="min-h-11 rounded-md border border-line-strong bg-sheet px-3 text-base"
        />
      </label>
      <Button type="submit" disabled={host.busy || wanted === group}>
        {t('person.group.save')}
      </Button>
      <Failure text={host.error} />
    </form>
  );
}

function Message({ person, name }: { readonly person: string; readonly name: string }) {
  const host = useHost();
  const [words, setWords] = useState('');
  const [sent, setSent] = useState(false);
  return (
    <form
      className="flex flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void host.session({ type: 'message', person, words: words.trim() }).then((accepted) => {
          setSent(accepted);
          if (accepted) setWords('');
        });
      }}
    >
      <input
        aria-label={t('person.message', { name })}
        placeholder={t('person.message', { name })}
        value={words}
        maxLength={600}
        onChange={(event) => {
          setWords(event.target.value);
          setSent(false);
        }}
        className={INPUT}
      />
      <Button type="submit" disabled={host.busy || words.trim() === ''}>
        {t('person.send')}
      </Button>
      <p role="status" className="basis-full text-sm">
        {sent ? t('person.sent') : ''}
      </p>
      <Failure text={host.error} />
    </form>
  );
}

function Remove({ person, name }: { readonly person: string; readonly name: string }) {
  const host = useHost();
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <Button look="danger" className="self-start" onClick={() => setSure(true)}>
        {t('people.remove')}
      </Button>
    );
  return (
    <div role="group" aria-label={t('people.remove')} className="flex flex-wrap items-center gap-2">
      <p className="text-sm">{t('person.remove.sure', { name })}</p>
      <Button
        look="danger"
        disabled={host.busy}
        onClick={() => void host.session({ type: 'remove', person })}
      >
        {t('person.remove.yes')}
      </Button>
      <Button onClick={() => setSure(false)}>{t('bar.no')}</Button>
      <Failure text={host.error} />
    </div>
  );
}

function Failure({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <p role="alert" className="basis-full text-sm text-oxblood">
      {text}
    </p>
  );
}
