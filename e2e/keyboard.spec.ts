import type { Page } from '@playwright/test';
import { openClass } from './support/students';
import { expect, test } from './support/test';

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
    if (name.test(focused)) return;
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
  for (const [path, sign] of [
    [`/play?code=${room.code}`, 'James Baker'],
    [`/console#${room.hostToken}`, 'Room code'],
    ['/', 'Behind the Table'],
    ['/library', 'Scenario library'],
  ] as const) {
    await page.goto(server.url + path);
    await expect(page.getByText(sign).first()).toBeVisible();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      path,
    ).toBeLessThanOrEqual(0);
  }
  room.close();
});
