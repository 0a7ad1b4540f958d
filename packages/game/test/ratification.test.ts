import { describe, expect, it } from 'vitest';
import { HISTORIC, initialled, refusalOf, supportOf } from './table';

describe('ratification', () => {
  it('[R1] begins when all sides have initialled, and everybody then reads the text', () => {
    const table = initialled();
    expect(table.desk().phase).toBe('ratification');
    expect(table.view('wire').deal).toEqual(HISTORIC);
  });

  it('[R2, R3] moves factions by the attacks that a speech truly answers, and by no more than the scenario allows', () => {
    const table = initialled();
    const before = supportOf(table, 'old-guard');
    table.seat('sela', {
      type: 'give-speech',
      answers: [
        { criticism: 'gave-away', answer: 'quotas-hold' },
        { criticism: 'no-fish', answer: 'ladder' },
      ],
    });
    expect(supportOf(table, 'old-guard')).toBe(before + 1);
    expect(refusalOf(table.seat('sela', { type: 'give-speech', answers: [] }))).toBe('used-up');
  });

  it('[R3] counts an answer for nothing when the agreement does not bear it out', () => {
    const table = initialled();
    const before = supportOf(table, 'border-guard');
    table.seat('mara', { type: 'give-speech', answers: [{ criticism: 'too-soft', answer: 'dam-stands' }] });
    expect(supportOf(table, 'border-guard')).toBe(before + 1);
    expect(
      refusalOf(
        table.seat('sela', {
          type: 'give-speech',
          answers: [{ criticism: 'too-soft', answer: 'dam-stands' }],
        }),
      ),
    ).toBe('wrong-picks');
  });

  it('[R6] opens the count by itself when nobody’s ballot is missing', () => {
    const table = initialled();
    for (const faction of ['farmers', 'engineers', 'border-guard', 'generals', 'old-guard'])
      table.seat(faction, { type: 'vote', vote: 'yes' });
    expect(table.desk().phase).toBe('ratification');
    table.seat('fishers', { type: 'vote', vote: 'yes' });
    expect(table.desk().phase).toBe('count');
  });

  it('[R9] overrules a bounded ballot that is far from the faction’s interest', () => {
    const table = initialled();
    for (const faction of ['farmers', 'engineers', 'border-guard', 'generals', 'old-guard', 'fishers'])
      table.seat(faction, { type: 'vote', vote: 'no' });
    expect(table.desk().results[0]?.overruled).toContain('fishers');
    expect(table.desk().results[0]?.votes.fishers).toBe('yes');
  });

  it('[R7] takes the plurality of a shared seat, and a tie as an abstention', () => {
    const table = initialled({ ballot: 'free' });
    table.wish({
      as: 'system',
      command: { type: 'hold-seat', role: 'generals', people: ['p-generals', 'second'] },
    });
    table.seat('generals', { type: 'vote', vote: 'yes' });
    table.seat('generals', { type: 'vote', vote: 'no' }, 'second');
    table.clock();
    expect(table.desk().results[0]?.votes.generals).toBe('abstain');
  });

  it('[R6, R8] lets a faction whose people have not voted when the clock runs out vote by the model', () => {
    const table = initialled({ ballot: 'free' });
    table.seat('fishers', { type: 'vote', vote: 'no' });
    table.clock();
    expect(table.desk().results[0]?.votes).toMatchObject({ fishers: 'no', farmers: 'yes' });
  });

  it('[R8] lets factions without people vote by the model', () => {
    const table = initialled({
      ballot: 'free',
      empty: ['farmers', 'engineers', 'border-guard', 'generals', 'old-guard', 'fishers'],
    });
    table.clock();
    expect(table.desk().results[0]?.votes).toMatchObject({ fishers: 'yes', farmers: 'yes' });
  });

  it('[R11] returns a refused agreement to the table as often as the scenario allows; the record stays and initials are gone', () => {
    const table = initialled({ ballot: 'free' });
    for (const faction of ['farmers', 'engineers', 'border-guard', 'generals', 'old-guard', 'fishers'])
      table.seat(faction, { type: 'vote', vote: 'no' });
    expect(table.desk().outcome).toBeNull();
    table.host({ type: 'skip' });
    expect([table.desk().phase, table.desk().returned, table.desk().initials]).toEqual(['bargaining', 1, {}]);
    expect(table.desk().moves.length).toBeGreaterThan(0);
    table.clock();
    expect(table.desk().outcome?.outcome).toBe('no-agreement');
  });

  it('[R12] ends refused, as involuntary defection, when the host lets it rest', () => {
    const table = initialled({ ballot: 'free' });
    for (const faction of ['farmers', 'engineers', 'border-guard', 'generals', 'old-guard', 'fishers'])
      table.seat(faction, { type: 'vote', vote: 'no' });
    table.host({ type: 'finish' });
    expect(table.desk().outcome).toMatchObject({ outcome: 'refused', defection: 'involuntary' });
    expect(table.desk().phase).toBe('debrief');
  });
});
