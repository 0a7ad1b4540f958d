import { type Client, createClient } from '@btt/client';
import { granted, until } from '@btt/client/test-support';
import type { HostCommand, SeatCommand } from '@btt/protocol';

/** A whole class without browsers: the host and the seats that nobody looks at. */
export interface Class {
  readonly host: Client;
  readonly code: string;
  readonly session: string;
  readonly table: string;
  readonly hostToken: string;
  readonly screenToken: string;
  /** Joins somebody and seats them. */
  seat(role: string): Promise<{ readonly client: Client; readonly token: string; readonly nickname: string }>;
  /** Acts for a seat that a browser holds, too: the same person, a second page. */
  attach(role: string, token: string): Promise<void>;
  act(role: string, command: SeatCommand): Promise<void>;
  move(role: string, move: string): Promise<void>;
  say(command: HostCommand): Promise<void>;
  close(): void;
}

/** Takes over a session that a host opened, in a browser or through {@link openClass}. */
export async function takeOver(
  url: string,
  pass: {
    readonly hostToken: string;
    readonly screenToken: string;
    readonly code: string;
    readonly session: string;
  },
): Promise<Class> {
  const clients: Client[] = [];
  const connect = () => {
    const client = createClient({
      url,
      socket: { forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 200 },
    });
    clients.push(client);
    return client;
  };
  const host = connect();
  granted(await host.hello(pass.hostToken));
  const table = `${pass.session}-1`;
  const seats = new Map<string, Client>();
  async function act(role: string, command: SeatCommand): Promise<void> {
    const client = seats.get(role);
    if (!client) throw new Error(`nobody sits on ${role}`);
    granted(
      await client.seat(table, command),
      `${role} ${command.type} ${'move' in command ? command.move : ''}`,
    );
  }

  return {
    host,
    table,
    ...pass,
    async seat(role) {
      const client = connect();
      const nickname = `S. ${role}`.slice(0, 24);
      const joined = granted(await client.join({ code: pass.code, nickname }), role);
      granted(await client.hello(joined.token));
      const seated = await host.hostSession({ type: 'seat', person: joined.person, table, role });
      // Who comes late may have been given this very seat already.
      if (seated.ok || seated.code !== 'nothing-to-do') granted(seated, role);
      await until(client, (state) => state.tables[table]?.brief?.own?.role === role);
      seats.set(role, client);
      return { client, token: joined.token, nickname };
    },
    async attach(role, token) {
      const client = connect();
      granted(await client.hello(token));
      await until(client, (state) => state.tables[table]?.brief?.own?.role === role);
      seats.set(role, client);
    },
    act,
    async move(role, move) {
      const own = seats
        .get(role)
        ?.store.getState()
        .tables[table]?.brief?.own?.moves.find((one) => one.id === move);
      const picked =
        own?.pick?.from === 'items'
          ? own.pick.items.slice(0, own.pick.min).map((item) => item.id)
          : undefined;
      await act(role, { type: 'move', move, ...(picked ? { picked } : {}) });
    },
    async say(command) {
      granted(await host.hostTable(table, command), command.type);
    },
    close() {
      for (const client of clients) client.close();
    },
  };
}

export async function openClass(url: string): Promise<Class> {
  const client = createClient({ url, socket: { forceNew: true } });
  const pass = granted(await client.host({ scenario: 'german-reunification' }));
  client.close();
  return takeOver(url, pass);
}

/** The terms of 1990. */
export const HISTORIC = {
  alliance: 'germany-chooses',
  'nato-in-east': 'german-units-only',
  'force-ceiling': 'vienna-370',
  'troop-withdrawal': 'four-years',
  'stationing-money': 'dm-12',
  'four-power-rights': 'end-with-unity',
  'polish-border': 'parallel-resolutions',
  csce: 'standing-institution',
  'nato-declaration': 'london-declaration',
  'economic-help': 'dm-5-credit',
} as const;

/** The terms of 1990 without NATO's words: what may be signed before London and no ally is asked. */
export const PLAIN = { ...HISTORIC, 'nato-declaration': 'ordinary-communique' } as const;

/** Lets luck be kind: whatever chance would decide at the start of the next round does not happen. */
export async function settleDraws(room: Class): Promise<void> {
  const open =
    room.host.store.getState().tables[room.table]?.desk.draws.filter((draw) => draw.hit === null) ?? [];
  for (const draw of open) await room.say({ type: 'overrule-draw', draw: draw.id, hit: false });
}

/** On to the next round, with kind luck. */
export async function nextRound(room: Class): Promise<void> {
  await settleDraws(room);
  await room.say({ type: 'skip' });
}

/** Goes on with a table, as its host, until its game is over. */
export async function toDebrief(host: Client, table: string): Promise<void> {
  const desk = () => host.store.getState().tables[table]?.desk;
  for (let phase = desk()?.phase; phase !== 'debrief'; phase = desk()?.phase) {
    const outcome = desk()?.outcome;
    granted(await host.hostTable(table, { type: phase === 'count' && !outcome ? 'finish' : 'skip' }), phase);
    await until(host, () => desk()?.phase !== phase || desk()?.outcome !== outcome);
  }
}

/** The Level Two help of 1990, round by round, up to the last round. Needs the seats of both teams. */
export async function helpEachOther(room: Class): Promise<void> {
  await room.move('bush', 'no-gloating');
  await room.move('baker', 'quiet-futility');
  await nextRound(room);
  await room.move('gorbachev', 'ease-blockade');
  await room.move('baker', 'nine-assurances');
  await room.move('kohl', 'early-guarantee');
  await room.move('shevardnadze', 'praise-us-presence');
  await nextRound(room);
  await room.move('bush', 'leaders-only-text');
  await room.move('baker', 'advance-draft');
  await room.move('tarasenko', 'early-warning');
  await nextRound(room);
}

export const TEAMS = ['bush', 'kohl', 'ross', 'gorbachev', 'tarasenko'] as const;

export { granted, until };
