import type { ScenarioSheet } from '@btt/protocol';
import { Facts } from '@/components/library/Facts';
import { Panel } from '@/components/ui/Panel';
import { Prose } from '@/components/ui/Prose';
import { t } from '@/messages';
import { namesOf } from '../names';
import { Events } from './Events';
import { Moves } from './Moves';
import { Points } from './Points';
import { Roles } from './Roles';

/** A whole scenario to be read: public texts, every number, every briefing. */
export function Read({ sheet }: { readonly sheet: ScenarioSheet }) {
  const { card, sources, debrief, teaching } = sheet;
  const names = namesOf(sheet.public);
  const { briefing, rounds, ratification } = card.table;
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 lg:grid-cols-2">
        <Panel title={t('scenario.summary')}>
          <Prose text={card.summary} language={card.language} />
        </Panel>
        <Panel title={t('scenario.facts')}>
          <Facts card={card} />
          <p className="mt-3 text-sm">
            <span className="text-muted">{t('scenario.table')}: </span>
            {t('scenario.table.value', { briefing, rounds, ratification })}
          </p>
        </Panel>
      </div>
      <Roles sheet={sheet} names={names} />
      <Points sheet={sheet} names={names} />
      <Moves sheet={sheet} names={names} />
      <Events sheet={sheet} />
      <Panel title={t('scenario.teaching')}>
        {teaching === '' ? (
          <p>{t('scenario.teaching.none')}</p>
        ) : (
          <Prose text={teaching} language={card.language} />
        )}
      </Panel>
      <Panel title={t('scenario.debrief')}>
        <Prose text={debrief.history} language={card.language} />
        {debrief.disputes !== '' && (
          <>
            <h3 className="mt-4 text-lg">{t('scenario.disputes')}</h3>
            <Prose text={debrief.disputes} language={card.language} />
          </>
        )}
        {debrief.questions.length > 0 && (
          <>
            <h3 className="mt-4 text-lg">{t('scenario.questions')}</h3>
            <ol className="document list-decimal ps-6" lang={card.language}>
              {debrief.questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ol>
          </>
        )}
      </Panel>
      {sources.length > 0 && (
        <Panel title={t('scenario.sources')}>
          <ul className="list-disc ps-5 text-sm break-words" lang={card.language}>
            {sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
          <p className="mt-2 text-sm text-muted">{t('library.licence', { licence: card.licence })}</p>
        </Panel>
      )}
    </div>
  );
}
