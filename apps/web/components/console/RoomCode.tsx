'use client';
import { QrCode } from '@/components/ui/QrCode';
import { Notice } from '@/components/ui/Notice';
import { Panel } from '@/components/ui/Panel';
import { useJoinAddress } from '@/lib/address';
import { t } from '@/messages';
import { CopyButton } from './CopyButton';

/** The way in for the class, and the private links for the host. */
export function RoomCode({
  code,
  hostToken,
  screenToken,
}: {
  readonly code: string;
  readonly hostToken: string;
  readonly screenToken: string;
}) {
  const { origin, hereAlone } = useJoinAddress();
  return (
    <Panel title={t('console.code')}>
      <p
        className="text-center text-5xl font-bold tracking-[0.2em]"
        aria-label={t('console.code.spelled', { code: code.split('').join(' ') })}
      >
        {code}
      </p>
      {origin && (
        <>
          <p className="mt-2 break-all text-center text-sm">
            {t('console.code.at', { address: `${origin}/j/${code}` })}
          </p>
          <div className="mx-auto mt-2 w-40">
            <QrCode text={`${origin}/j/${code}`} label={t('console.qr')} />
          </div>
          {hereAlone && (
            <div className="mt-2 text-sm">
              <Notice>{t('console.hereAlone')}</Notice>
            </div>
          )}
          <div className="mt-3 grid gap-2">
            <a
              href={`/screen#${screenToken}`}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-h-11 items-center justify-center rounded-md border border-line-strong px-4 text-sm font-semibold text-ink no-underline"
            >
              {t('console.screen.open')}
            </a>
            <CopyButton text={`${origin}/screen#${screenToken}`} label={t('console.screen.copy')} />
            <CopyButton text={`${origin}/console#${hostToken}`} label={t('console.host.copy')} />
          </div>
          <p className="mt-2 text-sm text-muted">{t('console.host.note')}</p>
        </>
      )}
    </Panel>
  );
}
