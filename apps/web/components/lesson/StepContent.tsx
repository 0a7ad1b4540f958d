'use client';
import type { LessonStep, LessonView, PublicScenario } from '@btt/protocol';
import { t } from '@/messages';
import { Revealed } from './Revealed';
import { History } from './steps/History';
import { Questions } from './steps/Questions';
import { Results } from './steps/Results';
import { ShownMoment } from './steps/ShownMoment';
import { Standings } from './steps/Standings';
import { WhatMattered } from './steps/WhatMattered';

interface Props {
  readonly step: LessonStep;
  readonly view: LessonView;
  readonly scenario: PublicScenario;
  /** Changes when something may have been added to what is shown. */
  readonly fresh: string | number;
  /** The table of whoever looks: it comes first. */
  readonly own: string | null;
}

/** What a step shows to everybody: on devices, on the projector and to the host. */
export function StepContent({ step, view, scenario, fresh, own }: Props) {
  switch (step) {
    case 'guess':
    case 'reflect':
      return <p className="text-2xl">{t(step === 'guess' ? 'guess.screen' : 'reflect.screen')}</p>;
    case 'replay':
      return <ShownMoment moment={view.moment} />;
    case 'result':
      return (
        <Revealed step={step} fresh={fresh}>
          {({ tables }) => <Results tables={tables} scenario={scenario} />}
        </Revealed>
      );
    case 'history':
      return <Revealed step={step}>{(told) => <History {...told} />}</Revealed>;
    case 'mattered':
      return (
        <Revealed step={step} fresh={fresh}>
          {({ tables }) => (
            <div className="flex flex-col gap-3">
              {[...tables]
                .sort((one, other) => Number(other.table === own) - Number(one.table === own))
                .map((found) => (
                  <WhatMattered key={found.table} found={found} own={found.table === own} />
                ))}
            </div>
          )}
        </Revealed>
      );
    case 'compared':
      return (
        <Revealed step={step} fresh={fresh}>
          {({ tables }) => <Standings tables={tables} scenario={scenario} />}
        </Revealed>
      );
    case 'discuss':
      return (
        <Revealed step={step} fresh={fresh}>
          {({ questions }) => <Questions questions={questions} />}
        </Revealed>
      );
  }
}
