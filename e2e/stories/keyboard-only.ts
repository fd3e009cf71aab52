/** Without a mouse: to the list, into an item and out again, to another programme. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nothingCalledSafe, type Place, seen, visit } from './visitor.ts';

/** Presses a key until the focus is on something of this role whose name matches; fails when it goes round without. */
async function pressUntil(page: Page, key: string, role: string, name: RegExp): Promise<void> {
  const wanted = page.getByRole(role as 'button', { name }).and(page.locator(':focus'));
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    if ((await wanted.count()) > 0) return;
  }
  assert.fail(`${key} never reached the ${role} ${name}`);
}

export async function goesByKeyboard(place: Place): Promise<void> {
  const { page, leave } = await visit(place);
  await page.goto('/');
  await page.getByRole('row', { name: /OL-HA/ }).first().waitFor();

  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Go to the lists' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await pressUntil(page, 'Tab', 'tab', /^Records/);
  await pressUntil(page, 'Tab', 'row', /OL-HA/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const row = page.locator('[role="row"]:focus');
  await page.locator('[role="row"][data-index="2"]:focus').waitFor();
  const id = /OL-HA-\d+/.exec(await seen(row))?.[0] ?? '';
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: id }).waitFor();
  assert.ok(
    await page.getByRole('article').evaluate((e) => e.contains(document.activeElement)),
    'the focus goes along',
  );

  await pressUntil(page, 'Tab', 'button', /^Back to the list/);
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor({ state: 'detached' });
  // back on the row it was opened from
  await page.getByRole('row', { name: id }).and(page.locator(':focus')).waitFor();

  await pressUntil(page, 'Shift+Tab', 'button', /Programme/);
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('ArrowDown');
  const other = await seen(page.locator('[role="option"]:focus'));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('programme') !== null);
  await page.getByRole('button', { name: `${other} Programme` }).waitFor();
  assert.equal(await page.getByText('Invented data', { exact: true }).count(), 0, 'that is no sample');
  await nothingCalledSafe(page);
  await leave();
}
