import { granted, openClass, until } from './support/students';
import { expect, sitDown, test } from './support/test';

test('the server is killed in the middle of bargaining and started again: everybody carries on, nothing acknowledged is lost or doubled', async ({
  server,
  open,
}) => {
  test.setTimeout(120_000);
  const room = await openClass(server.url);
  const baker = await room.seat('baker');
  const shevardnadze = await room.seat('shevardnadze');
  const page = await open('laptop');
  await sitDown(page, server.url, baker, room);
  await room.say({ type: 'start' });
  await room.say({ type: 'skip' });
  await expect(page.getByRole('heading', { name: 'Draft agreement' })).toBeVisible();

  const acknowledged: string[] = [];
  const lines = Array.from({ length: 40 }, (_, i) => `line ${i}`);
  const talking = lines.map(async (words, i) => {
    const { client } = i % 2 === 0 ? baker : shevardnadze;
    granted(await client.seat(room.table, { type: 'say', channel: 'table', words }));
    acknowledged.push(words);
  });
  await expect.poll(() => acknowledged.length).toBeGreaterThan(2);
  await server.kill();
  await expect(page.getByText('No connection', { exact: false })).toBeVisible();
  const before = [...acknowledged];
  await server.start();
  await Promise.all(talking);

  const record = granted(
    await until(room.host, (state) => state.connection === 'online' && state.welcome && true).then(() =>
      room.host.record(room.table),
    ),
  );
  const said = record.events.flatMap((event) =>
    event.parts.flatMap(({ fact }) => (fact.type === 'said' ? [record.words[fact.words] ?? ''] : [])),
  );
  expect(before.length).toBeGreaterThan(2);
  expect([...said].sort()).toEqual([...lines].sort());
  for (const { client } of [baker, shevardnadze]) {
    await until(client, (state) => lines.every((line) => Object.values(state.words).includes(line)));
    const entries = client.store.getState().tables[room.table]?.entries ?? [];
    expect(entries.map((entry) => entry.n)).toEqual(entries.map((_, i) => i + 1));
  }
  await expect(page.getByText('line 39')).toBeVisible();
  room.close();
});
