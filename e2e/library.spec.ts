import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { startServer } from './support/server';
import { expect, inspect, test } from './support/test';

const BARRICADE = 'The barricade';

test('somebody finds a scenario by what the class is, and looks into it, by keyboard alone', async ({
  open,
  server,
}) => {
  const page = await open('laptop');
  await page.goto(`${server.url}/library`);
  const card = (name: string) =>
    page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await expect(card(BARRICADE)).toBeVisible();
  const all = await page.getByRole('article').count();
  expect(all).toBeGreaterThan(2);
  await inspect(page, 'library');

  await page.getByLabel('Words').focus();
  await page.keyboard.type('BARRIcade');
  await expect(page.getByText(`1 of ${all} scenarios`)).toBeVisible();
  await page.getByLabel('Words').fill('');
  await page.getByLabel('Players at a table').fill('3');
  await page.getByLabel('Minutes at most').selectOption('10');
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByLabel('Difficulty').selectOption('3');
  await expect(page.getByText('No scenario fits all of this')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByRole('article')).toHaveCount(all);
  await page.getByLabel('Device').selectOption('staged face-saving');
  await expect(card(BARRICADE)).toBeVisible();

  const preview = card(BARRICADE).getByRole('button', { name: `Preview: ${BARRICADE}` });
  await preview.focus();
  await page.keyboard.press('Enter');
  await expect(card(BARRICADE).getByText('Spanish Harlem in summer')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/scenario\?id=barricade/);
  await expect(page.getByRole('heading', { level: 1, name: BARRICADE })).toBeVisible();
});

test('a host reads a scenario, has it checked, and tries deals and measures', async ({ open, server }) => {
  const page = await open('laptop');
  await page.goto(`${server.url}/scenario?id=barricade`);
  await expect(page.getByText('Do not project it')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Points of The police line' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Teaching note', exact: true })).toBeVisible();
  await inspect(page, 'scenario-read');

  await page.getByRole('tab', { name: 'Check' }).click();
  await page.getByRole('button', { name: 'Run the check' }).click();
  await expect(page.getByText('The longest briefing has')).toBeVisible();
  await expect(page.getByText(/^(Nothing is wrong|It can be played)/)).toBeVisible();
  await inspect(page, 'scenario-check');

  await page.getByRole('tab', { name: 'Try' }).click();
  const joint = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'All sides' }) });
  await expect(joint).toContainText('0');
  await expect(page.getByText('✕ refuses')).toBeVisible();
  await page.getByRole('button', { name: 'Those of history' }).click();
  await expect(page.getByText('✓ ratifies')).toHaveCount(2);
  await expect(joint.getByRole('cell').nth(0)).toHaveText('0');
  await expect(joint.getByRole('cell').nth(1)).toHaveText('2');
  await inspect(page, 'scenario-try');
  await page.getByRole('button', { name: 'Tick none' }).click();
  await expect(joint.getByRole('cell').nth(1)).toHaveText('0');
  await page.getByRole('button', { name: 'Leave everything open' }).click();
  await expect(page.getByText('Some issues are open')).toBeVisible();
});

test('packets are printed: a page for each role, with nothing of any other', async ({ open, server }) => {
  const page = await open('laptop');
  const { roles, secrets } = await secretsOf(page, server.url, 'barricade');
  await page.goto(`${server.url}/scenario?id=barricade#packets`);
  await page.getByRole('link', { name: 'All packets, to be printed' }).click();
  const packets = page.locator('article.packet');
  await expect(packets).toHaveCount(roles.length);
  for (const [at, role] of roles.entries()) {
    const text = (await packets.nth(at).innerText()).replace(/\s+/g, ' ');
    for (const [owner, phrases] of Object.entries(secrets))
      for (const phrase of phrases)
        expect([role, owner, phrase, text.includes(phrase)]).toEqual([role, owner, phrase, owner === role]);
  }
  await inspect(page, 'packets');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  const pages = await page.evaluate(() =>
    [...document.querySelectorAll('.packet')].map((one) => getComputedStyle(one).breakBefore),
  );
  expect(pages.slice(1).every((rule) => rule === 'page')).toBe(true);
  await page.emulateMedia({ media: 'screen' });

  await page.getByLabel('Role').selectOption('crowd');
  await expect(packets).toHaveCount(1);
  const others = Object.entries(secrets).filter(([owner]) => owner !== 'crowd');
  const source = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  for (const [, phrases] of others) for (const phrase of phrases) expect(source).not.toContain(phrase);
});

