import type { Page } from '@playwright/test';
import { openClass, PLAIN } from './support/students';
import { expect, fits, sitDown, test } from './support/test';

/** Presses Tab until the named thing has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLInputElement
          ? [...(element.labels ?? [])].map((one) => one.textContent).join(' ')
          : '';
      const text =
        element instanceof HTMLButtonElement || element instanceof HTMLAnchorElement
          ? element.textContent
          : '';
      return `${element?.getAttribute('aria-label') ?? ''} ${label} ${text ?? ''}`;
    });
    if (!name.test(focused)) continue;
    const outline = await page.evaluate(() =>
      document.activeElement ? getComputedStyle(document.activeElement).outlineStyle : 'none',
    );
    expect(outline, `the focus on ${name} is seen`).not.toBe('none');
    return;
  }
  throw new Error(`Tab never reached ${name}`);
}

test('joining and proposing need no mouse', async ({ server, open }) => {
  const room = await openClass(server.url);
  const page = await open('laptop');
  await page.goto(`${server.url}/j/${room.code}`);
  await expect(page.getByLabel('Nickname')).toBeVisible();
  await tabTo(page, /Nickname/);
  await page.keyboard.type('Keys');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Welcome, Keys')).toBeVisible();
  await room.host.hostSession({ type: 'seat-everyone' });
  await room.say({ type: 'start' });
  await room.say({ type: 'skip' });
  await expect(page.getByRole('heading', { name: 'Draft agreement' })).toBeVisible();

  await tabTo(page, /The border with Poland/);
  await page.keyboard.press('Enter');
  await tabTo(page, /parliament|resolve/i);
  await page.keyboard.press('Space');
  await tabTo(page, /Propose this/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('put by West')).toBeVisible();
  room.close();
});

test('voting needs no mouse', async ({ server, open }) => {
  const room = await openClass(server.url);
  const seat = await room.seat('general-staff');
  await room.seat('reformers');
  await room.seat('baker');
  await room.seat('shevardnadze');
  const page = await open('laptop');
  await sitDown(page, server.url, seat, room);
  await room.say({ type: 'start' });
  await room.say({ type: 'skip' });
  for (const role of ['baker', 'shevardnadze']) await room.act(role, { type: 'propose', terms: PLAIN });
  for (const role of ['baker', 'shevardnadze']) await room.act(role, { type: 'initial' });
  await expect(page.getByRole('heading', { name: 'Your vote' })).toBeVisible();
  await tabTo(page, /^\s*No$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your ballot is in: No.')).toBeVisible();
  room.close();
});

test('at 200 % zoom nothing has to be scrolled sideways', async ({ server, open }) => {
  const room = await openClass(server.url);
  const seat = await room.seat('baker');
  await room.say({ type: 'start' });
  await room.say({ type: 'skip' });
  const page = await open('laptop');
  await page.setViewportSize({ width: 640, height: 400 });
  const pass = JSON.stringify([
    { token: seat.token, session: room.session, code: room.code, nickname: seat.nickname },
  ]);
  await page.addInitScript((value) => localStorage.setItem('behind-the-table.seats', value), pass);
  const looksAt = async (path: string, sign: string) => {
    await page.goto(server.url + path);
    await expect(page.getByText(sign).first()).toBeVisible();
    await fits(page, path);
  };
  await looksAt(`/play?code=${room.code}`, 'James Baker');
  await looksAt(`/console#${room.hostToken}`, 'Room code');
  await looksAt('/', 'Behind the Table');
  await looksAt('/library', 'Scenario library');
  await room.act('baker', { type: 'walk-away' });
  await room.say({ type: 'skip' });
  await looksAt(`/debrief?table=${room.table}`, 'What could have been ratified');
  room.close();
});
