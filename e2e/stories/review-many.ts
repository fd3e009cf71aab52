/** A reviewer clears two hundred reports without a mouse: some one by one, one taken back, the rest together. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { nothingCalledSafe, type Place, signedIn } from './visitor.ts';

const SOURCE = 'Hotline of the south';
const COUNT = 203;
const ONE_BY_ONE = 5;

export async function reviewsManyByKeyboard(place: Place): Promise<void> {
  const { page, leave } = await signedIn(place);
  await sendMany(page);
  const { sources } = await queue(page, '');
  const key = Object.keys(sources).find((k) => sources[k] === SOURCE) ?? '';
  await page.goto(`/?programme=orlia&show=review&review.source=${key}`);
  await page.getByText(`${COUNT} reports of`).waitFor();
  assert.doesNotMatch(page.url(), /Hotline/, 'the address names the source by a key');

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' });

  const list = page.getByRole('listbox', { name: 'Review' });
  await list.getByRole('option', { name: SOURCE }).first().waitFor();
  await page.keyboard.press('j');
  await list.locator('[aria-posinset="1"]:focus').waitFor();
  await page.keyboard.press('Enter');
  for (let n = 1; n <= ONE_BY_ONE; n += 1) {
    const answered = page.waitForResponse((r) => r.url().endsWith('/api/decisions'));
    await page.getByRole('heading', { name: SOURCE }).waitFor();
    await page.locator('.verdicts button:not([disabled])', { hasText: 'Approve' }).waitFor();
    const report = new URL(page.url()).searchParams.get('report');
    await page.keyboard.press('a');
    assert.equal((await answered).status(), 200);
    await page.waitForURL((url) => url.searchParams.get('report') !== report);
  }
  assert.equal((await queue(page, key)).matched, COUNT - ONE_BY_ONE);

  const taken = page.waitForResponse((r) => r.url().endsWith('/api/queue/withdraw'));
  await page.keyboard.press('u');
  assert.equal((await taken).status(), 200);
  assert.equal((await queue(page, key)).matched, COUNT - ONE_BY_ONE + 1, 'one waits again');

  await page.getByRole('button', { name: 'Back to the queue' }).focus();
  await page.keyboard.press('Enter');
  const rest = COUNT - ONE_BY_ONE + 1;
  await page.getByText(`${rest} reports of`).waitFor();
  await page.keyboard.press('b');
  await page.getByText(`${rest - 1} reports will be approved.`).waitFor();
  await page.getByText('takes land off and is your own').waitFor();
  await page.locator('button:focus', { hasText: `Approve these ${rest - 1}` }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(`${rest - 1} of ${rest - 1} approved.`).waitFor();
  assert.equal((await queue(page, key)).matched, 1, 'what takes land off is left to a person');
  await nothingCalledSafe(page);
  await leave();
}

interface Queue {
  readonly matched: number;
  readonly sources: Readonly<Record<string, string>>;
}

async function queue(page: Page, source: string): Promise<Queue> {
  const narrowed = source === '' ? '' : `&source=${source}`;
  return (await page.request.get(`/api/queue?programme=orlia&limit=1${narrowed}`)).json();
}

/** Hazard reports of invented callers, and one report that takes land off. */
async function sendMany(page: Page): Promise<void> {
  const { person } = await (await page.request.get('/api/me')).json();
  const say = (kind: string, claims: readonly object[]) => ({
    personal: [],
    report: {
      type: 'report',
      id: randomUUID(),
      programme: 'orlia',
      form: kind,
      form_version: '1',
      date: '2026-01-10',
      when: { from: '2026-01-09', to: '2026-01-09' },
      by: person.id,
      written: '2026-01-10T08:00:00.000Z',
      source: { name: SOURCE },
      items: [{ id: randomUUID(), kind }],
      claims,
    },
  });
  const at = (n: number) => ({
    on: 0,
    property: 'position',
    value: {
      type: 'geometry',
      geometry: { type: 'Point', coordinates: [-18.3 + (n % 20) / 1000, -31.3 + n / 4000] },
    },
  });
  const reports = Array.from({ length: COUNT - 1 }, (_, n) => say('hazard-report', [at(n)]));
  const land = {
    type: 'Polygon',
    coordinates: [
      [
        [-18.3, -31.3],
        [-18.299, -31.3],
        [-18.299, -31.299],
        [-18.3, -31.3],
      ],
    ],
  };
  const release = { type: 'release', method: 'cleared', land };
  reports.push(say('hazardous-area', [{ on: 0, property: 'releases', value: release }]));
  const sent = await page.request.post('/api/reports', {
    data: { programme: 'orlia', reports },
    headers: { origin: new URL(page.url()).origin },
  });
  assert.equal(sent.status(), 200, await sent.text());
}
