import type { SeatCommand } from '@btt/protocol';
import { describe, expect, it } from 'vitest';
import { bargainingTable, initialled, refusalOf, type TestTable } from '../table';
import { act, audienceOfLast, changes, factsOf } from './scenes';

type Chart = Pick<Extract<SeatCommand, { type: 'draft-speech' }>, 'constituencies' | 'attacks'>;

/** Nora drafts Sela’s speech and hands it over through the aides’ line. */
function drafted(table: TestTable, chart: Chart): string {
  act(table, 'nora', { type: 'draft-speech', for: 'south', ...chart, words: 'w1' });
  const draft = factsOf(table, 'speech-drafted').at(-1)?.id ?? '';
  act(table, 'nora', { type: 'hand-speech', draft, to: 'sofia' });
  return draft;
}

const WEIGHTY: Chart = { constituencies: ['old-guard'], attacks: ['gave-away'] };

describe('the acceptance speech', () => {
  it('[D11, D12] counts an answer with those alone who truly hold the attack, if the deal bears it out', () => {
    const table = initialled();
    const said = [
      { criticism: 'gave-away', answer: 'quotas-hold' },
      { criticism: 'sold-out', answer: 'fund-pays' },
    ];
    expect(changes(table, () => act(table, 'sela', { type: 'give-speech', answers: said }))).toEqual({
      'old-guard': 1,
      generals: 1,
    });
  });

  it('[D12] tells the same terms in another way: of two answers to one attack, one may be true and the other not', () => {
    const quiet = initialled();
    const answers = [{ criticism: 'gave-away', answer: 'north-is-quiet' }];
    expect(changes(quiet, () => act(quiet, 'sela', { type: 'give-speech', answers }))).toEqual({
      'old-guard': 1,
    });
    const loud = bargainingTable({ luck: 0.99 });
    loud.clock();
    loud.clock();
    const terms = { water: 'quotas', dam: 'delayed', fund: 'small' };
    for (const head of ['mara', 'sela']) act(loud, head, { type: 'propose', terms });
    for (const head of ['mara', 'sela']) act(loud, head, { type: 'initial' });
    expect(changes(loud, () => act(loud, 'sela', { type: 'give-speech', answers }))).toEqual({});
  });

  it('[D11] pays nothing for an attack that nobody holds', () => {
    const table = initialled();
    const answers = [{ criticism: 'no-fish', answer: 'ladder' }];
    expect(changes(table, () => act(table, 'sela', { type: 'give-speech', answers }))).toEqual({});
  });

  it('[D11] is rated by its hearers, each for itself, within the bound that the scenario sets', () => {
    const table = initialled();
    act(table, 'sela', { type: 'give-speech', answers: [] });
    const most = table.game.scenario.speech?.rating ?? 0;
    expect(changes(table, () => act(table, 'fishers', { type: 'rate-speech', rating: -1 }))).toEqual({
      fishers: -most,
    });
  });
});

describe('a draft of the other side’s speech', () => {
  it('[U2, D19] is handed over through a back channel, and so reaches the one who will speak', () => {
    const table = initialled();
    const draft = drafted(table, WEIGHTY);
    expect(audienceOfLast(table, 'speech-handed')).toEqual(['mara', 'nils', 'nora', 'sofia', 'sela']);
    expect(table.view('sela').politics.charts[draft]?.chart).toMatchObject({ ...WEIGHTY, words: 'w1' });
    expect(table.view('generals').politics.charts).toEqual({});
    expect(refusalOf(table.seat('mara', { type: 'hand-speech', draft, to: 'sela' }))).toBe('no-channel');
  });

  it('[U2, D11] pays when the speech is given from it, with each faction that was named and whose attack was foreseen', () => {
    const table = initialled();
    const draft = drafted(table, WEIGHTY);
    const { foreseen } = table.game.scenario.politics;
    expect(changes(table, () => act(table, 'sela', { type: 'give-speech', answers: [], draft }))).toEqual({
      'old-guard': foreseen,
    });
    expect(factsOf(table, 'speech').at(-1)?.draft).toBe(draft);
  });

  it('[U2] pays nothing where the wrong faction was named or the wrong attack expected', () => {
    for (const chart of [
      { constituencies: ['fishers'], attacks: ['gave-away'] },
      { constituencies: ['old-guard'], attacks: ['sold-out'] },
      { constituencies: ['old-guard'], attacks: ['no-fish'] },
    ]) {
      const table = initialled();
      const draft = drafted(table, chart);
      expect(changes(table, () => act(table, 'sela', { type: 'give-speech', answers: [], draft }))).toEqual(
        {},
      );
    }
  });

  it('[U2] cannot foresee everything: it holds no more attacks than the speech may answer', () => {
    const table = initialled();
    const attacks = ['gave-away', 'sold-out', 'no-fish'];
    expect(
      refusalOf(
        table.seat('nora', { type: 'draft-speech', for: 'south', constituencies: ['old-guard'], attacks }),
      ),
    ).toBe('wrong-picks');
  });

  it('[D19] is one’s own affair when one drafts one’s own: nothing was foreseen for anybody', () => {
    const table = initialled();
    act(table, 'sofia', { type: 'draft-speech', for: 'south', ...WEIGHTY });
    const draft = factsOf(table, 'speech-drafted').at(-1)?.id ?? '';
    expect(changes(table, () => act(table, 'sela', { type: 'give-speech', answers: [], draft }))).toEqual({});
  });

  it('[U2] is credited to whoever wrote it, while its hearers know only of the speech', () => {
    const table = initialled();
    const draft = drafted(table, WEIGHTY);
    act(table, 'sela', { type: 'give-speech', answers: [], draft });
    const effect = table.desk().effects.at(-1);
    const speech = factsOf(table, 'speech').at(-1)?.id;
    expect(table.desk().behind[effect?.id ?? '']?.cause).toBe(draft);
    expect(table.view('old-guard').effects.at(-1)?.cause).toBe(speech);
  });
});
