import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { HISTORIC, helpEachOther, nextRound, openClass, TEAMS, until } from './support/students';
import { expect, inspect, sitDown, test } from './support/test';

/** Opens pages as the host of a session, as if it had been opened there. */
async function asHost(page: Page, room: Awaited<ReturnType<typeof openClass>>): Promise<void> {
  const pass = JSON.stringify([
    {
      token: room.hostToken,
      screenToken: room.screenToken,
      session: room.session,
      code: room.code,
      title: 'A class',
    },
  ]);
  await page.addInitScript((value) => {
    if (localStorage.getItem('behind-the-table.hosted') === null)
      localStorage.setItem('behind-the-table.hosted', value);
  }, pass);
}

test('a host leads the debrief step by step, on devices and on the projector, and takes it home', async ({
  server,
  open,
}) => {
  test.setTimeout(300_000);
  const room = await openClass(server.url);
  const baker = await room.seat('baker');
  for (const role of [...TEAMS, 'shevardnadze', 'general-staff', 'congress']) await room.seat(role);
  await room.say({ type: 'start' });
  await room.say({ type: 'skip' });
  await helpEachOther(room);
  await room.act('shevardnadze', { type: 'move', move: 'berlin-paper', secrets: { manner: 'performed' } });
  await room.move('ross', 'ask-tarasenko');
  await room.act('baker', { type: 'move', move: 'calm-answer' });
  await room.move('baker', 'secretary-general-to-moscow');
  await nextRound(room);
  await room.act('baker', { type: 'propose', terms: HISTORIC });
  await room.act('shevardnadze', { type: 'propose', terms: HISTORIC });
  await room.act('baker', { type: 'initial' });
  await room.act('shevardnadze', { type: 'initial' });
  await room.act('shevardnadze', { type: 'give-speech', answers: [], words: 'Peace in Europe.' });
  await room.say({ type: 'skip' });
  const outcome = () => room.host.store.getState().tables[room.table]?.desk.outcome;
  await until(room.host, (state) => state.tables[room.table]?.desk.phase === 'count');
  if (!outcome()) await room.say({ type: 'finish' });
  await room.say({ type: 'skip' });

  const host = await open('laptop');
  const student = await open('phone');
  const screen = await open('projector');
  await asHost(host, room);
  await host.goto(`${server.url}/console?code=${room.code}`);
  await host.getByRole('link', { name: 'Lead the debrief' }).click();
  await expect(host.getByRole('heading', { name: 'Nobody is shown anything yet' })).toBeVisible();
  await inspect(host, 'lesson-plan');
  await sitDown(student, server.url, baker, room);
  await screen.goto(`${server.url}/screen#${room.screenToken}`);

  // The steps, by keyboard: one is left out, and another comes first.
  await host.getByRole('checkbox', { name: /^History/ }).focus();
  await host.keyboard.press('Space');
  await host.getByRole('button', { name: 'Begin' }).click();
  await expect(student.getByText('The debrief is about to begin')).toBeVisible();
  const on = (name: string) => host.getByRole('button', { name: `Show “${name}”` }).click();

  await on('Guess');
  await expect(screen.getByText('which three moves mattered most')).toBeVisible();
  const boxes = student.getByRole('checkbox');
  await expect(boxes.first()).toBeVisible();
  for (const i of [0, 1, 2]) await boxes.nth(i).check();
  await expect(student.getByText('You have named three.')).toBeVisible();
  await expect(screen.getByText('1 have answered')).toBeVisible();
  await inspect(student, 'lesson-guess');
  await student.reload();
  await expect(boxes.nth(2)).toBeChecked();

  await on('Result');
  await expect(screen.getByRole('heading', { name: 'Result' })).toBeVisible();
  await expect(student.getByText('Debrief with the class · Result')).toBeVisible();
  await inspect(screen, 'lesson-screen-result');

  await on('Replay');
  await expect(student.getByText('Your host chooses a moment')).toBeVisible();
  await host.getByRole('link', { name: 'Open the record of Table 1' }).click();
  await expect(host.getByRole('slider')).toBeVisible();
  await host.getByRole('button', { name: 'Back to the moment before' }).click();
  await host.getByRole('button', { name: 'Back to the moment before' }).click();
  await host.getByRole('button', { name: 'Show this moment to the class' }).click();
  await expect(
    screen.getByRole('heading', { name: 'Table 1: the moment that everybody looks at' }),
  ).toBeVisible();
  await host.getByLabel('Note for yourself').fill('Here it could have broken.');
  await host.getByRole('button', { name: 'Keep as a bookmark' }).click();
  await expect(host.getByText('Here it could have broken.')).toBeVisible();
  await inspect(host, 'lesson-moment');
  await inspect(screen, 'lesson-screen-moment');

  await host.goto(`${server.url}/lesson?code=${room.code}`);
  await expect(host.getByText('Here it could have broken.')).toBeVisible();
  await on('What mattered');
  await expect(screen.getByRole('heading', { name: 'What the result of Table 1 is owed to' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(student.getByRole('heading', { name: 'What you thought' })).toBeVisible({ timeout: 60_000 });
  await inspect(student, 'lesson-mattered');
  await inspect(screen, 'lesson-screen-mattered');
  await inspect(host, 'lesson-lead');

  await on('Tables compared');
  await expect(student.getByRole('heading', { name: 'All tables of the class' })).toBeVisible({
    timeout: 60_000,
  });
  await inspect(student, 'lesson-compared');
  await on('Talk');
  await expect(student.getByRole('heading', { name: 'About what happened at your tables' })).toBeVisible({
    timeout: 60_000,
  });
  await inspect(student, 'lesson-discuss');
  await on('Reflect');
  await student.getByLabel('What would I do differently in the same seat?').fill('Ask before I promise.');
  await student.getByRole('button', { name: 'Save' }).nth(2).click();
  await expect(student.getByText('Saved', { exact: true })).toBeVisible();
  await inspect(student, 'lesson-reflect');
  await student.getByRole('link', { name: 'My page, to print' }).click();
  await expect(student.getByText('Ask before I promise.')).toBeVisible();
  const page = await Promise.all([
    student.waitForEvent('download'),
    student.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(readFileSync(await page[0].path(), 'utf8')).toContain('Ask before I promise.');
  await inspect(student, 'report-student');

  // Back to a step that was shown.
  await host.getByRole('button', { name: 'Back to “Talk”' }).click();
  await expect(screen.getByRole('heading', { name: 'To talk about' })).toBeVisible();

  // What can be taken home.
  const [csv] = await Promise.all([
    host.waitForEvent('download'),
    host.getByRole('button', { name: 'Results as a table (CSV)' }).click(),
  ]);
  expect(readFileSync(await csv.path(), 'utf8')).not.toContain('S. baker');
  const [file] = await Promise.all([
    host.waitForEvent('download'),
    host.getByRole('button', { name: 'The whole session as a file' }).click(),
  ]);
  const saved = await file.path();
  await host.getByRole('link', { name: 'Report, to print' }).click();
  await expect(host.getByRole('heading', { name: /^Page of/ }).first()).toBeVisible();
  await expect(host.getByRole('heading', { name: 'What the result of Table 1 is owed to' })).toBeVisible({
    timeout: 60_000,
  });
  await inspect(host, 'report-class');
  await host.emulateMedia({ media: 'print' });
  await expect(host.getByRole('button', { name: 'Print' })).toBeHidden();
  await host.emulateMedia({ media: 'screen' });

  await host.goto(`${server.url}/sessions`);
  await host.locator('input[type=file]').setInputFiles({
    name: 'class.session.json',
    mimeType: 'application/json',
    buffer: readFileSync(saved),
  });
  await expect(host.getByText('“class” is back.')).toBeVisible({ timeout: 60_000 });
  await inspect(host, 'sessions-import');

  // From a moment before the end it can be played on.
  await host.goto(`${server.url}/debrief?table=${room.table}&at=20`);
  await host.getByRole('button', { name: 'Play on from here' }).click();
  await host.getByRole('link', { name: 'Open its console' }).click();
  await expect(host.getByRole('button', { name: 'Resume' })).toBeVisible();
  room.close();
});
