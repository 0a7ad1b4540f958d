import type {
  ClientMessage,
  ClientMessageName,
  HostCommand,
  LessonHostCommand,
  LessonPersonCommand,
  SeatCommand,
  SessionCommand,
} from '../src/schema';

const id = '0123456789abcdef';
const table = 'k7m2p-1';
const words = 'We could talk about this.';

/** One valid command of every kind, with everything that may be left out. */
export const SEAT_COMMANDS: { readonly [T in SeatCommand['type']]: Extract<SeatCommand, { type: T }> } = {
  ready: { type: 'ready' },
  say: { type: 'say', channel: 'table', words },
  propose: { type: 'propose', terms: { toll: 'low', guard: 'joint' }, words },
  'answer-clause': { type: 'answer-clause', issue: 'toll', answer: 'accept', words },
  'show-draft': { type: 'show-draft' },
  initial: { type: 'initial' },
  'withdraw-initials': { type: 'withdraw-initials' },
  'walk-away': { type: 'walk-away' },
  move: {
    type: 'move',
    move: 'warn',
    answering: 'h-12',
    picked: ['cost', 'pride'],
    secrets: { manner: 'performed' },
    words,
  },
  'state-stance': { type: 'state-stance', stance: 'undecided', public: true },
  instruct: { type: 'instruct', issue: 'toll', option: 'low', words },
  react: { type: 'react', to: 'h-12', reaction: 'reassured' },
  'give-speech': {
    type: 'give-speech',
    answers: [{ criticism: 'cost', answer: 'later' }],
    draft: 'h-17',
    words,
  },
  'rate-speech': { type: 'rate-speech', rating: -1 },
  vote: { type: 'vote', vote: 'abstain' },
  'ask-help': { type: 'ask-help', words },
  autopilot: { type: 'autopilot', on: true },
  'go-on': { type: 'go-on' },
  'offer-plan': {
    type: 'offer-plan',
    to: 'sela',
    promises: [{ side: 'north', kind: 'do', what: 'pressure', until: 2 }],
    words,
  },
  'answer-plan': { type: 'answer-plan', plan: 'h-14', accept: true },
  'ask-consent': { type: 'ask-consent', move: 'pressure' },
  'give-consent': { type: 'give-consent', move: 'pressure', yes: true },
  'join-bloc': { type: 'join-bloc', bloc: 'south-bloc-1' },
  'leave-bloc': { type: 'leave-bloc', bloc: 'south-bloc-1' },
  ask: { type: 'ask', issue: 'toll', option: 'low' },
  assure: { type: 'assure', question: 'h-15', yes: false },
  lobby: { type: 'lobby', faction: 'generals', wants: 'for', words },
  'answer-lobby': { type: 'answer-lobby', lobby: 'h-16', swayed: true },
  map: {
    type: 'map',
    about: 'generals',
    stance: -3,
    influence: 40,
    concern: 'toll',
    vote: 'no',
    confidence: 70,
  },
  estimate: { type: 'estimate', about: 'generals' },
  consult: { type: 'consult', about: 'generals' },
  confide: { type: 'confide', about: 'farmers', to: 'sela' },
  'draft-speech': {
    type: 'draft-speech',
    for: 'south',
    constituencies: ['generals'],
    attacks: ['gave-away'],
    words,
  },
  'hand-speech': { type: 'hand-speech', draft: 'h-17', to: 'sela' },
  leak: { type: 'leak', happening: 'h-18' },
  acknowledge: { type: 'acknowledge', happening: 'h-18' },
  judge: { type: 'judge', happening: 'h-18', defend: true },
};

export const HOST_COMMANDS: { readonly [T in HostCommand['type']]: Extract<HostCommand, { type: T }> } = {
  start: { type: 'start' },
  pause: { type: 'pause' },
  resume: { type: 'resume' },
  extend: { type: 'extend', minutes: 5 },
  'reopen-lobby': { type: 'reopen-lobby' },
  skip: { type: 'skip' },
  finish: { type: 'finish' },
  broadcast: { type: 'broadcast', words },
  say: { type: 'say', channel: 'table', words },
  'give-help': { type: 'give-help', role: 'mara' },
  fire: { type: 'fire', trigger: 'flood' },
  'overrule-draw': { type: 'overrule-draw', draw: 'h-13', hit: false },
  'open-debrief': { type: 'open-debrief' },
  autopilot: { type: 'autopilot', role: 'mara', on: true },
};

