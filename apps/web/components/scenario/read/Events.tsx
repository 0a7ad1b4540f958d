import type { ScenarioSheet, SheetEvent } from '@btt/protocol';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';

/** What happens by itself, or at the host's word. */
export function Events({ sheet }: { readonly sheet: ScenarioSheet }) {
  return (
    <Panel title={t('scenario.events')}>
      {sheet.events.length === 0 && <p>{t('scenario.events.none')}</p>}
      <ul className="divide-y divide-line">
        {sheet.events.map((event) => (
          <li key={event.id} className="py-2 text-sm">
            <p className="text-muted">
              {whenText(event)}
              {event.date !== '' && ` · ${event.date}`}
            </p>
            <h3 className="font-sans text-base font-semibold" lang={sheet.card.language}>
              {event.name}
            </h3>
            <p className="max-w-prose" lang={sheet.card.language}>
              {event.text || event.headline}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function whenText({ when }: SheetEvent): string {
  return when.kind === 'round'
    ? t('scenario.events.round', { round: when.round })
    : t(`scenario.events.${when.kind}`);
}
