import type { OwnBrief, PublicRole, PublicScenario, ScenarioSheet } from '@btt/protocol';
import type { ReactNode } from 'react';
import { Prose } from '@/components/ui/Prose';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { Common } from './Common';
import { PacketMoves } from './PacketMoves';
import { Sheet } from './Sheet';

/** Everything that one role may read, and nothing of any other: public texts, and the role's own brief as its seat is told it. */
export function Packet({ sheet, role }: { readonly sheet: ScenarioSheet; readonly role: PublicRole }) {
  const own = sheet.roles[role.id];
  if (!own) return null;
  const side = sheet.public.sides.find((one) => one.id === role.side);
  return (
    <article className="packet rounded-lg border border-line bg-sheet p-5" lang={sheet.card.language}>
      <p className="text-sm text-muted">
        {sheet.card.title}
        {side && ` · ${side.name}`}
      </p>
      <h2 className="text-2xl">{role.name}</h2>
      <p className="font-serif">{role.office}</p>
      <p className="mt-1 text-sm font-semibold text-brass">{t('packets.note', { name: role.name })}</p>
      {own.card && (
        <dl className="mt-3 grid gap-2 border-y border-line py-3 sm:grid-cols-3">
          {(['who', 'want', 'question'] as const).map((key) => (
            <Item key={key} name={t(`packets.card.${key}`)}>
              {own.card?.[key]}
            </Item>
          ))}
        </dl>
      )}
      <Section title={t('packets.yours')}>
        <Prose text={own.briefing} />
        {own.stake && (
          <dl className="my-3 grid gap-2 rounded-md border border-brass p-3">
            {(['concern', 'give', 'hurt'] as const).map((key) => (
              <Item key={key} name={t(`packets.stake.${key}`)}>
                {own.stake?.[key]}
              </Item>
            ))}
          </dl>
        )}
        {side && (
          <p className="mt-2">
            <span className="font-semibold">{t('packets.rule')}: </span>
            {side.ruleText}
          </p>
        )}
        <Numbers own={own} />
        <Rumours own={own} scenario={sheet.public} />
      </Section>
      {own.points && (
        <Section title={t('packets.sheet')}>
          <Sheet own={own} issues={sheet.public.issues} />
        </Section>
      )}
      {own.moves.length > 0 && (
        <Section title={t('packets.moves')}>
          <PacketMoves moves={own.moves} />
        </Section>
      )}
      <Attacks own={own} />
      <Section title={t('packets.public')}>
        <Common sheet={sheet} own={own} />
      </Section>
    </article>
  );
}

function Numbers({ own }: { readonly own: OwnBrief }) {
  const { faction, noAgreement } = own;
  return (
    <div className="mt-2 flex flex-col gap-1">
      {faction && (
        <p>
          {t('packets.faction', {
            start: signed(faction.start),
            yes: signed(faction.yes),
            no: signed(faction.no),
          })}
        </p>
      )}
      {faction?.redLines.map((line) => (
        <p key={line.text} className="font-semibold">
          {t('packets.redLine', { text: line.text })}
        </p>
      ))}
      {noAgreement !== null && <p>{t('packets.noAgreement', { value: signed(noAgreement) })}</p>}
    </div>
  );
}

function Rumours({ own, scenario }: { readonly own: OwnBrief; readonly scenario: PublicScenario }) {
  if (own.rumours.length === 0) return null;
  return (
    <div className="mt-3">
      <h4 className="font-semibold">{t('packets.rumours')}</h4>
      <ul className="list-disc ps-5">
        {own.rumours.map(({ about, text, range }) => (
          <li key={text}>
            {text}
            {range && about !== null && (
              <span className="text-muted">
                {' '}
                ({scenario.roles.find((role) => role.id === about)?.short ?? about}: {signed(range.min)} …{' '}
                {signed(range.max)})
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Attacks({ own }: { readonly own: OwnBrief }) {
  const { criticisms, theirCriticisms, faction } = own;
  return (
    <>
      {criticisms.length > 0 && (
        <Section title={faction ? t('packets.attacks') : t('packets.speech')}>
          <ul className="list-disc ps-5">
            {criticisms.map((attack) => (
              <li key={attack.id}>
                {attack.text}
                {attack.answers.length > 0 && (
                  <ul className="list-[circle] ps-5 text-sm">
                    {attack.answers.map((answer) => (
                      <li key={answer.id}>{answer.text}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {theirCriticisms.length > 0 && (
        <Section title={t('packets.theirs')}>
          <ul className="list-disc ps-5">
            {theirCriticisms.map((attack) => (
              <li key={attack.id}>{attack.text}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-5">
      <h3 className="border-b border-line-strong text-lg">{title}</h3>
      <div className="mt-2">{children}</div>
    </section>
  );
}

function Item({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm font-semibold">{name}</dt>
      <dd className="font-serif">{children}</dd>
    </div>
  );
}
