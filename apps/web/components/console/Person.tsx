'use client';
import { useOpenPerson } from '@/components/room/PersonDialog';
import { Button } from '@/components/ui/Button';
import { useLive } from '@/lib/live';
import { useTableName } from '@/lib/table-name';
import { t } from '@/messages';

interface Props {
  readonly person: string;
  readonly seat: { readonly table: string; readonly role: string } | null;
  readonly watches: string | null;
}

/** One student: online or not, and where. Everything that can be done about it is behind the button. */
export function Person({ person, seat, watches }: Props) {
  const name = useLive((state) => state.words[person]) ?? t('reveal.deleted');
  const online = useLive((state) => state.online.includes(person));
  const scenario = useLive((state) => Object.values(state.tables)[0]?.brief?.public);
  const open = useOpenPerson();
  const table = useTableName(seat?.table ?? watches);
  const role = scenario?.roles.find((one) => one.id === seat?.role)?.short ?? '';
  return (
    <li className="flex items-center gap-2 py-1">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">
          <span aria-hidden="true" className={online ? 'text-green' : 'text-muted'}>
            {online ? '●' : '○'}
          </span>{' '}
          {name}
          <span className="sr-only">, {online ? t('people.online') : t('people.offline')}</span>
        </span>
        <span className="block truncate text-sm text-muted">
          {seat
            ? t('people.where.seat', { role, table })
            : watches !== null
              ? t('people.where.watches', { table })
              : t('people.where.none')}
        </span>
      </span>
      <Button
        aria-haspopup="dialog"
        aria-label={t('people.move', { name })}
        className="px-3"
        onClick={() => open(person)}
      >
        <span aria-hidden="true">⋯</span>
      </Button>
    </li>
  );
}
