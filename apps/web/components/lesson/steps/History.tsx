import { Panel } from '@/components/ui/Panel';
import { Prose } from '@/components/ui/Prose';
import { t } from '@/messages';

/** What happened in history, and what is disputed about it. */
export function History({ history, disputes }: { readonly history: string; readonly disputes: string }) {
  return (
    <Panel title={t('after.history')}>
      <div className="document max-w-prose">
        <Prose text={history} />
        {disputes !== '' && (
          <>
            <h2>{t('after.disputes')}</h2>
            <Prose text={disputes} />
          </>
        )}
      </div>
    </Panel>
  );
}
