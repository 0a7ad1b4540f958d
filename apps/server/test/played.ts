import { granted, type Klass, klass, type Running, student, until } from './running';

const SETTINGS = { briefing: 0, roundMinutes: 5, ratification: 5, returns: 0 } as const;
const TERMS = { water: 'free', dam: 'delayed', fund: 'small' } as const;

/** A class whose table has come to its debrief: a quiet word, pressure by invitation, an agreement, the count. */
export async function playedOut(server: Running): Promise<Klass> {
  const room = await klass(server, ['mara', 'sela', 'farmers', 'old-guard'], SETTINGS);
  const { host, table } = room;
  const [mara, sela] = [student(room, 'mara').client, student(room, 'sela').client];
  granted(await mara.seat(table, { type: 'move', move: 'quiet-order' }));
  granted(await sela.seat(table, { type: 'move', move: 'ask-pressure' }));
  granted(await mara.seat(table, { type: 'move', move: 'pressure' }));
  granted(await sela.seat(table, { type: 'say', channel: 'caucus-south', words: 'Not our water.' }));
  granted(await mara.seat(table, { type: 'propose', terms: TERMS }));
  for (const issue of Object.keys(TERMS))
    granted(await sela.seat(table, { type: 'answer-clause', issue, answer: 'accept' }));
  granted(await mara.seat(table, { type: 'initial' }));
  granted(await sela.seat(table, { type: 'initial' }));
  granted(await host.hostTable(table, { type: 'skip' }));
  granted(await host.hostTable(table, { type: 'skip' }));
  await until(host, (state) => state.tables[table]?.desk.phase === 'debrief');
  return room;
}
