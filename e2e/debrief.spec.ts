import type { Page } from '@playwright/test';
import { HISTORIC, helpEachOther, nextRound, openClass, TEAMS } from './support/students';
import { expect, inspect, test } from './support/test';

/** A chapter of the debrief, by its button. */
async function chapter(page: Page, name: string): Promise<void> {
  const button = page
    .getByRole('navigation', { name: 'Parts of the debrief' })
    .getByRole('button', { name, exact: true });
  await button.click();
  await expect(button).toHaveAttribute('aria-current', 'page');
}

test('the debrief tells what brought the result about, who helped whom and at what price, and compares the tables', async ({
  server,
  open,
}) => {
  test.setTimeout(180_000);
  const room = await openClass(server.url);
  const baker = await room.seat('baker');
  for (const role of [...TEAMS, 'shevardnadze', 'general-staff', 'congress']) await room.seat(role);
  await room.say({ type: 'start' });
  await room.say({ type: 'skip' });
  await room.act('baker', { type: 'map', about: 'general-staff', stance: 1, vote: 'no' });
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
  await room.act('general-staff', { type: 'vote', vote: 'no' });
  await room.act('congress', { type: 'vote', vote: 'yes' });
  await room.host.hostSession({ type: 'add-table' });
  await room.say({ type: 'skip' });

  const assurances = 'Baker brings a package of assurances to Moscow';
  const host = await open('laptop');
  await host.goto(`${server.url}/console#${room.hostToken}`);
  await expect(host.getByText(room.code).first()).toBeVisible();
  await host.goto(`${server.url}/debrief?table=${room.table}`);
  // The chart in words, and every move with what it changed.
  await expect(host.getByText(/^At the start all sides together/)).toBeVisible();
  await host.getByText('The moves, and what they did to what could be ratified').click();
  await host.getByRole('button', { name: 'Go to no. 2', exact: true }).click();
  await expect(host.getByRole('rowheader', { name: assurances })).toBeVisible();
  await inspect(host, 'debrief-timeline');
  await chapter(host, 'What mattered');
  await expect(host.getByRole('heading', { name: 'What brought this result about' })).toBeVisible();
  await expect(host.getByRole('heading', { name: 'The same vote without help' })).toBeVisible();
  await expect(host.getByRole('rowheader', { name: assurances }).first()).toBeVisible();
  await inspect(host, 'debrief-mattered');
  await expect(host.getByText(/^1\. /).first()).toBeVisible();

  await chapter(host, 'What if');
  await expect(host.getByRole('heading', { name: 'The verdict' })).toBeVisible();
  const alliance = host.getByRole('group').first();
  await expect(alliance.getByText(/would (ratify|refuse)\.$/).first()).toBeAttached();
  await alliance.getByRole('radio').first().check();
  await host.getByRole('slider').press('End');
  await host.getByRole('button', { name: 'Look for agreements' }).click();
  await expect(host.getByText(/^All sides together would have ratified/)).toBeVisible();
  await expect(host.getByText('The agreement chosen')).toBeVisible();
  await inspect(host, 'debrief-what-if');
  await host.getByRole('button', { name: 'Try agreement 2' }).click();
  await expect(host.getByRole('button', { name: 'Look for agreements' })).toBeVisible();

  await chapter(host, 'Moves');
  await expect(host.getByRole('heading', { name: 'Help across the table' })).toBeVisible();
  await inspect(host, 'debrief-moves');
  await chapter(host, 'Words and promises');
  await expect(host.getByRole('heading', { name: 'What chance decided' })).toBeVisible();
  await expect(host.getByText('(the host decided)').first()).toBeVisible();
  await expect(host.getByRole('heading', { name: 'Speeches of acceptance' })).toBeVisible();
  await inspect(host, 'debrief-words');
  await chapter(host, 'Scores and maps');
  await expect(host.getByRole('rowheader', { name: 'James Baker' }).first()).toBeVisible();
  await inspect(host, 'debrief-scores');
  await chapter(host, 'All tables');
  await expect(host.getByRole('rowheader', { name: 'Table 2' }).first()).toBeVisible();
  await expect(host.getByText('not over yet')).toBeVisible();
  await expect(host.getByRole('heading', { name: 'How fair, and how good' })).toBeVisible();
  await host.getByText('The points of the chart as a table').click();
  await expect(host.getByRole('rowheader', { name: 'Nash point' }).first()).toBeVisible();
  await inspect(host, 'debrief-compared');

  // A student sees none of it before the host has opened the debrief, and then the own table only.
  expect(await baker.client.findings(room.table)).toMatchObject({ ok: false, code: 'debrief-closed' });
  await room.say({ type: 'open-debrief' });
  const compared = await baker.client.compare();
  expect(compared.ok && compared.tables.map(({ table }) => table)).toEqual([room.table]);
  room.close();
});
