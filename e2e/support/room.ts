import { expect, type Page } from '@playwright/test';

/** Opens somebody's dialog in the host's list of people and chooses table and seat there. */
export async function moveBySelects(host: Page, name: string, table: string, seat: RegExp): Promise<void> {
  await host.getByRole('button', { name: `Move ${name} to …` }).click();
  const dialog = host.getByRole('dialog', { name });
  await dialog.getByRole('combobox', { name: 'Table' }).selectOption({ label: table });
  const options = dialog.getByRole('combobox', { name: 'Seat' }).locator('option');
  const label = (await options.allTextContents()).find((text) => seat.test(text)) ?? '';
  await dialog.getByRole('combobox', { name: 'Seat' }).selectOption({ label });
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Lets a student in by the room code, as far as the lobby or a seat. */
export async function join(page: Page, url: string, code: string, nickname: string): Promise<void> {
  await page.goto(`${url}/j/${code}`);
  await page.getByLabel('Nickname').fill(nickname);
  await page.getByRole('button', { name: 'Join the session' }).click();
  await expect(page.getByText('Your return code:')).toBeVisible();
}

/** Drags by mouse from the middle of one thing to the middle of another, in steps as a hand does. */
export async function drag(
  page: Page,
  from: ReturnType<Page['locator']>,
  to: ReturnType<Page['locator']>,
): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const start = await from.boundingBox();
  if (!start) throw new Error('Nothing to drag.');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await to.scrollIntoViewIfNeeded();
  const end = await to.boundingBox();
  if (!end) throw new Error('Nowhere to drop.');
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}
