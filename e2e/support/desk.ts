import { expect, type Page } from '@playwright/test';

type Part = 'Desk' | 'Dossier' | 'Draft' | 'Moves' | 'Talk' | 'News';

/** On a phone, another part of the desk. On a laptop everything is there. */
export async function goTo(page: Page, part: Part): Promise<void> {
  const parts = page.getByRole('navigation', { name: 'Parts of the desk' });
  if (await parts.isVisible()) await parts.getByRole('button', { name: part, exact: true }).click();
}

/** Opens a clause of the draft, chooses an option, proposes it, and closes the clause again. */
export async function propose(page: Page, issue: string, option: string): Promise<void> {
  await goTo(page, 'Draft');
  await page.getByRole('button', { name: issue, expanded: false }).click();
  await page
    .getByRole('group', { name: `Options for ${issue}` })
    .getByRole('radio', { name: option })
    .check();
  await page.getByRole('button', { name: 'Propose this' }).click();
  await expect(page.getByRole('button', { name: 'Propose this' })).toBeHidden();
  await page.getByRole('button', { name: issue, expanded: true }).click();
}

/** Makes a move that asks for nothing more. */
export async function make(page: Page, move: string): Promise<void> {
  await goTo(page, 'Moves');
  const more = page.getByRole('button', { name: /^Show \d+ more$/ });
  if (await more.isVisible()) await more.click();
  const card = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: move, exact: true }) });
  await card.getByRole('button', { name: `Do it: ${move}` }).click();
  await expect(card.getByText('Done 1 ×')).toBeVisible();
}
