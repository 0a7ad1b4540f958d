'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { keepSeat, type SeatPass } from '@/lib/identity';
import { useLive } from '@/lib/live';
import { useTableName } from '@/lib/table-name';
import { t } from '@/messages';
import { useOtherTabs } from './useOtherTabs';

interface Seat {
  readonly table: string;
  readonly role: string;
}

/** What has been done about this person: moved, renamed, spoken to, open twice; and the code to come back with. Each until it is read. */
export function Notices({
  pass,
  person,
  seat,
  watches,
}: {
  readonly pass: SeatPass;
  readonly person: string;
  readonly seat: Seat | null;
  readonly watches: boolean;
}) {
  return (
    <div
      aria-live="polite"
      className="mx-auto flex max-w-[1500px] flex-col gap-2 px-3 pt-2 empty:hidden lg:px-5"
    >
      <ReturnCode pass={pass} />
      <Moved seat={seat} watches={watches} />
      <Renamed person={person} pass={pass} />
      <Messages session={pass.session} />
      <OtherTabs session={pass.session} person={person} />
    </div>
  );
}

function Item({ children, onClose }: { readonly children: ReactNode; readonly onClose: () => void }) {
  return (
    <Notice>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 flex-1 basis-60">{children}</p>
        <Button onClick={onClose}>{t('notice.close')}</Button>
      </div>
    </Notice>
  );
}

function ReturnCode({ pass }: { readonly pass: SeatPass }) {
  const [kept, setKept] = useState(false);
  if (pass.returnCode === undefined || kept) return null;
  return (
    <Notice>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 flex-1 basis-60">
          <strong className="tracking-wider">{t('return.keep', { code: pass.returnCode })}</strong>
          <span className="block text-sm">{t('return.keep.text')}</span>
        </p>
        <Button
          onClick={() => {
            const { returnCode: _shown, ...rest } = pass;
            keepSeat(rest);
            setKept(true);
          }}
        >
          {t('return.kept')}
        </Button>
      </div>
    </Notice>
  );
}

/** Only a move that happens while the page is open, or since it was open last, needs saying. */
function Moved({ seat, watches }: { readonly seat: Seat | null; readonly watches: boolean }) {
  const before = useRef<Seat | null | undefined>(undefined);
  const [moved, setMoved] = useState(false);
  const table = useTableName(seat?.table);
  const scenario = useLive((state) => (seat ? state.tables[seat.table]?.brief?.public : undefined));
  const key = seat ? `${seat.table} ${seat.role}` : '';
  useEffect(() => {
    const was = before.current;
    if (was && `${was.table} ${was.role}` !== key) setMoved(true);
    else if (was === null) setMoved(false);
    before.current = key === '' ? (was ? { table: '', role: '' } : null) : splitKey(key);
  }, [key]);
  // The page of an observer says itself what one is.
  if (!moved || watches) return null;
  const role = scenario?.roles.find((one) => one.id === seat?.role)?.name ?? '';
  return (
    <Item onClose={() => setMoved(false)}>
      {seat ? t('notice.moved', { role, table }) : t('notice.unseated')}
    </Item>
  );
}

function splitKey(key: string): Seat {
  const [table = '', role = ''] = key.split(' ');
  return { table, role };
}

function Renamed({ person, pass }: { readonly person: string; readonly pass: SeatPass }) {
  const name = useLive((state) => state.words[person]);
  const [known, setKnown] = useState(pass.nickname);
  if (name === undefined || sameName(name, known)) return null;
  return (
    <Item
      onClose={() => {
        setKnown(name);
        keepSeat({ ...pass, nickname: name });
      }}
    >
      {t('notice.renamed', { name })}
    </Item>
  );
}

/** The server tidies spaces in names. */
const sameName = (one: string, other: string) =>
  one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();

/** Messages that were read are remembered by this browser. */
function Messages({ session }: { readonly session: string }) {
  const messages = useLive((state) => state.mine.messages);
  const words = useLive((state) => state.words);
  const key = `behind-the-table.read.${session}`;
  const [read, setRead] = useState(0);
  useEffect(() => setRead(Number(localStorage.getItem(key) ?? 0)), [key]);
  return messages.slice(read).map((message) => (
    <Item
      key={message.id}
      onClose={() => {
        const upTo = messages.indexOf(message) + 1;
        localStorage.setItem(key, String(upTo));
        setRead(upTo);
      }}
    >
      {t('notice.message', { text: words[message.words] ?? t('reveal.deleted') })}
    </Item>
  ));
}

function OtherTabs({ session, person }: { readonly session: string; readonly person: string }) {
  const others = useOtherTabs(`${session} ${person}`);
  const [closed, setClosed] = useState(false);
  if (!others || closed) return null;
  return <Item onClose={() => setClosed(true)}>{t('notice.tabs')}</Item>;
}
