/** A morning at the desk: what has to be seen to, oldest first, each a step away; of another day too; and on a telephone. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nothingCalledSafe, type Place, seen, signedIn, visit } from './visitor.ts';

const sections = [
  'Accidents to follow up',
  'Hazard reports not yet acted on',
  'Found in released land',
  'Found outside every hazard',
  'Expected and not received',
  'Waiting for review',
];

const card = (page: Page, name: string) => page.getByRole('region', { name });

async function countOf(page: Page, name: string): Promise<number> {
  return Number((await seen(card(page, name).locator('.today-count'))).replaceAll(',', ''));
}

export async function startsTheDay(place: Place): Promise<void> {
  const { page, leave } = await signedIn(place, { at: '/' });
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  assert.match(page.url(), /screen=today/, 'what is open can be shared');
  for (const name of sections) assert.ok((await countOf(page, name)) > 0, name);
  await card(page, 'Next dates').getByText('Second extension of the clearance deadline').waitFor();
  await card(page, 'Expected and not received').getByText('OF progress report, August 2026').waitFor();
  await nothingCalledSafe(page);

  const title = 'Hazard reports not yet acted on';
  const count = await countOf(page, title);
  await card(page, title).getByRole('link', { name: /^All/ }).click();
  await page.getByRole('heading', { level: 1, name: `${title}: ${count}` }).waitFor();
  const oldest = page.getByRole('listbox', { name: title }).getByRole('option').first();
  // a report that gave itself no number goes by the start of its id
  const name = /OL-HR-\d+|\b[0-9a-f]{8}\b/.exec(await seen(oldest))?.[0];
  assert.ok(name !== undefined, 'the oldest is called something');
  await oldest.click();
  await page.getByRole('article').getByRole('heading', { level: 1, name }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Back to Today' }).click();
  await card(page, title).getByRole('link', { name }).waitFor();

  await page.goto('/?screen=today&at=2024-06-01');
  await page.getByRole('heading', { level: 1, name: 'What had to be seen to on 1 Jun 2024' }).waitFor();
  assert.ok((await countOf(page, title)) > 0);
  assert.equal(await card(page, 'Waiting for review').count(), 0, 'nobody says what waited then');
  await showsOnATelephone(page);
  await leave();
  await showsTheMapToVisitors(place);
}

async function showsOnATelephone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const lang of ['en', 'ar']) {
    await page.goto(`/?lang=${lang}`);
    await page.locator('.today-card').first().waitFor();
    const beyond = await page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      return [...document.querySelectorAll('.today *')]
        .filter((e) => {
          const { left, right, width: own } = e.getBoundingClientRect();
          return own > 0 && (left < -1 || right > width + 1);
        })
        .map((e) => `${e.tagName} ${e.textContent?.slice(0, 40)}`);
    });
    assert.deepEqual(beyond, [], lang);
  }
}

async function showsTheMapToVisitors(place: Place): Promise<void> {
  const { page, leave } = await visit(place);
  await page.goto('/');
  await page.locator('.scale').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Today' }).count(), 0);
  await leave();
}
