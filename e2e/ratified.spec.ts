import type { Page } from '@playwright/test';
import { moveBySelects } from './support/room';
import { HISTORIC, helpEachOther, nextRound, takeOver, TEAMS } from './support/students';
import { expect, inspect, test } from './support/test';

const FACTIONS = {
  'general-staff': 'Grit',
  congress: 'Cleo',
  'party-conservatives': 'Paul',
  'allied-capitals': 'Alma',
} as const;

async function join(page: Page, url: string, code: string, nickname: string): Promise<void> {
  await page.goto(`${url}/j/${code}`);
  await page.getByLabel('Nickname').fill(nickname);
  await page.getByRole('button', { name: 'Join the session' }).click();
  await expect(page.getByText(`Welcome, ${nickname}`)).toBeVisible();
}

test('a class plays from the room code to a ratification on both sides, and replays it', async ({
  server,
  open,
}) => {
  test.setTimeout(300_000);
  const { url } = server;

  // The host launches in three clicks.
  const host = await open('laptop');
  await host.goto(url);
  await inspect(host, 'start');
  await host.getByRole('link', { name: /Host a session/ }).click();
  const launch = host.getByRole('button', { name: 'Launch' });
  await expect(launch).toBeEnabled();
  await inspect(host, 'host');
  await launch.click();
  await expect(host.getByText('Nobody has joined yet')).toBeVisible();
  await inspect(host, 'console-empty');
  const pass = await host.evaluate(
    () =>
      JSON.parse(localStorage.getItem('behind-the-table.hosted') ?? '[]')[0] as {
        token: string;
        screenToken: string;
        session: string;
        code: string;
      },
  );
  const projector = await open('projector');
  await projector.goto(`${url}/screen#${pass.screenToken}`);
  await expect(projector.getByText('Join with your phone')).toBeVisible();
  expect(projector.url()).not.toContain(pass.screenToken);
  await inspect(projector, 'screen-lobby');

  // Six students with browsers, the two teams without.
  const [baker, shevardnadze] = [await open('laptop'), await open('phone')];
  await join(baker, url, pass.code, 'Mina');
  await inspect(baker, 'lobby');
  await join(shevardnadze, url, pass.code, 'Jon');
  const phones: Record<string, Page> = {};
  for (const [role, name] of Object.entries(FACTIONS)) {
    const phone = await open('phone');
    await join(phone, url, pass.code, name);
    phones[role] = phone;
  }
  await host.getByRole('button', { name: 'Seat everyone' }).click();
  await expect(baker.getByText('James Baker').first()).toBeVisible();
  await expect(shevardnadze.getByText('Eduard Shevardnadze').first()).toBeVisible();
  const room = await takeOver(url, {
    hostToken: pass.token,
    screenToken: pass.screenToken,
    session: pass.session,
    code: pass.code,
  });
  for (const role of TEAMS) await room.seat(role);
  await room.attach('baker', await tokenOf(baker));
  await room.attach('shevardnadze', await tokenOf(shevardnadze));
  await moveBySelects(host, 'Grit', 'Table 1', /^General Staff/);
  await expect(
    phones['general-staff']?.getByText('The General Staff').first() ?? host.getByText('never'),
  ).toBeVisible();

  // The briefing.
  await host.getByRole('button', { name: 'Start the briefing' }).click();
  await expect(baker.getByRole('heading', { name: 'Your dossier' })).toBeVisible();
  await inspect(baker, 'briefing');
  await baker.getByRole('button', { name: 'I am ready' }).click();
  await expect(baker.getByRole('button', { name: 'Ready' })).toBeDisabled();
  const general = phones['general-staff'] as Page;
  await inspect(general, 'briefing-faction');
  await host.getByRole('button', { name: 'On to round 1' }).click();
  await expect(baker.getByRole('heading', { name: 'Draft agreement' })).toBeVisible();

  // The table writes its draft by clicking.
  await propose(baker, 'The border with Poland', 'Both German parliaments resolve the same now');
  await shevardnadze.getByRole('button', { name: 'Draft', exact: true }).click();
  await shevardnadze.getByRole('button', { name: 'Accept: The border with Poland' }).click();
  await propose(baker, 'Departure of the Soviet troops', 'Within one to two years');
  await shevardnadze.getByRole('button', { name: 'Reject: Departure of the Soviet troops' }).click();
  await expect(baker.getByText('disputed')).toBeVisible();
  await shevardnadze.getByRole('button', { name: 'Show the draft to your side' }).click();
  await general.getByRole('button', { name: 'Draft', exact: true }).click();
  // The faction reckons with what it knows, and comes to what the referee says.
  await expect
    .poll(async () => await general.getByText('Your exact score for this text:').textContent())
    .toContain(signed(room.host.store.getState().readings[room.table]?.supports['general-staff'] ?? 0));
  await inspect(general, 'desk-faction-draft');
  await inspect(baker, 'desk');
  await inspect(shevardnadze, 'desk-negotiator-phone');

  // A faction instructs; its negotiator hears it, others do not.
  await general.getByRole('button', { name: 'Desk', exact: true }).click();
  await general.getByLabel('In your words (optional)').fill('No pull-out in disorder.');
  await general.getByRole('button', { name: 'Send the instruction' }).click();
  await shevardnadze.getByRole('button', { name: 'Talk', exact: true }).click();
  await shevardnadze.getByRole('tab', { name: /Direct/ }).click();
  await shevardnadze.getByLabel('Direct line to').selectOption({ label: 'Shevardnadze and General Staff' });
  await expect(shevardnadze.getByText('No pull-out in disorder.')).toBeVisible();

  // One page is reloaded, another is offline while the table goes on.
  const congress = phones.congress as Page;
  await congress.context().setOffline(true);
  await expect(congress.getByText(/^No connection/)).toBeVisible();
  await congress.getByRole('button', { name: 'against', exact: true }).click();
  await expect(congress.getByText(/^No connection.*\(1\)$/)).toBeVisible();
  await inspect(congress, 'desk-offline');
  await baker.reload();
  await expect(baker.getByText('disputed')).toBeVisible();
  await helpEachOther(room);
  await expect(congress.getByText('Round 1 of 5')).toBeVisible();
  await congress.context().setOffline(false);
  await expect(congress.getByText('Round 4 of 5')).toBeVisible({ timeout: 30_000 });
  // What was pressed meanwhile is done, once; and nothing was missed: the page says the same when it is opened anew.
  await expect(congress.getByRole('button', { name: 'against', pressed: true })).toBeVisible();
  const stances = () =>
    (room.host.store.getState().tables[room.table]?.entries ?? []).flatMap(({ facts }) =>
      facts.filter((fact) => fact.type === 'stance'),
    );
  await expect.poll(() => stances().length).toBe(1);
  const whatItSays = await congress.getByRole('main').innerText();
  await congress.reload();
  await expect.poll(() => congress.getByRole('main').innerText()).toBe(whatItSays);

  // The Berlin paper is read; the West asks before it answers.
  await shevardnadze.getByRole('button', { name: 'Moves', exact: true }).click();
  await take(shevardnadze, /Berlin/);
  await expect(baker.getByText('Shevardnadze reads a harsh paper in Berlin').first()).toBeVisible();
  await room.move('ross', 'ask-tarasenko');
  await expect(baker.getByText(/You learned/)).toBeVisible();
  await inspect(baker, 'desk-provoked');
  await baker.getByRole('button', { name: 'Stand firm without raising the stakes' }).first().click();
  await baker.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await take(baker, /Secretary General/i);
  await nextRound(room);
  await expect(baker.getByText('Round 5 of 5')).toBeVisible();

  // The last text, and the initials.
  await room.act('baker', { type: 'propose', terms: HISTORIC });
  await room.act('shevardnadze', { type: 'propose', terms: HISTORIC });
  await baker.getByRole('button', { name: 'Initial the agreement' }).click();
  await shevardnadze.getByRole('button', { name: 'Draft', exact: true }).click();
  await expect(shevardnadze.getByText('Initialled by The Western side')).toBeVisible();
  await inspect(host, 'console-bargaining');
  await inspect(projector, 'screen-bargaining');
  await shevardnadze.getByRole('button', { name: 'Initial the agreement' }).click();

  // Home: a speech, votes, and the count on all screens at once.
  await expect(shevardnadze.getByRole('heading', { name: 'Your acceptance speech' })).toBeVisible();
  await inspect(shevardnadze, 'speech');
  await shevardnadze.getByLabel('Your own words').fill('Our soldiers come home in order, and to flats.');
  await shevardnadze.getByRole('button', { name: 'Give the speech' }).click();
  await expect(general.getByText('Our soldiers come home in order, and to flats.')).toBeVisible();
  await inspect(general, 'ratification');
  await general.getByRole('group', { name: 'Your vote' }).getByRole('button', { name: 'No' }).click();
  for (const role of ['congress', 'party-conservatives', 'allied-capitals'])
    await phones[role]
      ?.getByRole('group', { name: 'Your vote' })
      .getByRole('button', { name: 'Yes' })
      .click();
  for (const page of [baker, shevardnadze, general, projector, host])
    await expect(page.getByText('Ratified on all sides').first()).toBeVisible();
  await inspect(general, 'count');
  await inspect(projector, 'screen-count');

  // The debrief: replayed to the end, backwards, and through other eyes.
  await host.getByRole('button', { name: 'On to the debrief' }).click();
  await host.getByRole('button', { name: 'Open the debrief to everybody' }).click();
  await host.getByRole('link', { name: 'Open the debrief' }).click();
  await expect(host.getByRole('heading', { name: 'The referee' })).toBeVisible();
  await expect(host.getByText(/Would be ratified in Moscow/)).toBeVisible();
  await inspect(host, 'debrief');
  const scrubber = host.getByRole('slider', { name: 'Position in the record' });
  const length = Number(await scrubber.getAttribute('max'));
  expect(length).toBeGreaterThan(40);
  await scrubber.fill('0');
  await expect(host.getByText(`Event 0 of ${length}`)).toBeVisible();
  await host.getByLabel('Speed').selectOption('60');
  await host.getByRole('button', { name: 'Play' }).click();
  await expect(host.getByText(`Event ${length} of ${length}`)).toBeVisible({ timeout: 60_000 });
  await scrubber.fill(String(Math.floor(length / 2)));
  await host.getByLabel('Through the eyes of').selectOption('general-staff');
  await expect(host.getByText('What this role was told').first()).toBeVisible();
  await inspect(host, 'debrief-eyes');
  await host.getByRole('button', { name: 'Result and history' }).click();
  await host.getByRole('button', { name: 'Tell us what happened in history' }).click();
  await inspect(host, 'debrief-history');
  await general.getByRole('link', { name: 'Open the debrief' }).click();
  await expect(general.getByRole('heading', { name: 'The referee' })).toBeVisible();
  await inspect(general, 'debrief-phone');
  room.close();
});

/** Opens a clause, chooses an option and proposes it. */
async function propose(page: Page, issue: string, option: string): Promise<void> {
  const clause = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: issue }) });
  const heading = clause.getByRole('button', { name: issue }).first();
  if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
  await clause.getByRole('radio', { name: option }).click();
  await clause.getByRole('button', { name: 'Propose this' }).click();
}

async function take(page: Page, name: RegExp): Promise<void> {
  const more = page.getByRole('button', { name: /^Show \d+ more$/ });
  if (await more.isVisible()) await more.click();
  await page
    .getByRole('article')
    .filter({ hasText: name })
    .getByRole('button', { name: /^Do it/ })
    .first()
    .click();
}

/** The seat's token, as the browser keeps it. */
function tokenOf(page: Page): Promise<string> {
  return page.evaluate(
    () => (JSON.parse(localStorage.getItem('behind-the-table.seats') ?? '[]')[0] as { token: string }).token,
  );
}

/** As the pages write points: with a sign, and a true minus. */
function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0';
}
