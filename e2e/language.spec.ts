import type { Page } from '@playwright/test';
import { all } from '@btt/web/messages/de/all';
import { consoleMessages } from '@btt/web/messages/en/console';
import { deskMessages } from '@btt/web/messages/en/desk';
import { libraryMessages } from '@btt/web/messages/en/library';
import { roomMessages } from '@btt/web/messages/en/room';
import { sharedMessages } from '@btt/web/messages/en/shared';
import { startMessages } from '@btt/web/messages/en/start';
import { expect, inspect, test } from './support/test';

/** Whole English sentences of the interface that German says in other words. */
const ENGLISH = Object.entries({
  ...sharedMessages,
  ...startMessages,
  ...deskMessages,
  ...roomMessages,
  ...consoleMessages,
})
  .filter(([key, sentence]) =>
    Object.entries(all).some(([other, said]) => other === key && said !== sentence),
  )
  .map(([, sentence]) => sentence)
  .filter((sentence) => sentence.length > 12 && !sentence.includes('{'));

/** Nothing on the page is still said in English. */
async function inGerman(page: Page): Promise<void> {
  const text = await page.locator('body').innerText();
  expect(ENGLISH.filter((sentence) => text.includes(sentence))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
}

test('a class plays in German from the first page to the count, and one student reads it in English', async ({
  server,
  open,
}) => {
  const host = await open('laptop');
  await host.goto(server.url);
  await host.getByRole('button', { name: 'Deutsch' }).click();
  await expect(host.getByRole('link', { name: all['start.host'] })).toBeVisible();
  await inGerman(host);
  await inspect(host, 'german-start');
  await host.goto(`${server.url}/host?scenario=barricade`);
  await host.getByRole('radio', { name: /barri/i }).check();
  await host.getByRole('combobox', { name: all['host.language'] }).selectOption('de');
  await inGerman(host);
  await host.getByRole('button', { name: all['host.launch'] }).click();
  await expect(host).toHaveURL(/console/);
  await expect(host.getByRole('heading', { name: 'Die Barrikade' })).toBeVisible();
  const code = new URL(host.url()).searchParams.get('code') ?? '';

  const students = [await open('phone'), await open('laptop')];
  for (const [i, page] of students.entries()) {
    await page.goto(`${server.url}/join?code=${code}`);
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByLabel(all['join.nickname']).fill(`Kind ${i + 1}`);
    await page.getByRole('button', { name: all['join.go'] }).click();
    await expect(page.getByText(`Kind ${i + 1}`).first()).toBeVisible();
  }
  await host.getByRole('button', { name: all['people.seatAll'] }).click();
  await host.getByRole('button', { name: all['control.start'] }).click();
  const [phone, laptop] = students;
  if (!phone || !laptop) throw new Error('Two students.');
  await expect(phone.getByRole('heading', { name: 'Wer Sie sind' }).first()).toBeVisible();
  await inGerman(phone);
  await inspect(phone, 'german-briefing');
  await host.getByRole('button', { name: all['control.toRound'].replace('{round}', '1') }).click();
  await expect(laptop.getByText(all['draft.title']).first()).toBeVisible();
  await inGerman(laptop);
  await inspect(laptop, 'german-desk');
  await inGerman(host);
  await inspect(host, 'german-console');

  // The words of the scenario stay, those of the interface change.
  await laptop.getByRole('button', { name: 'English' }).click();
  await expect(laptop.getByRole('heading', { name: 'Draft agreement' })).toBeVisible();
  await expect(laptop.getByRole('button', { name: /Die Waffe/ }).first()).toBeVisible();
  await phone
    .getByRole('navigation', { name: all['desk.tabs'] })
    .getByRole('button', { name: all['desk.tab.draft'] })
    .click();
  await phone.getByRole('button', { name: all['draft.walk'] }).click();
  await phone.getByRole('button', { name: all['draft.walk.yes'] }).click();
  for (const page of [phone, laptop])
    await expect(page.getByText(/hat den Tisch verlassen: Es gibt kein Abkommen/).first()).toBeVisible();
  await inGerman(phone);
  await inspect(phone, 'german-end');
});

test('a host reads a scenario and prints its packets in the language chosen', async ({ server, open }) => {
  const host = await open('laptop');
  await host.goto(`${server.url}/scenario?id=german-reunification`);
  await expect(host.getByRole('heading', { name: 'German reunification, 1990', exact: true })).toBeVisible();
  await host.getByRole('combobox', { name: 'Language of the scenario' }).selectOption('de');
  await expect(host.getByRole('heading', { name: 'Die deutsche Einheit, 1990', exact: true })).toBeVisible();
  await host.getByRole('tab', { name: 'Packets' }).click();
  await host.getByRole('link', { name: 'Der Generalstab' }).click();
  await expect(host.getByRole('heading', { name: 'Wer Sie sind' })).toBeVisible();
  await expect(host.getByText('Es heißt, Briten und Franzosen').first()).toBeVisible();

  // What the referee says of it is German, too.
  await host.goto(`${server.url}/scenario?id=barricade#check`);
  await host.getByRole('combobox', { name: 'Language of the scenario' }).selectOption('de');
  await expect(host.getByRole('heading', { name: 'Die Barrikade', exact: true })).toBeVisible();
  await host.getByRole('button', { name: libraryMessages['check.run'] }).click();
  await expect(host.getByText('Jede Frage kann ein Ergebnis ändern.')).toBeVisible();
  await host.getByRole('tab', { name: libraryMessages['scenario.try'] }).click();
  await expect(host.getByText(/^Würde in der Wohnung ratifiziert/).first()).toBeVisible();
});
