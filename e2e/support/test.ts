import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, type BrowserContext, expect, type Page } from '@playwright/test';
import { startServer, type TestServer } from './server';

const SCREENS = fileURLToPath(new URL('../test-results/screens/', import.meta.url));

interface Fixtures {
  readonly server: TestServer;
  /** A browser of its own: a laptop, a phone, a projector. */
  readonly open: (device: Device) => Promise<Page>;
}

export type Device = 'laptop' | 'phone' | 'projector';

const SIZES: Record<Device, { readonly width: number; readonly height: number }> = {
  laptop: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
  projector: { width: 1920, height: 1080 },
};

/** Every test has a server of its own. A page that logs an error or breaks its content policy fails the test. */
export const test = base.extend<Fixtures>({
  server: async ({ browserName: _browser }, use) => {
    const server = await startServer();
    await use(server);
    await server.dispose();
  },
  open: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: string[] = [];
    await use(async (device) => {
      const context = await browser.newContext({ viewport: SIZES[device], reducedMotion: 'reduce' });
      contexts.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && !isCutLine(message.text()))
          errors.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    });
    for (const context of contexts) await context.close();
    expect(errors).toEqual([]);
  },
});

/** What a browser logs when the line is cut or the server is away, which some tests do on purpose. */
function isCutLine(text: string): boolean {
  return /WebSocket|ERR_CONNECTION|ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(text);
}

/** What a program can find of WCAG 2.2 AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Looks at a screen as it may be seen: on a phone and a laptop (a projector's on a laptop and the projector), by day and by night.
 * Finds no violation of WCAG 2.2 AA and nothing to scroll sideways. Keeps pictures.
 */
export async function inspect(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  const own = page.viewportSize() ?? SIZES.laptop;
  const sizes = own.width > SIZES.laptop.width ? [SIZES.laptop, own] : [SIZES.phone, SIZES.laptop];
  for (const [i, size] of sizes.entries()) {
    await page.setViewportSize(size);
    await page.evaluate(() => window.scrollTo({ top: 0 }));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await atRest(page);
      await page.screenshot({ path: `${SCREENS}${name}-${size.width}-${colorScheme}.png`, fullPage: true });
      // A width decides what is shown, a scheme its colours: two of the four find either.
      if ((i === 0) === (colorScheme === 'dark'))
        await accessible(page, `${name}, ${size.width}, ${colorScheme}`);
    }
    await fits(page, `${name}, ${size.width}`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(own);
}

/** Nothing moves or fades: a colour half-way between two schemes is nobody's to judge. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
}

async function accessible(page: Page, where: string): Promise<void> {
  await atRest(page);
  // One page, no frames: the quick way, which does not open another page for its report, sees it all.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze();
  expect(
    violations.map((one) => ({ rule: one.id, where: one.nodes.map((node) => node.html.slice(0, 120)) })),
    where,
  ).toEqual([]);
}

/** The page has nothing to scroll sideways. */
export async function fits(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Opens a seat in a browser that holds its token, as if it had joined there. */
export async function sitDown(
  page: Page,
  url: string,
  seat: { readonly token: string; readonly nickname: string },
  room: { readonly code: string; readonly session: string },
): Promise<void> {
  const pass = JSON.stringify([
    { token: seat.token, session: room.session, code: room.code, nickname: seat.nickname },
  ]);
  await page.addInitScript((value) => localStorage.setItem('behind-the-table.seats', value), pass);
  await page.goto(`${url}/play?code=${room.code}`);
}

export { expect };
