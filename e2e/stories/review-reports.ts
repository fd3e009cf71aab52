/** A reviewer signs in with the one-time link, accepts one report, sends another back, and signs out. */
import assert from 'node:assert/strict';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { Page, Response } from 'playwright-core';
import { counted, drawn, nothingCalledSafe, openFromList, type Place, visit } from './visitor.ts';

interface Queued {
  readonly number: number;
  readonly report: {
    readonly form: string;
    readonly items: readonly { readonly id: string }[];
    readonly claims: readonly { readonly property: string; readonly value: { readonly text?: string } }[];
  };
}

const waiting = 'OL-HA-0950';

export async function reviewsReports(place: Place): Promise<void> {
  const { page, leave } = await visit(place, { signedIn: true });
  await page.goto(place.tilth.signInLink);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const person = page.getByRole('button', { name: 'Local administrator' });
  await person.waitFor();
  assert.doesNotMatch(page.url(), /#/, 'the token is out of the address');
  await page.getByRole('link', { name: 'Map and lists' }).click();

  await page.getByRole('tab', { name: /^Review/ }).click();
  await page
    .getByText(/that wait, oldest first/)
    .first()
    .waitFor();
  await nothingCalledSafe(page);
  const answer = await page.request.get('/api/queue?programme=orlia&limit=500');
  const queue: Queued[] = (await answer.json()).reports;
  const planted = queue.find((q) => q.report.claims.some((c) => c.value.text === waiting));
  const other = queue.find((q) => q.report.form === 'hazard-report');
  assert.ok(planted && other);

  await approves(page, planted);
  await sendsBack(page, other);

  await person.click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
  assert.equal(await page.getByRole('tab', { name: /^Review/ }).count(), 0, 'the queue is not for everybody');
  const refused = await page.request.get('/api/queue?programme=orlia');
  assert.equal((await refused.json()).code, 'not-signed-in');
  await leave();
}

/** The link works once: a second person who finds it learns why not, and what to do. */
export async function refusesAUsedLink(place: Place): Promise<void> {
  const { page, heard, leave } = await visit(place);
  await page.goto(place.tilth.signInLink);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page
    .getByRole('alert')
    .getByText(/This sign-in link can't be used: it was used already.*Ask your administrator/)
    .waitFor();
  // the browser itself writes down that an answer was a refusal
  const refused = heard.faults.splice(0);
  assert.ok(refused.every((f) => f.startsWith('Failed to load resource')));
  await leave();
}

async function openInQueue(page: Page, { number }: Queued): Promise<void> {
  const list = page.getByRole('listbox', { name: 'Review' });
  const line = list.getByRole('option', { name: `Receipt ${number.toLocaleString('en-GB')}` });
  await list.getByRole('option').first().focus();
  // only lines in sight are drawn
  await page.keyboard.press('Home');
  await list.locator('[aria-posinset="1"]').waitFor();
  for (let pages = 0; (await line.count()) === 0 && pages < 60; pages += 1) {
    const before = await list.locator('[tabindex="0"]').getAttribute('aria-posinset');
    await page.keyboard.press('PageDown');
    // its page of the queue is read as it comes into sight
    await list.locator(`[tabindex="0"]:not([aria-posinset="${before}"])`, { hasText: 'Receipt' }).waitFor();
  }
  await line.click();
  await page.getByRole('button', { name: 'Back to the queue' }).waitFor();
}

async function approves(page: Page, planted: Queued): Promise<void> {
  const id = planted.report.items[0]?.id ?? '';
  await openInQueue(page, planted);
  await page.getByRole('heading', { name: waiting }).waitFor();
  await drawn(page);
  const reported = await counted(page, 'Reported, not reviewed');
  const tile = page.waitForResponse((r) => standsIn(r, id, 'live'));
  await page.getByRole('button', { name: 'Approve' }).click();
  await tile;
  await page.waitForFunction(
    (n) =>
      [...document.querySelectorAll('.legend-line')].some(
        (line) =>
          line.textContent?.startsWith('Reported, not reviewed') &&
          line.querySelector('.count')?.textContent === n,
      ),
    String(reported - 1),
  );
  await page.getByRole('tab', { name: 'Records' }).click();
  const item = await openFromList(page, waiting);
  await item.getByText('Approved', { exact: true }).waitFor();
  await item.getByText('Reported, not reviewed', { exact: true }).waitFor({ state: 'detached' });
  await nothingCalledSafe(page);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  const row = page.getByRole('row', { name: waiting });
  await row.waitFor();
  await row.getByText(/not reviewed/).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Clear the search' }).click();
}

/** Whether a tile of hazards holds the item with this standing. */
async function standsIn(response: Response, id: string, standing: string): Promise<boolean> {
  if (!response.url().includes('/tiles/hazardous-area/') || response.status() !== 200) return false;
  const { layers } = new VectorTile(new PbfReader(await response.body()));
  return Object.values(layers).some((layer) =>
    Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties).some(
      (p) => p.id === id && p.standing === standing,
    ),
  );
}

async function sendsBack(page: Page, other: Queued): Promise<void> {
  const reason = 'The position is in the sea: please check both numbers.';
  await page.getByRole('tab', { name: /^Review/ }).click();
  await openInQueue(page, other);
  const back = page.getByRole('button', { name: 'Return', exact: true });
  assert.ok(await back.isDisabled(), 'not without a reason');
  await page.getByRole('textbox', { name: 'Reason' }).fill(reason);
  const sent = page.waitForResponse(
    (r) => r.url().endsWith('/api/decisions') && r.request().method() === 'POST',
  );
  await back.click();
  assert.equal((await sent).status(), 200);
  const item = other.report.items[0]?.id ?? '';
  await page.goto(`/?kind=hazard-report&item=${item}`);
  const history = page.getByRole('region', { name: /^History/ });
  await history.getByText(reason).waitFor();
  await history.getByText('Returned', { exact: true }).first().waitFor();
}
