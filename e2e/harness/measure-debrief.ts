// How fast the debrief of the longest record opens, and goes to any moment, in a real browser. Run by the bench; prints rows as JSON.
// Needs a build (`npm run build`) and a browser (`CHROMIUM_PATH`, or the one of Playwright).
//   measure-debrief.ts <data folder> <passes, as JSON>
import { chromium, type Page } from '@playwright/test';
import { startServer } from '../support/server';

interface Passes {
  readonly table: string;
  readonly hostToken: string;
  readonly code: string;
  readonly events: number;
  readonly seats: number;
}

/** Times the record is opened, and moments gone to. */
const OPENINGS = 5;
const SEEKS = 200;

const [folder = '', passes = '{}'] = process.argv.slice(2);
const { table, hostToken, code, events, seats } = JSON.parse(passes) as Passes;

/** Milliseconds from the beginning of a visit until the timeline can be used; and what the server took of it. */
async function opened(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/debrief?table=${table}`, { waitUntil: 'commit' });
  await page.getByRole('slider').waitFor();
  return page.evaluate(() => performance.now());
}

/** The work of the page from a wish to be at another moment until it is drawn, by moments all over the record, in turn near and far. */
function seeks(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLInputElement>('input[type=range]');
    if (!slider) throw new Error('There is nothing to scrub.');
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const channel = new MessageChannel();
    channel.port1.start();
    const took: number[] = [];
    for (let at = 1; at <= count; at++) {
      await new Promise((resume) => requestAnimationFrame(resume));
      const start = performance.now();
      write?.call(slider, String((at * 7_919) % Number(slider.max)));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // React has written the page when the event is over; reading its height makes the browser lay it out.
      void document.body.offsetHeight;
      await new Promise<void>((resume) => {
        channel.port1.addEventListener('message', () => resume(), { once: true });
        channel.port2.postMessage(null);
      });
      took.push(performance.now() - start);
    }
    return took;
  }, SEEKS);
}

const middle = (times: readonly number[], part = 0.5) =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * part)] ?? 0;

const server = await startServer({ DATA_FOLDER: folder });
const executablePath = process.env.CHROMIUM_PATH;
const browser = await chromium.launch(executablePath ? { executablePath } : {});
try {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${server.url}/console#${hostToken}`);
  await page.getByText(code).first().waitFor();
  const first = await opened(page, server.url);
  const times: number[] = [];
  for (let again = 0; again < OPENINGS; again++) times.push(await opened(page, server.url));
  const took = await seeks(page);
  const record = `a record of ${events} events and ${seats} seats`;
  console.log(
    JSON.stringify([
      [`${record} opened, the first time`, first.toFixed(0), ''],
      [`${record} opened`, middle(times).toFixed(0), '1000'],
      ['gone to another moment of it, median', middle(took).toFixed(1), '16'],
      ['gone to another moment of it, 95th percentile', middle(took, 0.95).toFixed(1), ''],
    ]),
  );
} finally {
  await browser.close();
  await server.dispose();
}
