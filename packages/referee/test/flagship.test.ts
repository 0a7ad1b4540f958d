import { fileURLToPath } from 'node:url';
import type { Deal, Scenario } from '@btt/scenario';
import { loadScenario } from '@btt/scenario/load';
import { beforeAll, describe, expect, it } from 'vitest';
import { createReferee, plannedAdjustments, type Referee, winSets } from '../src';

const FOLDER = fileURLToPath(new URL('../../../scenarios/german-reunification', import.meta.url));

let scenario: Scenario;
let historic: Deal;
let referee: Referee;

beforeAll(async () => {
  const loaded = await loadScenario(FOLDER);
  if (!loaded.ok)
    throw new Error(loaded.problems.map((problem) => `${problem.line}: ${problem.message}`).join('\n'));
  scenario = loaded.scenario;
  if (!scenario.historic) throw new Error('the flagship has no history');
  historic = scenario.historic.deal;
  referee = createReferee(scenario);
});

describe('German reunification', () => {
  it('no deal of 518,400 passes on both sides without help, and 694 do with the historic help', () => {
    expect(winSets(scenario, [])).toEqual({
      kind: 'exact',
      deals: 518_400,
      sides: [
        { side: 'west', count: 2568 },
        { side: 'soviet', count: 284_178 },
      ],
      joint: 0,
    });
    expect(referee.counts(plannedAdjustments(scenario, scenario.historic?.moves ?? []))).toEqual({
      kind: 'exact',
      deals: 518_400,
      sides: [
        { side: 'west', count: 4611 },
        { side: 'soviet', count: 454_440 },
      ],
      joint: 694,
    });
  });

  it('tells the verdict in sentences', () => {
    expect(
      referee.verdict(historic, plannedAdjustments(scenario, scenario.historic?.moves ?? [])).sentence,
    ).toBe('Ratified in Washington, 64 to 26. Ratified in Moscow, 60 to 32.');
  });
});
