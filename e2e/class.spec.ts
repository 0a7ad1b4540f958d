import { type Client, createClient } from '@btt/client';
import type { SeatCommand } from '@btt/protocol';
import { goTo, propose } from './support/desk';
import { join, moveBySelects } from './support/room';
import { granted, PLAIN, toDebrief, until } from './support/students';
import { expect, inspect, test } from './support/test';

const TABLES = 3;
/** Students at each table; autopilots have the other seats. */
const AT_A_TABLE = 6;

/** Who leads at which table. */
const HEADS = [
  'Ana;1;Baker',
  'Bea;2;Baker',
  'Cem;3;Baker',
  'Student 1;1;Shevardnadze',
  'Student 2;2;Shevardnadze',
].join('\n');

test('a class: three tables of six and autopilots, somebody late, a dead phone, somebody moved, a co-host, and the tables compared', async ({
  server,
  open,
}) => {
  test.setTimeout(300_000);
  const { url } = server;
  const clients: Client[] = [];
  const connect = (): Client => {
    const client = createClient({ url, socket: { forceNew: true } });
    clients.push(client);
    return client;
  };

  // The host launches, makes two more tables, and says who sits where at the heads.
  const watch = connect();
  const pass = granted(
    await watch.host({
      scenario: 'german-reunification',
      settings: { autopilot: 'empty', luck: 'host', returns: 0, ratification: 30, roundMinutes: 30 },
    }),
  );
  granted(await watch.hello(pass.hostToken));
  const host = await open('laptop');
  await host.goto(`${url}/console#${pass.hostToken}`);
  const part = (name: string) =>
    host.getByRole('navigation', { name: 'Parts of the console' }).getByRole('button', { name }).click();
  await part('Seating plan');
  await host.getByLabel('Table 1: seats to fill').selectOption(String(AT_A_TABLE));
  for (let table = 2; table <= TABLES; table++) {
    await host.getByLabel('Seats to fill at the new table').selectOption(String(AT_A_TABLE));
    await host.getByRole('button', { name: 'Add a table' }).click();
    await expect(host.getByRole('region', { name: `Table ${table}` })).toBeVisible();
  }
  await host.getByText('Class list', { exact: true }).click();
  await host.getByLabel('Names of the class list').fill(`name;table;role
${HEADS}`);
  await host.getByRole('button', { name: 'Take the list' }).click();

  // Seventeen come: three with a browser, the others without.
  const [ana, ben, dora] = [await open('phone'), await open('phone'), await open('laptop')];
  await join(ana, url, pass.code, 'Ana');
  await expect(ana.getByText('James Baker').first()).toBeVisible();
  await join(ben, url, pass.code, 'Ben');
  const benReturns = ((await ben.getByText('Your return code:').textContent()) ?? '')
    .replace(/^.*: /, '')
    .trim();
  await join(dora, url, pass.code, 'Dora');
  const people = new Map<string, Client>();
  for (const nickname of ['Bea', 'Cem', ...Array.from({ length: 12 }, (_, i) => `Student ${i + 1}`)]) {
    const client = connect();
    const joined = granted(await client.join({ code: pass.code, nickname }));
    granted(await client.hello(joined.token));
    people.set(joined.person, client);
  }
  await host.getByRole('button', { name: 'Seat everyone' }).click();
  await expect(host.getByText('Nobody waits.')).toBeVisible();
  const session = () => watch.store.getState().session;
  const tables = session().tables.map(({ table }) => table);
  await until(watch, (state) => state.session.people.every(({ seat }) => seat !== null));

  // Everything begins at once.
  await part('All tables');
  await host.getByRole('button', { name: `Start the briefing (${TABLES})` }).click();
  await host.getByRole('button', { name: `On to what comes next (${TABLES})` }).click();
  await host.getByRole('button', { name: 'Yes, go on' }).click();
  await expect(host.getByText('Bargaining · Round 1 of 5')).toHaveCount(TABLES);
  await expect(ana.getByText(/Round 1 of/).first()).toBeVisible();

  // Late: seated at once, with what has happened so far.
  const late = await open('phone');
  await join(late, url, pass.code, 'Lea');
  await until(watch, (state) => state.session.people.length === TABLES * AT_A_TABLE);
  await expect(late.getByRole('heading', { name: 'What has happened so far' })).toBeVisible();
  await late.getByRole('button', { name: 'I have read it' }).click();

  // A phone dies; with the return code its seat is open on another one.
  const bensSeat = await ben.getByRole('heading', { level: 1 }).first().textContent();
  await ben.context().close();
  const spare = await open('phone');
  await spare.goto(`${url}/return?code=${pass.code}&name=Ben`);
  await spare.getByLabel('Return code').fill(benReturns);
  await spare.getByRole('button', { name: 'Come back' }).click();
  await expect(spare.getByText(/Round 1 of/).first()).toBeVisible();
  expect(await spare.getByRole('heading', { level: 1 }).first().textContent()).toBe(bensSeat);

  // Somebody is moved to another table.
  await moveBySelects(host, 'Dora', 'Table 3', /^Kohl/);
  await expect(dora.getByText(/Your host has moved you\. You are now .*Kohl.* at Table 3/)).toBeVisible();
  await dora.getByRole('button', { name: 'Understood' }).click();
  await goTo(dora, 'Draft');

  // A colleague helps: holds one table up, and lets it go on.
  const cohost = await open('laptop');
  const link = granted(await watch.letIn('Dr Berg'));
  await cohost.goto(`${url}/console#${link.token}`);
  await expect(cohost.getByText('You are here as a co-host.')).toBeVisible();
  const paused = () => tables.filter((table) => watch.store.getState().tables[table]?.desk.paused != null);
  await cohost.getByRole('button', { name: `Pause (${TABLES})` }).click();
  await until(watch, () => paused().length === TABLES);
  await cohost.getByRole('button', { name: `Resume (${TABLES})` }).click();
  await until(watch, () => paused().length === 0);
  await inspect(host, 'class-bargaining');

  // Autopilots have the empty seats, the heads are students: two tables agree, the third does not.
  for (const table of tables) {
    const desk = watch.store.getState().tables[table]?.desk;
    expect(Object.keys(desk?.autopilots ?? {}).length).toBeGreaterThan(15);
    expect(Object.values(desk?.seats ?? {}).flat().length).toBeGreaterThanOrEqual(AT_A_TABLE - 1);
  }
  await propose(ana, 'The border with Poland', 'Both German parliaments resolve the same now');
  const ownToken = await ana.evaluate(() => localStorage.getItem('behind-the-table.seats') ?? '[]');
  const [anasPass] = JSON.parse(ownToken) as { token: string }[];
  const anaToo = connect();
  granted(await anaToo.hello(anasPass?.token ?? ''));
  const anasPerson = session().people.find(({ seat }) => seat?.table === tables[0] && seat?.role === 'baker');
  people.set(anasPerson?.person ?? '', anaToo);
  const act = async (table: string, role: string, command: SeatCommand) => {
    const [person = ''] = watch.store.getState().tables[table]?.desk.seats[role] ?? [];
    const client = people.get(person);
    if (!client) throw new Error(`Nobody without a browser sits on ${role}.`);
    await until(client, (state) => state.tables[table]);
    granted(await client.seat(table, command), `${role} ${command.type}`);
  };
  for (const table of tables.slice(0, 2)) {
    await act(table, 'baker', { type: 'propose', terms: PLAIN });
    await act(table, 'shevardnadze', { type: 'propose', terms: PLAIN });
    await act(table, 'baker', { type: 'initial' });
    await act(table, 'shevardnadze', { type: 'initial' });
  }
  await act(tables[2] ?? '', 'baker', { type: 'walk-away' });

  for (const table of tables) await toDebrief(watch, table);
  await host.getByRole('button', { name: `Open the debriefs to everybody (${TABLES})` }).click();
  for (const page of [ana, late, spare, dora])
    await expect(page.getByRole('link', { name: 'Open the debrief' })).toBeVisible();

  // The host and a student see all three tables beside each other.
  await host.goto(`${url}/debrief?table=${tables[0]}`);
  await dora.getByRole('link', { name: 'Open the debrief' }).click();
  for (const page of [host, dora]) {
    await page
      .getByRole('navigation', { name: 'Parts of the debrief' })
      .getByRole('button', { name: 'All tables', exact: true })
      .click();
    for (let table = 1; table <= TABLES; table++)
      await expect(page.getByRole('rowheader', { name: `Table ${table}` }).first()).toBeVisible({
        timeout: 60_000,
      });
    await expect(page.getByRole('heading', { name: 'How fair, and how good' })).toBeVisible();
  }
  await inspect(host, 'class-compared');
  await inspect(dora, 'class-compared-student');
  const compared = granted(await watch.compare());
  expect(compared.tables.map(({ table }) => table).sort()).toEqual([...tables].sort());
  for (const client of clients) client.close();
});