export const SESSION_COMMANDS: {
  readonly [T in SessionCommand['type']]: Extract<SessionCommand, { type: T }>;
} = {
  'add-table': { type: 'add-table', name: 'By the window', roles: ['mara', 'sela'] },
  'change-table': { type: 'change-table', table, name: 'By the door', roles: null },
  'remove-table': { type: 'remove-table', table },
  'seat-everyone': { type: 'seat-everyone', way: 'random', seed: 7, anew: true, late: true },
  seat: { type: 'seat', person: 'p-1', table, role: 'mara' },
  unseat: { type: 'unseat', person: 'p-1' },
  watch: { type: 'watch', person: 'p-1', table },
  group: { type: 'group', person: 'p-1', group: 'A' },
  'late-seating': { type: 'late-seating', on: true },
  expect: { type: 'expect', people: [{ nickname: 'Ben', table, role: 'mara', group: 'A' }] },
  'expect-no-more': { type: 'expect-no-more', person: 'x-1' },
  rename: { type: 'rename', person: 'p-1', nickname: 'Ana' },
  remove: { type: 'remove', person: 'p-1' },
  message: { type: 'message', person: 'p-1', words },
  'answer-return': { type: 'answer-return', request: 'r-1', admit: true },
  'revoke-host': { type: 'revoke-host', host: 'h-1' },
  'show-names': { type: 'show-names', shown: true },
  undo: { type: 'undo' },
  archive: { type: 'archive', archived: true },
  close: { type: 'close' },
};

export const LESSON_HOST_COMMANDS: {
  readonly [T in LessonHostCommand['type']]: Extract<LessonHostCommand, { type: T }>;
} = {
  'begin-lesson': { type: 'begin-lesson', plan: ['guess', 'result', 'reflect'] },
  'show-step': { type: 'show-step', step: 'result' },
  'show-moment': { type: 'show-moment', table, position: 12 },
  'end-lesson': { type: 'end-lesson' },
  note: { type: 'note', table, position: 12, words },
  'remove-note': { type: 'remove-note', note: 'n-1' },
};

export const LESSON_PERSON_COMMANDS: {
  readonly [T in LessonPersonCommand['type']]: Extract<LessonPersonCommand, { type: T }>;
} = {
  guess: { type: 'guess', moves: ['h-1', 'h-2', 'h-3'] },
  reflect: { type: 'reflect', prompt: 'differently', words },
};

const cursor = { epoch: '1:seat:mara', n: 41 };
const settings = {
  briefing: 5,
  roundMinutes: 7.5,
  rounds: 3,
  ratification: 6,
  returns: 1,
  ballot: 'bounded',
  unlimitedCapital: false,
  chat: true,
  crossTable: true,
  luck: 'host',
  mode: 'mixed',
  autopilot: 'away',
} as const;

/** Valid messages of every kind. */
export const MESSAGES: { readonly [K in ClientMessageName]: readonly ClientMessage<K>[] } = {
  join: [{ protocol: 1, id, code: 'ACE34', nickname: 'Ana' }],
  return: [{ protocol: 1, id, code: 'ACE34', nickname: 'Ana', returnCode: 'ACEHJ-KM347' }],
  solo: [
    {
      protocol: 1,
      id,
      scenario: 'two-towns',
      language: 'pt-BR',
      role: 'mara',
      nickname: 'Ana',
      pass: 'open sesame',
      owner: 'o'.repeat(43),
    },
  ],
  host: [
    {
      protocol: 1,
      id,
      scenario: 'two-towns',
      language: 'pt-BR',
      settings,
      pass: 'open sesame',
      owner: 'o'.repeat(43),
    },
  ],
  hello: [
    {
      protocol: 1,
      token: 'abcdefghijklmnopqrstuvwxyz',
      cursors: { session: { epoch: '1:observer', n: 3 }, [table]: cursor },
      tables: false,
    },
  ],
  command: [
    ...Object.values(SEAT_COMMANDS).map((command) => ({ as: 'seat' as const, id, table, command })),
    ...Object.values(HOST_COMMANDS).map((command) => ({ as: 'host' as const, id, table, command })),
  ],
  'session-command': Object.values(SESSION_COMMANDS).map((command) => ({ id, command })),
  'let-in': [{ id, name: 'Dr Berg' }],
  sessions: [{ protocol: 1, tokens: ['t'.repeat(43)], pass: 'open sesame' }],
  resume: [{ protocol: 1, id, session: 'k7m2p', pass: 'open sesame' }],
  'delete-session': [{ protocol: 1, session: 'k7m2p', token: 't'.repeat(43), pass: 'open sesame' }],
  resync: [{ feed: table, cursor }],
  record: [{ table }],
  findings: [{ table }],
  compare: [{}],
  explore: [{ table, position: 12, deal: { toll: 'low', guard: 'joint' } }],
  agreements: [{ table, position: 0, deal: {} }],
  lesson: [{}],
  'lesson-command': [
    ...Object.values(LESSON_HOST_COMMANDS).map((command) => ({ as: 'host' as const, id, command })),
    ...Object.values(LESSON_PERSON_COMMANDS).map((command) => ({ as: 'person' as const, id, command })),
  ],
  reveal: [{ step: 'result' }],
};
