'use client';
import type { ScenarioSheet } from '@btt/protocol';
import Link from 'next/link';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { namesOf } from './names';

/** Ways to the packets that can be printed. */
export function PacketsPart({ sheet }: { readonly sheet: ScenarioSheet }) {
  const names = namesOf(sheet.public);
  const link = `/packets?id=${sheet.ref}&language=${sheet.card.language}`;
  return (
    <Panel title={t('packets.title')}>
      <p className="mb-3 max-w-prose text-sm text-muted">{t('packets.text')}</p>
      <p>
        <Link href={link} className="inline-flex min-h-11 items-center font-semibold">
          {t('packets.all')}
        </Link>
      </p>
      <h3 className="mt-2 text-lg">{t('packets.one')}</h3>
      <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {sheet.public.roles.map((role) => (
          <li key={role.id}>
            <Link href={`${link}&role=${role.id}`} className="inline-flex min-h-11 items-center">
              {role.name}
            </Link>
            {role.side !== null && <span className="ms-2 text-sm text-muted">{names.side(role.side)}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
