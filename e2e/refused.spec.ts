import { HISTORIC, openClass } from './support/students';
import { expect, inspect, sitDown, test } from './support/test';

test('the same text without help is refused in Moscow, may come back to the table, and stands refused when the host says so', async ({
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
  await room.act('baker', { type: 'propose', terms: HISTORIC });
  await room.act('shevardnadze', { type: 'propose', terms: HISTORIC });
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
