import { createClient } from '@btt/client';
import type { Page } from '@playwright/test';
import { drag, join } from './support/room';
import { granted, takeOver, until } from './support/students';
import { expect, inspect, test } from './support/test';

interface Pass {
  readonly hostToken: string;
  readonly screenToken: string;
  readonly code: string;
  readonly session: string;
}

async function launch(url: string, scenario: string): Promise<Pass> {
  const client = createClient({ url, socket: { forceNew: true } });
  const pass = granted(await client.host({ scenario }));
  client.close();
  return pass;
}

/** Students without browsers. */
async function crowd(url: string, code: string, names: readonly string[]): Promise<() => void> {
  const clients = names.map(() => createClient({ url, socket: { forceNew: true } }));
  for (const [i, client] of clients.entries()) {
    const joined = granted(await client.join({ code, nickname: names[i] ?? '' }));
    granted(await client.hello(joined.token));
  }
  return () => {
    for (const client of clients) client.close();
  };
}

const chip = (host: Page, name: string) =>
  host.getByRole('button', { name: new RegExp(`^${name}, (online|offline)$`) });
const part = (host: Page, name: string) =>
  host.getByRole('navigation', { name: 'Parts of the console' }).getByRole('button', { name }).click();
const seatOf = (host: Page, table: string, seat: string) =>
  host
    .getByRole('region', { name: table })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${seat}`) });

test('a host seats three tables of different sizes, by list, button, mouse and keyboard, and takes it back', async ({
  server,
  open,
}) => {
  test.setTimeout(240_000);
  const { url } = server;
  const pass = await launch(url, 'german-reunification');
  const host = await open('laptop');
  await host.goto(`${url}/console#${pass.hostToken}`);
  await part(host, 'Seating plan');

  // Three tables: four seats, two seats, all seats.
  await host.getByLabel('Table 1: seats to fill').selectOption('4');
  await host.getByLabel('Seats to fill at the new table').selectOption('2');
  await host.getByRole('button', { name: 'Add a table' }).click();
  await expect(host.getByRole('region', { name: 'Table 2' })).toBeVisible();
  await host.getByLabel('Seats to fill at the new table').selectOption({ index: 25 });
  await host.getByRole('button', { name: 'Add a table' }).click();
  await host.getByLabel('Name of Table 3').fill('By the window');
  await host.getByRole('region', { name: 'Table 3' }).getByRole('button', { name: 'Rename' }).click();
  await expect(host.getByRole('region', { name: 'By the window' })).toBeVisible();

  // A class list: one name has a seat, one a table, one is wrong.
  await host.getByText('Class list', { exact: true }).click();
  await host
    .getByLabel('Names of the class list')
    .fill('name;table;role\nAna;2;Baker\nBen;By the window\nCem;9');
  await expect(host.getByText('Line 4: there is no table “9”.')).toBeVisible();
  await host.getByRole('button', { name: 'Take the list' }).click();
  await expect(host.getByText('Expected, not here yet')).toBeVisible();
  const ana = await open('phone');
  await join(ana, url, pass.code, 'ana');
  await expect(ana.getByText('James Baker').first()).toBeVisible();
  await expect(seatOf(host, 'Table 2', 'Baker').getByRole('button', { name: 'ana, online' })).toBeVisible();

  // The rest by the button: heads of every table first, then the others, nobody without a page.
  const names = Array.from({ length: 12 }, (_, i) => `Student ${i + 1}`);
  const leave = await crowd(url, pass.code, ['Ben', ...names]);
  const dora = await open('phone');
  await join(dora, url, pass.code, 'Dora');
  await expect(dora.getByText('Welcome, Dora')).toBeVisible();
  await host.getByRole('button', { name: 'Seat everyone' }).click();
  await expect(host.getByText('Nobody waits.')).toBeVisible();
  await expect(seatOf(host, 'Table 1', 'Baker').getByRole('button')).toHaveCount(1);
  await expect(seatOf(host, 'By the window', 'Shevardnadze').getByRole('button')).toHaveCount(1);
  await inspect(host, 'room-seating');

  // By mouse.
  await drag(host, chip(host, 'Dora'), seatOf(host, 'By the window', 'Kohl'));
  await expect(seatOf(host, 'By the window', 'Kohl').getByRole('button', { name: /^Dora/ })).toBeVisible();
  await expect(
    dora.getByText(/Your host has moved you\. You are now .*Kohl.* at By the window/),
  ).toBeVisible();
  await inspect(dora, 'room-moved');
  await dora.getByRole('button', { name: 'Understood' }).click();

  // By keyboard: the chip opens a dialog, the lists are chosen with the arrows.
  await chip(host, 'Dora').focus();
  await host.keyboard.press('Enter');
  const dialog = host.getByRole('dialog', { name: 'Dora' });
  await expect(dialog).toBeVisible();
  await inspect(host, 'room-person');
  await dialog.getByRole('combobox', { name: 'Table' }).focus();
  await host.keyboard.type('Table 1');
  await dialog.getByRole('combobox', { name: 'Seat' }).focus();
  await host.keyboard.type('observer');
  await dialog.getByRole('button', { name: 'Move', exact: true }).focus();
  await host.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(dora.getByRole('heading', { name: 'You observe Table 1' })).toBeVisible();
  await inspect(dora, 'room-observer');

  // Taken back, twice.
  await host.getByRole('button', { name: 'Undo: the last move' }).first().click();
  await expect(dora.getByText('Hans-Dietrich Genscher').or(dora.getByText('Kohl')).first()).toBeVisible();
  await chip(host, 'Dora').click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await dialog.getByRole('button', { name: 'Yes, remove' }).click();
  await expect(dora.getByRole('heading', { name: 'You have left this session' })).toBeVisible();
  await inspect(dora, 'room-removed');
  await host.getByRole('button', { name: 'Undo: removing somebody' }).first().click();
  await dora.reload();
  await dora.goto(`${url}/play?code=${pass.code}`);
  await expect(dora.getByText('Kohl').first()).toBeVisible();

  // The class at a glance, everything started at once.
  await part(host, 'All tables');
  await host.getByRole('button', { name: 'Start the briefing (3)' }).click();
  await expect(host.getByRole('button', { name: 'Pause (3)' })).toBeVisible();
  await host.getByRole('button', { name: 'Pause (3)' }).click();
  await host.getByRole('button', { name: 'Resume (3)' }).click();
  await host.getByRole('button', { name: 'On to what comes next (3)' }).click();
  await host.getByRole('button', { name: 'Yes, go on' }).click();
  await expect(host.getByText('Bargaining · Round 1 of 5')).toHaveCount(3);
  await host.getByLabel('Words to all tables').fill('Trains stand still in Dresden.');
  await host.getByRole('combobox', { name: 'As', exact: true }).selectOption('news item on the press wire');
  await host.getByRole('button', { name: 'Announce' }).click();
  await ana.getByRole('button', { name: 'News', exact: true }).click();
  await expect(ana.getByText(/Trains stand still in Dresden/).first()).toBeVisible();
  await inspect(host, 'room-class');
  leave();
});

