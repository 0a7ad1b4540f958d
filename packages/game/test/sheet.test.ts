import { describe, expect, it } from 'vitest';
import { briefFor, createGame, sheetOf, tryOut } from '../src';
import { RIVER } from './table';

const { scenario } = RIVER;

describe('the sheet of a scenario', () => {
  const sheet = sheetOf(RIVER);

  it('has for each role just what its seat is told, in its packet and nowhere else', () => {
    for (const { id } of scenario.roles) {
      expect(sheet.roles[id]).toEqual(briefFor(RIVER, { kind: 'seat', role: id }).own);
      const secret = `only-${id}-knows`;
      expect(JSON.stringify(sheet.roles[id])).toContain(secret);
      const { [id]: _own, ...others } = sheet.roles;
      expect(JSON.stringify({ ...sheet, roles: others })).not.toContain(secret);
    }
  });

  it('says of every move who may make it and what it adds that lasts', () => {
    const order = sheet.moves.find((move) => move.id === 'quiet-order');
    expect(order).toMatchObject({ by: ['mara', 'nils'], cost: 1, device: 'no triumphalism' });
    expect(order?.effects).toContainEqual({ faction: 'generals', points: 1, always: true });
    expect(sheet.moves).toHaveLength(scenario.moves.length);
    expect(sheet.events).toHaveLength(scenario.triggers.length);
  });

  it('brings the note for teachers along', () => {
    const noted = createGame({ ...scenario, teaching: '# How' }, 'noted');
    expect(sheetOf(noted).teaching).toBe('# How');
  });
});

describe('a deal that is tried', () => {
  const deal = scenario.historic?.deal ?? {};

  it('is judged as the referee judges it, with the moves named and without', () => {
    const alone = tryOut(RIVER, deal, []);
    const helped = tryOut(RIVER, deal, ['quiet-order', 'pressure']);
    expect(alone.trial.line.sides.map(({ passes }) => passes)).toEqual([true, false]);
    expect(alone.vector.adjustments).toEqual([]);
    expect(alone.trial.line.complete).toBe(true);
    const change = (faction: string) =>
      (helped.trial.line.supports[faction] ?? 0) - (alone.trial.line.supports[faction] ?? 0);
    expect(change('generals')).toBeGreaterThan(0);
    expect(helped.trial.sentence).not.toBe(alone.trial.sentence);
    expect(alone.trial.details['south']?.length).toBeGreaterThan(0);
    expect(alone.trial.line.jointWinSet).toBeNull();
  });

  it('has a value for each negotiator with points', () => {
    const { trial } = tryOut(RIVER, { water: 'quotas', dam: 'built', fund: 'none' }, []);
    expect(trial.values['mara']).toBe(30 + 30 + 20 + 5);
    expect(Object.keys(trial.values).sort()).toEqual(scenario.principals.map(({ role }) => role).sort());
  });

  it('may be unfinished, and leaves out what the scenario does not know', () => {
    const { trial, vector } = tryOut(RIVER, { water: 'quotas', dam: 'nonsense', moon: 'full' }, [
      'no-such-move',
    ]);
    expect(trial.line.complete).toBe(false);
    expect(trial).toEqual(tryOut(RIVER, { water: 'quotas' }, []).trial);
    expect(vector.key).toBe('');
  });
});
