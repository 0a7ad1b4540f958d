import { openClass } from './support/students';
import { expect, inspect, sitDown, test } from './support/test';

test('a head who walks away ends the table without agreement, on everybody’s screen', async ({
  server,
  open,
}) => {
  const room = await openClass(server.url);
  const seat = await room.seat('shevardnadze');
  const other = await room.seat('congress');
  const [shevardnadze, congress, projector] = [
    await open('phone'),
    await open('phone'),
    await open('projector'),
  ];
  await sitDown(shevardnadze, server.url, seat, room);
  await sitDown(congress, server.url, other, room);
  await projector.goto(`${server.url}/screen#${room.screenToken}`);
  const host = await open('laptop');
  await host.goto(`${server.url}/console#${room.hostToken}`);
  await room.say({ type: 'start' });
  await room.say({ type: 'skip' });

  await shevardnadze.getByRole('button', { name: 'Draft', exact: true }).click();
  await shevardnadze.getByRole('button', { name: 'Walk away' }).click();
  await shevardnadze.getByRole('button', { name: 'Stay at the table' }).click();
  await shevardnadze.getByRole('button', { name: 'Walk away' }).click();
  await shevardnadze.getByRole('button', { name: 'Yes, walk away' }).click();
  for (const page of [shevardnadze, congress, projector, host])
    await expect(page.getByText(/left the table: there is no agreement/).first()).toBeVisible();
  await inspect(congress, 'no-agreement');
  await inspect(projector, 'screen-no-agreement');
  room.close();
});