test('late, lost, renamed and spoken to: everybody sees where they are and what comes next', async ({
  server,
  open,
}) => {
  test.setTimeout(240_000);
  const { url } = server;
  const pass = await launch(url, 'german-reunification');
  const host = await open('laptop');
  await host.goto(`${url}/console#${pass.hostToken}`);
  const room = await takeOver(url, pass);
  await room.seat('baker');
  await room.seat('shevardnadze');
  const ana = await open('phone');
  await join(ana, url, pass.code, 'Ana');
  await inspect(ana, 'room-return-code');
  const shown = (await ana.getByText('Your return code:').textContent()) ?? '';
  const returnCode = shown.replace('Your return code: ', '').trim();
  await ana.getByRole('button', { name: 'I have it' }).click();
  await expect(ana.getByText('Your return code:')).toBeHidden();
  await ana.reload();
  await expect(ana.getByText('Welcome, Ana')).toBeVisible();
  await expect(ana.getByText('Your return code:')).toBeHidden();
  await host.getByRole('button', { name: 'Seat everyone' }).click();
  await expect(ana.getByText('The General Staff').first()).toBeVisible();
  await room.say({ type: 'start' });
  await room.say({ type: 'skip' });
  await room.act('baker', { type: 'propose', terms: { 'polish-border': 'parallel-resolutions' } });
  await room.act('baker', { type: 'say', channel: 'table', words: 'Not for factions.' });

  // Somebody comes late: seated at once, with a page of what the role knows.
  const late = await open('phone');
  await join(late, url, pass.code, 'Lea');
  await expect(late.getByRole('heading', { name: 'What has happened so far' })).toBeVisible();
  await expect(late.getByText('Not for factions.')).toBeHidden();
  await inspect(late, 'room-so-far');
  await late.getByRole('button', { name: 'I have read it' }).click();
  await late.reload();
  await expect(late.getByText(/Round 1 of 5/).first()).toBeVisible();
  await expect(late.getByRole('heading', { name: 'What has happened so far' })).toBeHidden();

  // A dead phone: another device, first without the code, then with it.
  await ana.context().close();
  const device = await open('phone');
  await device.goto(`${url}/j/${pass.code}`);
  await device.getByLabel('Nickname').fill('Ana');
  await device.getByRole('button', { name: 'Join the session' }).click();
  await device.getByRole('link', { name: /That is me/ }).click();
  await expect(device.getByLabel('Nickname')).toHaveValue('Ana');
  await inspect(device, 'room-return');
  await device.getByRole('button', { name: 'Come back' }).click();
  await expect(device.getByRole('heading', { name: 'Your host is asked' })).toBeVisible();
  await expect(host.getByText('Ana wants to come back on another device. Is it them?')).toBeVisible();
  await inspect(host, 'room-door');
  await host.getByRole('button', { name: 'Let Ana in' }).click();
  await expect(device.getByText(/Round 1 of 5/).first()).toBeVisible();
  const third = await open('laptop');
  await third.goto(`${url}/return?code=${pass.code}&name=Ana`);
  await third.getByLabel('Return code').fill(returnCode.toLowerCase());
  await third.getByRole('button', { name: 'Come back' }).click();
  await expect(third.getByText(/Round 1 of 5/).first()).toBeVisible();

  // Two tabs of one browser are both told.
  const tab = await third.context().newPage();
  await tab.goto(`${url}/play?code=${pass.code}`);
  for (const page of [tab, third])
    await expect(page.getByText('Your seat is open in another tab of this browser, too.')).toBeVisible();
  await tab.close();
  await third.getByRole('button', { name: 'Understood' }).click();

  // Renamed, and spoken to alone.
  await host.getByRole('button', { name: 'Move Ana to …' }).click();
  const dialog = host.getByRole('dialog', { name: 'Ana' });
  await dialog.getByLabel('Message to Ana alone').fill('Speak up more.');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(third.getByText('Your host to you: “Speak up more.”')).toBeVisible();
  await expect(late.getByText('Speak up more.')).toBeHidden();
  await dialog.getByLabel('New name for Ana').fill('Anna');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(third.getByText('you are Anna now')).toBeVisible();
  await inspect(third, 'room-notices');
  await host.keyboard.press('Escape');

  // A co-host by link, who may not end the session, and whose link is revoked.
  await host.getByLabel('Name of a co-host').fill('Dr Berg');
  await host.getByRole('button', { name: 'Make a link' }).click();
  await expect(host.getByRole('button', { name: 'Copy the link for Dr Berg' })).toBeVisible();
  const given = granted(await room.host.letIn('Prof. Roth'));
  const cohost = await open('laptop');
  await cohost.goto(`${url}/console#${given.token}`);
  await expect(cohost.getByText('You are here as a co-host.')).toBeVisible();
  await expect(cohost.getByRole('button', { name: 'Put the session away' })).toBeHidden();
  await cohost.getByText('Look into a room').click();
  await cohost.getByRole('combobox', { name: 'Room', exact: true }).selectOption({ label: 'The table (1)' });
  await expect(cohost.getByText('Not for factions.').first()).toBeVisible();
  await cohost.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(host.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
  await inspect(cohost, 'room-cohost');
  await host.getByRole('button', { name: 'Revoke Prof. Roth' }).click();
  await expect(cohost.getByRole('heading', { name: 'Your link has been revoked' })).toBeVisible();

  // Put away, found again among the sessions, opened, deleted.
  await host.getByRole('button', { name: 'Put the session away' }).click();
  await expect(late.getByRole('heading', { name: 'This session has been put away' })).toBeVisible();
  await inspect(late, 'room-archived');
  await host.goto(`${url}/sessions`);
  await expect(host.getByText('put away', { exact: true })).toBeVisible();
  await inspect(host, 'room-sessions');
  await host.getByRole('button', { name: /^Open German/ }).click();
  await host.getByRole('button', { name: 'Open it again' }).click();
  await late.reload();
  await expect(late.getByText(/Round 1 of 5/).first()).toBeVisible();
  await host.goto(`${url}/sessions`);
  await host.getByRole('button', { name: /^Delete German/ }).click();
  await host.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(host.getByText('This browser hosts no session.')).toBeVisible();
  await expect(late.getByRole('heading', { name: 'This session is closed' })).toBeVisible();
  room.close();
});

test('a console of thirty tables can be used', async ({ server, open }) => {
  test.setTimeout(240_000);
  const { url } = server;
  const pass = await launch(url, 'barricade');
  const room = await takeOver(url, pass);
  for (let table = 2; table <= 30; table++) granted(await room.host.hostSession({ type: 'add-table' }));
  const names = Array.from({ length: 60 }, (_, i) => `Student ${i + 1}`);
  const leave = await crowd(url, pass.code, names.slice(0, 8));
  const leaveToo = await crowd(url, pass.code, names.slice(8, 60));
  granted(await room.host.hostSession({ type: 'seat-everyone', way: 'random' }));
  const host = await open('laptop');
  await host.goto(`${url}/console#${pass.hostToken}`);
  await expect(host.getByRole('button', { name: 'Start the briefing (30)' })).toBeVisible();
  await host.getByRole('button', { name: 'Start the briefing (30)' }).click();
  await expect(host.getByRole('button', { name: 'Pause (30)' })).toBeVisible();
  await expect(host.getByRole('article')).toHaveCount(30);
  await inspect(host, 'room-thirty');
  await host.getByRole('button', { name: 'Pause (30)' }).click();
  await expect(host.getByRole('button', { name: 'Resume (30)' })).toBeVisible();
  await until(room.host, (state) => Object.values(state.tables).every(({ desk }) => desk.paused !== null));
  await host.getByRole('combobox', { name: 'Table', exact: true }).selectOption('Table 17');
  await expect(host.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
  await host.getByLabel('Find somebody').fill('Student 44');
  await expect(host.getByRole('button', { name: /^Move Student/ })).toHaveCount(1);
  leave();
  leaveToo();
  room.close();
});
