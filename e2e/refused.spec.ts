import { goTo, make } from './support/desk';
import { openClass, PLAIN } from './support/students';
import { expect, inspect, sitDown, test } from './support/test';

test('a text signed early and without help is refused in Moscow, may come back to the table, and stands refused when the host says so', async ({
  server,
  open,
}) => {
  test.setTimeout(180_000);
  const room = await openClass(server.url);
  const general = await room.seat('general-staff');
  await room.seat('baker');
  await room.seat('shevardnadze');
  const host = await open('laptop');
  await host.goto(`${server.url}/console#${room.hostToken}`);
  await expect(host.getByText('People: 3')).toBeVisible();
  expect(host.url()).not.toContain(room.hostToken);
  const phone = await open('phone');
  await sitDown(phone, server.url, general, room);

  // The text is signed in the first round, before anything that could help or bind.
  await host.getByRole('button', { name: 'Start the briefing' }).click();
  await host.getByRole('button', { name: 'On to round 1' }).click();
  await expect(phone.getByText('Round 1 of 5')).toBeVisible();
  await room.act('baker', { type: 'propose', terms: PLAIN });
  await room.act('shevardnadze', { type: 'propose', terms: PLAIN });
  await room.act('baker', { type: 'initial' });
  await room.act('shevardnadze', { type: 'initial' });
  await phone.getByRole('group', { name: 'Your vote' }).getByRole('button', { name: 'No' }).click();

  for (const page of [phone, host]) await expect(page.getByText(/Refused in Moscow/).first()).toBeVisible();
  await expect(
    phone.getByText('Your host decides whether the agreement goes back to the table.'),
  ).toBeVisible();
  await inspect(phone, 'count-refused');
  await host.getByRole('button', { name: 'Back to the table' }).click();
  await expect(phone.getByText('Back at the table')).toBeVisible();
  await room.act('shevardnadze', { type: 'initial' });
  await room.act('baker', { type: 'initial' });
  await phone.getByRole('group', { name: 'Your vote' }).getByRole('button', { name: 'No' }).click();
  await expect(phone.getByText('The table is over. Your host opens the debrief.')).toBeVisible();
  await host.getByRole('button', { name: 'On to the debrief' }).click();
  await expect(phone.getByText('Your host will open the debrief.')).toBeVisible();
  room.close();
});

test('help for one side alone: ratified in Washington, refused in Moscow, and the host lets it stand', async ({
  server,
  open,
}) => {
  const room = await openClass(server.url);
  const seats = {
    baker: await room.seat('baker'),
    shevardnadze: await room.seat('shevardnadze'),
    staff: await room.seat('general-staff'),
  };
  await room.seat('gorbachev');
  const host = await open('laptop');
  await host.goto(`${server.url}/console#${room.hostToken}`);
  const [baker, shevardnadze, staff] = [await open('laptop'), await open('phone'), await open('phone')];
  await sitDown(baker, server.url, seats.baker, room);
  await sitDown(shevardnadze, server.url, seats.shevardnadze, room);
  await sitDown(staff, server.url, seats.staff, room);
  await host.getByRole('button', { name: 'Start the briefing' }).click();
  for (const round of [1, 2]) await host.getByRole('button', { name: `On to round ${round}` }).click();
  await expect(baker.getByText('Round 2 of 5')).toBeVisible();

  // Moscow helps the West with its Congress and its allies; the West helps Moscow with nothing.
  await room.move('gorbachev', 'ease-blockade');
  await host.getByRole('button', { name: 'On to round 3' }).click();
  await make(shevardnadze, 'Say that American troops steady Europe');
  // Whether that makes a scandal at home is left to chance, unless the host says so.
  await expect(
    host.getByText(
      /^Chance of 1 in 6, .* what follows from “Moscow: American troops help keep Europe steady”/,
    ),
  ).toBeVisible();
  await host.getByRole('button', { name: 'Let it not happen' }).click();
  await expect(host.getByRole('heading', { name: 'Left to chance' })).toBeHidden();
  await room.act('baker', { type: 'propose', terms: PLAIN });
  await room.act('gorbachev', { type: 'propose', terms: PLAIN });
  await goTo(shevardnadze, 'Draft');
  await shevardnadze.getByRole('button', { name: 'Show the draft to your side' }).click();
  await goTo(staff, 'Draft');
  await expect(staff.getByText('you would vote no')).toBeVisible();
  await shevardnadze.getByRole('button', { name: 'Initial the agreement' }).click();
  await baker.getByRole('button', { name: 'Initial the agreement' }).click();

  await staff.getByRole('group', { name: 'Your vote' }).getByRole('button', { name: 'No' }).click();
  for (const page of [host, baker, shevardnadze, staff]) {
    await expect(page.getByRole('heading', { name: 'Refused at home' })).toBeVisible();
    await expect(page.getByText(/^Refused in Moscow, \d+ to \d+/).first()).toBeVisible();
    await expect(page.getByText(/Ratified in Washington, \d+ to \d+/).first()).toBeVisible();
  }
  await inspect(host, 'console-refused');

  await expect(host.getByRole('button', { name: 'Back to the table' })).toBeVisible();
  await host.getByRole('button', { name: 'Let the refusal stand' }).click();
  await expect(host.getByRole('button', { name: 'Back to the table' })).toBeHidden();
  await expect(
    staff.getByText('Your host will open the debrief. This page changes by itself.'),
  ).toBeVisible();
  await inspect(staff, 'debrief-door');
  await host.getByRole('button', { name: 'Open the debrief to everybody' }).click();
  for (const page of [baker, shevardnadze, staff])
    await expect(page.getByRole('link', { name: 'Open the debrief' })).toBeVisible();
  room.close();
});
