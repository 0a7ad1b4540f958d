import { canary, NORTH, ROLES, type Secret } from './canary-scenario';
import { granted, type Klass, student, until } from './running';

const said = (place: string, ...to: string[]): Secret => ({ text: canary(place), to, opens: true });
/** What is said in the first round. */
export const SAID = {
  backChannel: said('back-channel', 'nora', 'sofia'),
  caucus: said('caucus', ...NORTH),
  direct: said('direct', 'generals', 'sela'),
  help: said('help', 'farmers'),
  note: said('instruction', 'generals', 'sela', 'simon'),
  boast: said('boast', ...NORTH),
  draft: said('draft', 'mara', 'nils', 'nora'),
  plan: said('plan', 'mara', 'sela'),
  lobby: said('lobby', 'generals', 'old-guard'),
  proposal: said('proposal', 'mara', 'nils', 'nora', 'sela', 'simon', 'sofia'),
} as const;
/** What the session says, and not the table. */
const message: Secret = { text: canary('message'), to: ['observer'], opens: false };
export const SESSION: readonly Secret[] = [
  message,
  { text: canary('cohost'), to: [], opens: false },
  { text: canary('expected'), to: [], opens: false },
  { text: canary('bookmark'), to: [], opens: false },
];
export const BALLOT: Secret = { text: '"type":"ballot","faction":"farmers"', to: ['farmers'], opens: true };
export const REFLECTION: Secret = { text: canary('reflection'), to: ['farmers'], opens: false };
/** Nicknames are for the people of the session; whoever was removed has heard some before. */
export const NAMED: Secret = {
  text: 'Student sela',
  to: [...ROLES, 'observer', 'listed', 'removed'],
  opens: false,
};

/** Something secret is said in every way there is. `observer`: to whom the host writes. */
export async function playFirstRound(room: Klass, observer: string): Promise<void> {
  const { table, host } = room;
  const as = (role: string, command: Parameters<Klass['host']['seat']>[1]) =>
    student(room, role).client.seat(table, command).then(granted);
  await as('nora', { type: 'say', channel: 'nora-sofia', words: SAID.backChannel.text });
  await as('mara', { type: 'say', channel: 'caucus-north', words: SAID.caucus.text });
  await as('generals', { type: 'say', channel: 'direct-generals', words: SAID.direct.text });
  await as('farmers', { type: 'ask-help', words: SAID.help.text });
  await as('generals', { type: 'instruct', words: SAID.note.text });
  await as('mara', { type: 'move', move: 'victory-line', words: SAID.boast.text });
  await as('generals', { type: 'lobby', faction: 'old-guard', wants: 'for', words: SAID.lobby.text });
  const draft = { constituencies: ['farmers'], attacks: ['too-soft'], words: SAID.draft.text };
  await as('nora', { type: 'draft-speech', for: 'north', ...draft });
  const promises = [{ side: 'north', kind: 'avoid', what: 'boast', until: null }] as const;
  await as('mara', { type: 'offer-plan', to: 'sela', promises: [...promises], words: SAID.plan.text });
  await as('mara', { type: 'propose', terms: { fund: 'large' }, words: SAID.proposal.text });
  granted(await host.letIn(canary('cohost')));
  granted(await host.hostSession({ type: 'message', person: observer, words: message.text }));
  granted(await host.leadLesson({ type: 'note', table, position: 3, words: canary('bookmark') }));
  // Nothing that hangs in the balance comes out.
  const { draws } = await until(host, ({ tables }) => {
    const desk = tables[table]?.desk;
    return desk && desk.draws.filter(({ hit }) => hit === null).length >= 2 && desk;
  });
  for (const { id, hit } of draws)
    if (hit === null) granted(await host.hostTable(table, { type: 'overrule-draw', draw: id, hit: false }));
}

/** Agreement in the second round, and a ballot that is not opened yet. */
export async function playOn({ table, host, students }: Klass): Promise<void> {
  granted(await host.hostTable(table, { type: 'skip' }));
  const [mara, sela, farmers] = ['mara', 'sela', 'farmers'].map((role) => students[role]?.client);
  if (!mara || !sela || !farmers) throw new Error('Somebody is missing.');
  const terms = { water: 'free', dam: 'delayed', fund: 'small' } as const;
  granted(await mara.seat(table, { type: 'propose', terms }));
  granted(await sela.seat(table, { type: 'propose', terms }));
  granted(await mara.seat(table, { type: 'initial' }));
  granted(await sela.seat(table, { type: 'initial' }));
  await until(farmers, ({ tables }) => tables[table]?.desk.phase === 'ratification');
  granted(await farmers.seat(table, { type: 'vote', vote: 'no' }));
}
