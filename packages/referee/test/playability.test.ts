import { fileURLToPath } from 'node:url';
import type { Scenario } from '@btt/scenario';
import { loadScenario } from '@btt/scenario/load';
import { smallScenario } from '@btt/scenario/test-support';
import { describe, expect, it } from 'vitest';
import { playability } from '../src';

const loaded = await loadScenario(
  fileURLToPath(new URL('../../../scenarios/all-night-labour-contract', import.meta.url)),
);
if (!loaded.ok) throw new Error('the labour contract does not load');
const { scenario: sound } = loaded;

const failing = (scenario: Scenario) =>
  playability(scenario)
    .filter((check) => check.result === 'bad')
    .map((check) => check.id);

const breaking = (change: (scenario: Scenario) => Partial<Scenario>) =>
  failing({ ...sound, ...change(sound) });

describe('the playability check', () => {
  it('finds nothing bad in a sound scenario', () => {
    expect(failing(sound)).toEqual([]);
  });

  it('finds a balance row that does not come out', () => {
    expect(
      breaking(({ balance }) => ({
        balance: balance.map((row) => ({ ...row, expect: row.expect.map((one) => ({ ...one, yes: 1 })) })),
      })),
    ).toEqual(sound.balance.map(() => 'balance'));
  });

  it('finds a scenario that passes without help', () => {
    expect(
      breaking(({ factions }) => ({
        balance: [],
        factions: factions.map((one) => ({ ...one, start: one.start + 3 })),
      })),
    ).toContain('help-needed');
  });

  it('counts what happens by itself, with and without help', () => {
    const lift = sound.factions.map((one) => ({
      kind: 'effect' as const,
      faction: one.id,
      points: 3,
      until: { kind: 'end' as const },
      stacking: 'each' as const,
      deal: [],
    }));
    const [first] = sound.triggers;
    if (!first) throw new Error('no event');
    const gift = {
      ...first,
      id: 'gift',
      at: { kind: 'round' as const, round: 1 },
      onlyIf: null,
      cases: [],
      always: lift,
    };
    expect(breaking(({ triggers }) => ({ triggers: [...triggers, gift] }))).toEqual(['help-needed']);
  });

  it('finds a scenario that no help can carry', () => {
    const redLines = [{ deal: [], text: '' }];
    expect(
      breaking(({ factions }) => ({
        balance: [],
        factions: factions.map((one, at) => (at < 3 ? { ...one, redLines, weight: 1000 } : one)),
      })),
    ).toContain('affordable');
  });

  it('finds a faction that decides nothing', () => {
    const [first] = sound.factions;
    const found = breaking(({ factions, sides }) => ({
      balance: [],
      sides: sides.map((side) =>
        side.id === first?.side
          ? {
              ...side,
              rule: {
                kind: 'unanimity' as const,
                factions: factions
                  .filter((one) => one.side === side.id && one.id !== first.id)
                  .map((one) => one.id),
              },
            }
          : side,
      ),
    }));
    expect(found).toContain('factions');
  });

  it('finds an issue that matters to nobody, and an option that is best for everybody', () => {
    const [issue] = sound.issues;
    if (!issue) throw new Error('no issue');
    const [first] = issue.options;
    const points = (value: number) => ({ [issue.id]: { [first?.id ?? '']: value } });
    const withPoints = (value: number) =>
      breaking(({ factions, principals }) => ({
        balance: [],
        interactions: [],
        factions: factions.map((one) => ({
          ...one,
          redLines: [],
          points: { ...one.points, ...points(value) },
        })),
        principals: principals.map((one) => ({ ...one, points: { ...one.points, ...points(value) } })),
      }));
    expect(withPoints(0)).toContain('issues');
    expect(withPoints(3)).toContain('dominant');
  });

  it('finds a briefing that takes longer than there is time', () => {
    expect(
      breaking(({ roles }) => ({
        roles: roles.map((role) => ({ ...role, briefing: 'word '.repeat(5000) })),
      })),
    ).toContain('reading-time');
  });

  it('finds another role’s concern in a briefing, in a rumour or in a move, however it is cut into lines', () => {
    const [one, other] = sound.roles.filter((role) => role.stake !== null);
    const secret = one?.stake?.concern.toUpperCase().replaceAll(' ', '\n') ?? '';
    const found = breaking(({ roles }) => ({
      roles: roles.map((role) => (role.id === other?.id ? { ...role, briefing: `So: ${secret}` } : role)),
    }));
    expect(found).toEqual(['secrets']);
    expect(
      breaking(() => ({
        rumours: [{ to: [other?.id ?? ''], about: null, text: secret, range: null, true: true, truth: '' }],
      })),
    ).toEqual(['secrets']);
  });

  it('finds a false rumour that does not say what is true', () => {
    expect(
      breaking(({ rumours }) => ({ rumours: rumours.map((one) => ({ ...one, true: false, truth: '' })) })),
    ).toEqual(['rumours']);
  });

  it('looks at numbers alone where there are no texts to read, and tells what it found in sentences', () => {
    const { roles } = smallScenario();
    const bare = { ...smallScenario(), roles: roles.map((role) => ({ ...role, briefing: '' })) };
    const found = playability(bare);
    expect(found.map((check) => check.id)).not.toContain('reading-time');
    for (const { sentence } of found) expect(sentence).toMatch(/^\S.*\.$/);
  });
});