test('a host duplicates a scenario, changes texts and numbers, hands it on as a file and plays it', async ({
  open,
  server,
}) => {
  const page = await open('laptop');
  await page.goto(`${server.url}/scenario?id=barricade`);
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The barricade (copy)' })).toBeVisible();
  await expect(page).toHaveURL(/id=own\..{14}#edit$/);

  // A mistake is told at its line and column, as it is typed.
  const yaml = page.getByRole('textbox', { name: 'scenario.yaml' });
  const text = await yaml.inputValue();
  await yaml.fill(
    text.replace('side: police\n    name: The negotiator', 'side: plice\n    name: The negotiator'),
  );
  const line = text.slice(0, text.indexOf('side: police\n    name: The negotiator')).split('\n').length;
  const problem = page.getByRole('button', { name: `scenario.yaml, line ${line}, column 11` });
  await expect(problem).toContainText('did you mean `police`?');
  await problem.click();
  await expect(yaml).toBeFocused();
  expect(
    await yaml.evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd)),
  ).toBe('plice');
  await inspect(page, 'scenario-edit');
  await page.keyboard.type('police');
  await expect(page.getByRole('status').filter({ hasText: 'No problems' })).toBeVisible();

  await page.getByRole('button', { name: 'Numbers' }).click();
  const weight = page.getByLabel('Weight of The incident commander');
  await expect(weight).toHaveValue('50');
  await weight.fill('51');
  await weight.press('Enter');
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await page.getByRole('button', { name: 'Texts' }).click();
  await expect.poll(() => yaml.inputValue()).toBe(text.replace('weight: 50', 'weight: 51'));
  await page.getByRole('button', { name: 'Numbers' }).click();
  await expect(weight).toHaveValue('51');
  await inspect(page, 'scenario-numbers');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('· Saved')).toBeVisible();

  // Handed on as one file, deleted, and brought along again.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await (await download).path();
  expect((await download).suggestedFilename()).toBe('the-barricade-copy.scenario.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 'behind-the-table/scenario' });
  await page.getByRole('link', { name: 'To the library' }).click();
  await page.getByRole('button', { name: 'Delete: The barricade (copy)' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
  const picker = page.locator('input[type=file]');
  await picker.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"a": 1'),
  });
  await expect(page.getByText('This file is not a scenario that was exported.')).toBeVisible();
  await picker.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"a": 1}'),
  });
  await expect(page.getByText('This file holds no scenario that can be read.')).toBeVisible();
  await picker.setInputFiles(file);
  await expect(page.getByText('“The barricade (copy)” is in your library.')).toBeVisible();
  await inspect(page, 'library-own');

  // Nobody else sees it; its owner hosts it.
  const other = await open('phone');
  await other.goto(`${server.url}/library`);
  await expect(other.getByText('None yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Host: The barricade (copy)' }).click();
  await expect(page.getByRole('radio', { name: 'The barricade (copy)' })).toBeChecked();
  await page.getByRole('button', { name: 'Launch' }).click();
  await expect(page.getByText('Nobody has joined')).toBeVisible();
});

test('a scenario with a mistake in it can be brought along and mended, but not read or hosted before', async ({
  open,
  server,
}) => {
  const page = await open('phone');
  await page.goto(`${server.url}/library`);
  const broken = {
    format: 'behind-the-table/scenario',
    version: 1,
    files: [{ path: 'scenario.yaml', text: 'format: 1\nid: mine\ntitle: <img src=x onerror=alert(1)>\n' }],
  };
  await page.locator('input[type=file]').setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(broken)),
  });
  await expect(page.getByText('cannot be played yet')).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
  await expect(page.getByRole('link', { name: /^Host: </ })).toHaveCount(0);
  await page.getByRole('link', { name: /^Open: </ }).click();
  await expect(page.getByRole('textbox', { name: 'scenario.yaml' })).toBeVisible();
  await expect(page.getByRole('tab')).toHaveCount(0);
  await page
    .getByRole('textbox', { name: 'scenario.yaml' })
    .fill(
      [
        'format: 1',
        'id: mine',
        'title: Mended',
        'sides: {a: {}, b: {}}',
        'factions: {x: {side: a, yes: 1}, y: {side: b, yes: 1}}',
        'issues: {i: {options: {p: {points: {x: 1}}, q: {points: {y: 1}}}}}',
        '',
      ].join('\n'),
    );
  await expect(page.getByRole('status').filter({ hasText: 'No problems' })).toBeVisible();
  await inspect(page, 'scenario-mend');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mended' })).toBeVisible();
});

test('where a host pass is set, it is asked for before any number is shown, once in a tab', async ({
  open,
}) => {
  const server = await startServer({ HOST_PASS: 'open sesame' });
  const page = await open('phone');
  await page.goto(`${server.url}/scenario?id=barricade`);
  await expect(page.getByRole('heading', { name: 'For hosts' })).toBeVisible();
  await inspect(page, 'scenario-pass');
  await page.getByLabel('Host pass').fill('guess');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('That is not the host pass.')).toBeVisible();
  await page.getByLabel('Host pass').fill('open sesame');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: BARRICADE })).toBeVisible();
  await page.goto(`${server.url}/packets?id=barricade&role=crowd`);
  await expect(page.locator('article.packet')).toHaveCount(1);
  await server.dispose();
});

/** What each role alone may read, by what it says: sentences long enough to be nobody else's. */
async function secretsOf(page: Page, url: string, ref: string) {
  const response = await page.request.get(`${url}/api/scenarios/${ref}`);
  const sheet = (await response.json()) as {
    readonly public: { readonly roles: readonly { readonly id: string }[] };
    readonly roles: Readonly<
      Record<string, { readonly briefing: string; readonly stake: Readonly<Record<string, string>> | null }>
    >;
  };
  const secrets = Object.entries(sheet.roles).map(([role, own]) => {
    const stake = Object.values(own.stake ?? {});
    const sentences = own.briefing
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line) && !/[*_`#[\]>]/.test(line) && line.length > 60);
    return [role, [...stake, ...sentences].map((text) => text.replace(/\s+/g, ' ').trim())] as const;
  });
  return { roles: sheet.public.roles.map(({ id }) => id), secrets: Object.fromEntries(secrets) };
}
