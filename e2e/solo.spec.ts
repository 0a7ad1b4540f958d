import { goTo } from './support/desk';
import { openClass } from './support/students';
import { expect, inspect, sitDown, test } from './support/test';

test('somebody alone plays the barricade to the debrief: one click, autopilots on all other seats', async ({
  server,
  open,
}) => {
  test.setTimeout(180_000);
  const page = await open('phone');
  await page.goto(server.url);
  await page.getByRole('link', { name: /Play alone/ }).click();

  // Nothing more has been asked: the dossier is there, and everybody else gets ready by themselves.
  await expect(page.getByRole('button', { name: 'I am ready' })).toBeVisible();
  await expect(page.getByText(/Played by an autopilot: /)).toBeVisible();
  await inspect(page, 'solo-briefing');
  await page.getByRole('button', { name: 'On to round 1' }).click();
  await goTo(page, 'Desk');
  await expect(page.getByText(/Round 1 of/)).toBeVisible();

  // The autopilots act: a text lies on the table without anything done here.
  await goTo(page, 'Draft');
  await expect(page.getByText(/put by/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Hand my seat to the autopilot' }).click();
  await expect(
    page.getByText('The autopilot plays your seat. You see everything that it does.'),
  ).toBeVisible();
  await inspect(page, 'solo-autopilot');
  await page.getByRole('button', { name: 'Take my seat back' }).click();
  await expect(page.getByRole('button', { name: 'Hand my seat to the autopilot' })).toBeVisible();

  const on = page.getByRole('button', {
    name: /^(On to round \d|End the bargaining|Open the count|Back to the table|On to the debrief)/,
  });
  const door = page.getByRole('link', { name: 'Open the debrief' });
  for (let steps = 0; steps < 12 && !(await door.isVisible()); steps++) {
    await on.or(door).first().waitFor();
    if (await on.isVisible()) await on.click();
  }
  await door.click();
  await expect(
    page.getByRole('heading', { name: 'The record' }).or(page.getByRole('slider')).first(),
  ).toBeVisible();
});

test('a host lets autopilots play, and a student takes a seat from one', async ({ server, open }) => {
  const room = await openClass(server.url);
  const baker = await room.seat('baker');
  const host = await open('laptop');
  await host.goto(`${server.url}/console#${room.hostToken}`);
  await host.getByRole('button', { name: 'Autopilot on all 26 empty seats' }).click();
  await expect(host.getByRole('button', { name: 'Autopilot off all 26 empty seats' })).toBeVisible();
  await inspect(host, 'console-autopilots');
  const page = await open('laptop');
  await sitDown(page, server.url, baker, room);
  await expect(page.getByText(/Played by an autopilot: .*Gorbachev/)).toBeVisible();
  await room.seat('gorbachev');
  await expect(page.getByText(/Played by an autopilot: .*Gorbachev/)).toBeHidden();
  await host.getByRole('button', { name: /Shevardnadze: stop the autopilot/ }).click();
  await expect(page.getByText(/Played by an autopilot: .*Shevardnadze/)).toBeHidden();
  room.close();
});
