/**
 * What a promise is worth: a reader sees who claims which lifetime, and only who is signed in sees what it would leave; then
 * what was known on two days of a decision, and who sent what on which promise.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nothingCalledSafe, type Place, seen, signedIn, visit } from './visitor.ts';

const TREAT = 'Treat every item as live. This says what promises are worth, not where to walk.';
const lifetimes = '/?programme=public-record&screen=lifetimes';

export async function weighsPromises(place: Place): Promise<void> {
  await readsClaims(place);
  const { page, leave } = await signedIn(place, { at: lifetimes });
  await weighsThem(page);
  await asksForTwoDays(page);
  await leave();
}

/** A visitor: claims by their speakers, the law beside them, and no estimate. */
async function readsClaims(place: Place): Promise<void> {
  const { page, leave } = await visit(place);
  await page.goto(lifetimes);
  await page.getByRole('button', { name: /Model or transfer/ }).click();
  await page.getByRole('option', { name: /models not named/ }).click();
  const claims = page.getByRole('region', { name: 'What is claimed, and by whom' });
  await claims
    .getByText('US Department of State spokesperson says: inert within 14 days.', { exact: true })
    .first()
    .waitFor();
  await claims.getByText(/says: inert after 14 days or more; no last day is named\.$/).waitFor();
  await claims.getByText('no test data on record').first().waitFor();
  await claims.getByText(/^The law: CCW Amended Protocol II/).waitFor();
  await page.getByText(/an estimate for study: it is shown to people who are signed in/).waitFor();
  assert.equal(await page.getByRole('table').count(), 0, 'no estimate on a public page');
  await nothingCalledSafe(page);
  await leave();
}

async function weighsThem(page: Page): Promise<void> {
  const law = page.getByRole('region', { name: 'At the limit of the law' });
  await law.waitFor();
  await page.getByRole('textbox', { name: 'Highest' }).first().fill('10000');
  await page.keyboard.press('Tab');
  const day = (n: string) => law.getByRole('row', { name: new RegExp(`^${n} `) });
  await day('120').getByRole('cell', { name: '0 to 10', exact: true }).waitFor();
  assert.match(await seen(day('29')), /1,000 to 10,000\s+1,000 to 10,000/);
  assert.match(await seen(day('3,650')), /1,000 to 10,000\s+0 to 10$/, 'nothing declines after the last day');
  // above every number stands how to treat it
  for (const card of await page.locator('.chart-card').all()) {
    const text = await seen(card);
    assert.ok(text.includes(TREAT), text.slice(0, 80));
  }
  await nothingCalledSafe(page);
}

/** As known on 23 and on 25 November 2024, by the receipt number of the day of publication. */
async function asksForTwoDays(page: Page): Promise<void> {
  await page.goto('/?programme=public-record&screen=accountability&accountability.kind=statement');
  const line = page.getByRole('tabpanel', { name: 'Time line' });
  const word = line.getByRole('listitem').filter({ hasText: 'The White House on strikes into Russia' });
  await word.getByText('Confirms').first().waitFor();
  assert.match(await seen(word), /Declines to comment[\s\S]*Said earlier/, 'what was said before is kept');
  for (const [typed, confirmed] of [
    ['23112024', false],
    ['25112024', true],
  ] as const) {
    await page.getByRole('button', { name: /^Known/ }).click();
    const known = page.getByRole('dialog', { name: 'What was known' });
    await known.getByText('What was published by a day').click();
    await known.getByRole('spinbutton', { name: /^day/ }).click();
    await page.keyboard.type(typed);
    const told = known.getByText(
      new RegExp(
        `^Up to receipt no\\. \\d+ nothing was here that was published after ${typed.slice(0, 2)} Nov 2024\\.`,
      ),
    );
    await told.waitFor();
    const number = /no\. (\d+)/.exec(await seen(told))?.[1];
    assert.ok(number);
    await known.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL((url) => url.searchParams.get('known') === number);
    await page
      .locator('.list-foot')
      .getByText(new RegExp(`receipt ${number} `))
      .waitFor();
    await word.getByText('Declines to comment').first().waitFor();
    assert.equal(await word.getByText('Confirms').count(), confirmed ? 1 : 0, typed);
  }
  await page.getByRole('button', { name: 'Back to today' }).click();

  await page.getByRole('tab', { name: 'Transfers' }).click();
  const sent = page.getByRole('region', { name: 'Anti-personnel mines for Ukraine, November 2024' });
  await sent.getByText('Two unnamed US officials, to The Washington Post').first().waitFor();
  await sent.getByRole('link', { name: 'Package of 20 November 2024' }).waitFor();
  await sent.getByRole('link', { name: 'Mines on Ukrainian territory only' }).waitFor();
  await page.getByRole('tab', { name: 'Promises' }).click();
  const promise = page.getByRole('region', { name: 'Mines on Ukrainian territory only' });
  await promise.getByText('One record is dated before the promise and held against nothing.').waitFor();
  await page.getByRole('tab', { name: 'Allegations' }).click();
  const accused = page.getByRole('region', { name: 'Use by Ukraine in 2022, as alleged' });
  await accused.getByText('No inquiry is on record.').waitFor();
  await nothingCalledSafe(page);
}
