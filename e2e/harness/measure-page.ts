// How long a student waits for the page that asks for the code. Run by the bench; prints rows as JSON.
// Needs a build (`npm run build`) and a browser (`CHROMIUM_PATH`, or the one of Playwright).
import { type Browser, chromium, type Page } from '@playwright/test';
import { startServer } from '../support/server';

const VISITS = 5;
/** 1 Mbit/s in bytes a second, each way; 100 ms for each request; a processor four times slower. */
const NETWORK = { offline: false, latency: 100, downloadThroughput: 125_000, uploadThroughput: 125_000 };
const SLOWER = 4;

interface Visit {
  /** Milliseconds from the beginning of the visit until the form is shown; until typing does something; and, pressed then, until the answer is shown. */
  readonly shown: number;
  readonly usable: number;
  readonly answered: number;
  /** Bytes of scripts as they came over the network until the form could be used. */
  readonly script: number;
}

/** Types and looks whether the page has noticed, until it has. Says how many milliseconds the visit has lasted. */
function whenUsable(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    for (;;) {
      const inputs = [...document.querySelectorAll('input')];
      for (const [at, input] of inputs.entries()) {
        write?.call(input, at === 0 ? 'ZZZZ9' : 'Ana');
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      const button = document.querySelector<HTMLButtonElement>('button[type=submit]');
      if (inputs.length > 1 && button?.disabled === false) return performance.now();
      await new Promise((resume) => requestAnimationFrame(resume));
    }
  });
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', NETWORK);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const scripts = new Set<string>();
  let script = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  await page.goto(`${url}/join`, { waitUntil: 'commit' });
  await page.locator('input').first().waitFor();
  const usable = await whenUsable(page);
  const until = script;
  const shown = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
  const pressed = await page.evaluate(() => performance.now());
  await page.locator('button[type=submit]').click();
  await page.locator('input[aria-invalid=true]').waitFor();
  const answered = (await page.evaluate(() => performance.now())) - pressed;
  await context.close();
  return { shown, usable, answered, script: until };
}

const server = await startServer();
const executablePath = process.env.CHROMIUM_PATH;
const browser = await chromium.launch(executablePath ? { executablePath } : {});
try {
  const visits: Visit[] = [];
  for (let at = 0; at < VISITS; at++) visits.push(await visit(browser, server.url));
  const middle = (of: keyof Visit): number =>
    visits.map((one) => one[of]).sort((one, other) => one - other)[Math.floor(VISITS / 2)] ?? 0;
  console.log(
    JSON.stringify([
      ['the join page at 1 Mbit/s, 100 ms, a processor 4 × slower', 'median of 5', 'at most'],
      ['the form is shown, ms', middle('shown').toFixed(0), ''],
      ['typing and pressing do something, ms', middle('usable').toFixed(0), '2000'],
      ['pressed at once: until the answer is shown, ms', middle('answered').toFixed(0), ''],
      ['scripts until then, KB over the network', (middle('script') / 1024).toFixed(1), '135'],
    ]),
  );
} finally {
  await browser.close();
  await server.dispose();
}
