import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { goTo } from './support/desk';
import { walkByKeyboard } from './support/keyboard';
import { join } from './support/room';
import { openClass, PLAIN, toDebrief, until } from './support/students';
import { expect, inspect, sitDown, test } from './support/test';

const APP = fileURLToPath(new URL('../apps/web/app', import.meta.url));

/** The pages that there are: a folder of the app each. */
const ROUTES = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|[/\\])page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/[/\\]?page\.tsx$/, '')}`)
  .sort();

test('every page can be read on a phone and a laptop, by day and by night, by eye and by program, and worked without a mouse', async ({
  server,
  open,
}) => {
  test.setTimeout(420_000);
  const { url } = server;
  const seen = new Set<string>();

  /** Looks at the page that is open, once something of it has come. */
  async function look(page: Page, name: string, ready: RegExp): Promise<void> {
    await expect(page.getByText(ready).first()).toBeVisible({ timeout: 60_000 });
    await inspect(page, `screen-${name}`);
    await walkByKeyboard(page, name);
    seen.add(new URL(page.url()).pathname.replace(/(?<=.)\/$/, ''));
  }

  // Before a class.
  const host = await open('laptop');
  await host.goto(url);
  await look(host, 'start', /Behind the Table/);
  await host.goto(`${url}/library`);
  await look(host, 'library', /German reunification/);
  await host.goto(`${url}/scenario?id=barricade`);
  await look(host, 'scenario', /barricade/i);
  await host.goto(`${url}/packets?id=barricade`);
  await look(host, 'packets', /barricade/i);
  await host.goto(`${url}/host`);
  await look(host, 'launch', /Launch/);

  // A class, from its lobby on.
  const room = await openClass(url);
  const baker = await room.seat('baker');
  for (const role of ['shevardnadze', 'general-staff', 'congress']) await room.seat(role);
  await host.goto(`${url}/console#${room.hostToken}`);
  await look(host, 'console-lobby', /Start the briefing/);
  await host.goto(`${url}/sessions`);
  await look(host, 'sessions', /German reunification/);
  const late = await open('phone');
  await late.goto(`${url}/join`);
  await look(late, 'join', /Room code/);
  await late.goto(`${url}/return?code=${room.code}`);
  await look(late, 'return', /Return code/);
  await join(late, url, room.code, 'Lea');
  await look(late, 'lobby', /Welcome, Lea/);
  const desk = await open('phone');
  await sitDown(desk, url, baker, room);
  await look(desk, 'desk-lobby', /James Baker/);
  await room.say({ type: 'start' });
  await look(desk, 'desk-briefing', /Briefing/);
  await room.say({ type: 'skip' });
  await expect(desk.getByText(/Round 1 of 5/).first()).toBeVisible();
  for (const part of ['Dossier', 'Draft', 'Moves', 'Talk'] as const) {
    await goTo(desk, part);
    await look(desk, `desk-${part.toLowerCase()}`, /Round 1 of 5/);
  }
  await look(late, 'waiting', /The tables have begun/);
  await host.goto(`${url}/console?code=${room.code}`);
  await look(host, 'console', /Round 1 of 5/);
  const screen = await open('projector');
  await screen.goto(`${url}/screen#${room.screenToken}`);
  // A table that was renamed has its new name everywhere.
  await room.host.hostSession({ type: 'change-table', table: room.table, name: 'By the window' });
  await expect(screen.getByRole('region', { name: 'By the window' })).toBeVisible();
  await look(screen, 'projector', /Round 1/);

  // Back home, counted, told.
  await room.act('baker', { type: 'propose', terms: PLAIN });
  await room.act('shevardnadze', { type: 'propose', terms: PLAIN });
  await room.act('baker', { type: 'initial' });
  await room.act('shevardnadze', { type: 'initial' });
  await look(desk, 'desk-ratification', /Ratification/);
  await room.say({ type: 'skip' });
  await until(room.host, (state) => state.tables[room.table]?.desk.phase === 'count');
  await look(desk, 'desk-count', /ratif|refus/i);
  await look(screen, 'projector-count', /ratif|refus/i);
  await toDebrief(room.host, room.table);
  await room.say({ type: 'open-debrief' });
  await look(desk, 'desk-debrief', /debrief/i);
  await host.goto(`${url}/debrief?table=${room.table}`);
  await look(host, 'debrief', /At the start all sides together/);
  await host.goto(`${url}/lesson?code=${room.code}`);
  await look(host, 'lesson', /Nobody is shown anything yet/);
  await host.goto(`${url}/report?code=${room.code}`);
  await look(host, 'report', /owed to|Result/);
  room.close();

  // Alone.
  const alone = await open('phone');
  await alone.goto(`${url}/solo?scenario=barricade`);
  await look(alone, 'solo', /autopilot/i);

  expect([...seen].sort()).toEqual(ROUTES);
});
