/** The record as of another day and as known at another time: said on every screen, kept in the address. */
import assert from 'node:assert/strict';
import { counted, nothingCalledSafe, openFromList, type Place, seen, visit } from './visitor.ts';

export async function setsTheTwoTimes(place: Place): Promise<void> {
  const { page, leave } = await visit(place);
  await page.goto('/');
  await page.locator('.legend .count').first().waitFor();
  const today = await counted(page, 'Suspected');
  const bar = page.locator('[data-bar="times"]');
  assert.equal(await bar.count(), 0, 'today needs no warning');

  await page.getByRole('button', { name: /^As of/ }).click();
  const day = page.getByRole('dialog', { name: 'As of which day' });
  await day.getByRole('spinbutton', { name: /^day/ }).click();
  await page.keyboard.type('01062021');
  await day.getByRole('button', { name: 'Show' }).click();
  await bar
    .getByText('As of 1 Jun 2021, with everything received: not for movement or planning', { exact: true })
    .waitFor();
  await page.waitForURL((url) => url.searchParams.get('at') === '2021-06-01');
  await page.waitForFunction(
    (before) =>
      ![...document.querySelectorAll('.legend-line')].some(
        (line) =>
          line.textContent?.startsWith('Suspected') && line.querySelector('.count')?.textContent === before,
      ),
    today.toLocaleString('en-GB'),
  );
  const then = await counted(page, 'Suspected');
  assert.ok(then < today, `fewer suspected areas on record by 2021 (${then}) than today (${today})`);

  await page.getByRole('button', { name: /^Known/ }).click();
  const known = page.getByRole('dialog', { name: 'What was known' });
  await known.getByText('Up to a receipt number').click();
  await known.getByRole('textbox', { name: 'Receipt number' }).fill('3000');
  await page.keyboard.press('Tab');
  await known.getByRole('button', { name: 'Show' }).click();
  const both = 'As of 1 Jun 2021, known up to receipt no. 3,000: not for movement or planning';
  await bar.getByText(both, { exact: true }).waitFor();
  await page
    .locator('.list-foot')
    .getByText(/receipt 3,000 .* as of 1 Jun 2021/)
    .waitFor();
  await nothingCalledSafe(page);

  const name = (await seen(page.getByRole('row', { name: /OL-HA/ }).first())).match(/OL-HA-\d+/)?.[0] ?? '';
  await openFromList(page, name);
  await bar.getByText(both, { exact: true }).waitFor();
  await page.reload();
  await bar.getByText(both, { exact: true }).waitFor();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.goBack();
  await page.getByRole('article').waitFor({ state: 'detached' });
  await bar.getByText(both, { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Back to today' }).click();
  await bar.waitFor({ state: 'detached' });
  const address = new URL(page.url()).searchParams;
  assert.deepEqual([address.get('at'), address.get('known')], [null, null]);
  await page.goBack();
  await bar.getByText(both, { exact: true }).waitFor();
  await leave();
}
