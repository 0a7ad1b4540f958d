import { expect, type Page } from '@playwright/test';

/** What can be worked on a page, and what of it has had the focus. */
interface Walk {
  readonly wanted: Element[];
  readonly reached: Set<Element>;
  readonly unseen: string[];
}

declare global {
  interface Window {
    walk?: Walk;
  }
}

/** Presses at once, before the page is asked how far it got. */
const STRIDE = 20;

/**
 * Goes through a page with the Tab key alone: everything that can be worked in it gets the focus, and one sees where the focus is. Nothing
 * is pressed.
 */
export async function walkByKeyboard(page: Page, where: string): Promise<void> {
  const count = await page.evaluate(beginWalk);
  for (let pressed = 0; pressed < count + STRIDE; pressed += STRIDE) {
    for (let press = 0; press < STRIDE; press++) await page.keyboard.press('Tab');
    if ((await page.evaluate(missing)).length === 0) break;
  }
  expect(await page.evaluate(missing), `${where}: out of reach of the Tab key`).toEqual([]);
  expect(await page.evaluate(() => window.walk?.unseen), `${where}: one does not see the focus`).toEqual([]);
}

/** In the page: notes what there is to reach, and from now on what is reached. */
function beginWalk(): number {
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const groups = new Set<string>();
  const candidates = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex]',
  );
  const wanted = [...candidates].filter((element) => {
    if (element.tabIndex < 0 || element.matches(':disabled, [type=hidden]') || !isShown(element))
      return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    // Of a group of radio buttons Tab reaches one; the arrows go on from there.
    const group = `${element.form?.id ?? ''} ${element.name}`;
    const stands = document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]:checked`);
    if (groups.has(group) || (stands && stands !== element)) return false;
    groups.add(group);
    return true;
  });
  const walk: Walk = { wanted, reached: new Set(), unseen: [] };
  window.walk = walk;
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || window.walk !== walk) return;
    walk.reached.add(target);
    // Where the thing itself is hidden, its label or its frame shows the focus.
    const shown = [target, target.parentElement, target.nextElementSibling, target.closest('label')];
    const isSeen = shown.some((one) => {
      const style = one && getComputedStyle(one);
      return style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
    });
    if (!isSeen) walk.unseen.push(target.outerHTML.slice(0, 120));
  });
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  return wanted.length;
}

/** In the page: what is still there and has not been reached. */
function missing(): string[] {
  const { wanted = [], reached } = window.walk ?? {};
  return wanted
    .filter((one) => one.isConnected && !reached?.has(one) && one.checkVisibility())
    .map((one) => one.outerHTML.slice(0, 120));
}
