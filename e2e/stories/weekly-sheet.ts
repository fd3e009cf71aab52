/**
 * A weekly sheet is issued. Then a late report comes and an earlier one is corrected; next week somebody asks why the record
 * says something else. The sheet stays as it was sent, the difference has its causes, and it is withdrawn with a reason.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { nothingCalledSafe, type Place, seen, signedIn } from './visitor.ts';

const WEEK = 'products.from=2026-02-09&products.to=2026-02-15';

export async function explainsAWeeklySheet(place: Place): Promise<void> {
  const { page, leave } = await signedIn(place);
  const first = await reports(page, { killed: 1, injured: 2 });
  await page.goto(`/?programme=orlia&screen=products&${WEEK}`);
  const sheet = page.getByRole('article');
  await sheet.getByRole('heading', { name: 'Weekly situation sheet' }).waitFor();
  await sheet.getByText('9 Feb 2026 to 15 Feb 2026').waitFor();
  const sent = await casualties(page);
  assert.ok(sent >= 3, 'what was approved counts');
  await nothingCalledSafe(page);

  await page.getByRole('button', { name: 'Issue…' }).click();
  await page.getByRole('textbox', { name: 'For whom' }).fill('Coordination meeting');
  await page.getByRole('button', { name: 'Issue', exact: true }).click();
  await sheet.getByText(/^No\. .*, issued .* For Coordination meeting\.$/).waitFor();
  const table = page.locator('.issued-figures').first();
  const before = await seen(table);

  await reports(page, { injured: 4 });
  await reports(page, { killed: 1, injured: 1 }, first);
  await page.reload();
  await sheet.getByText(/^No\. /).waitFor();
  assert.equal(await seen(table), before, 'what was sent stays as it was');

  await page.getByRole('button', { name: 'What has changed since' }).click();
  const change = page.getByRole('region', { name: /^Casualties/ });
  await change.waitFor();
  const row = change.getByRole('row', { name: /^All/ });
  assert.equal(
    (await seen(change.locator('thead'))).trim(),
    'Figure\tAs sent\tReceived late\tCorrected\tNow',
  );
  assert.deepEqual(
    (await row.getByRole('cell').allInnerTexts()).map((t) => Number(t.replace('−', '-'))),
    [sent, 4, -1, sent + 3],
    'the parts add up to what it says now',
  );
  await change.getByText('Received late: 2 entries').click();
  await change
    .getByText(/Receipt \d+.*Report dated/)
    .first()
    .waitFor();
  await nothingCalledSafe(page);

  await page.getByRole('button', { name: 'As it was sent' }).click();
  await page.getByRole('button', { name: 'Withdraw…' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('A late report and a correction.');
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await sheet.getByText(/^Withdrawn on .*: use it no more\./).waitFor();
  assert.equal(await seen(table), before);
  await page.getByRole('button', { name: 'Back to all reports' }).click();
  await page.getByRole('row', { name: /Withdrawn.*Weekly situation sheet/ }).waitFor();
  await leave();
}

/** A chart opens its table, a number of the table the records behind it. */
export async function readsTheDashboard(place: Place): Promise<void> {
  const { page, leave } = await signedIn(place, {
    at: '/?programme=orlia&screen=dashboards&dashboards.from=2026-01-01&dashboards.to=2026-06-30',
  });
  const card = page.getByRole('region', { name: 'Items disposed of · Category' });
  await card.getByRole('img', { name: /^Chart\. Items disposed of/ }).waitFor();
  await card.locator('svg rect').first().waitFor();
  await card.getByText('Table').click();
  const number = card.getByRole('table').getByRole('link').first();
  const said = await seen(number);
  await nothingCalledSafe(page);
  await number.click();
  await page.waitForURL(/filter=disposed_on/);
  await page.getByRole('row').nth(1).waitFor();
  assert.ok(Number(said) > 0);
  await leave();
}

async function casualties(page: Page): Promise<number> {
  const row = page.getByRole('row', { name: /^Casualties/ });
  return Number((await seen(row.getByRole('cell').first())).split(' ')[0]);
}

interface Ref {
  readonly id: string;
  readonly digest: string;
}

/** An accident in the week, reported and approved; or its report corrected. */
async function reports(
  page: Page,
  people: Readonly<Record<string, number>>,
  corrects?: { readonly ref: Ref; readonly item: string },
): Promise<{ readonly ref: Ref; readonly item: string }> {
  const { person } = await (await page.request.get('/api/me')).json();
  const item = corrects?.item ?? randomUUID();
  const head = { programme: 'orlia', by: person.id, written: new Date().toISOString() };
  const day = { from: '2026-02-10', to: '2026-02-10' };
  const report = {
    ...head,
    type: 'report',
    id: randomUUID(),
    form: 'accident',
    form_version: '1',
    date: '2026-02-18',
    when: day,
    source: { name: 'District police' },
    items: [{ id: item, kind: 'accident' }],
    claims: [
      { on: 0, property: 'occurred', value: { type: 'date', span: day } },
      {
        on: 0,
        property: 'position',
        value: { type: 'geometry', geometry: { type: 'Point', coordinates: [17.3, 44.5] } },
      },
      ...Object.entries(people).map(([property, number]) => ({
        on: 0,
        property,
        value: { type: 'number', number },
      })),
    ],
    ...(corrects && { corrects: [corrects.ref] }),
  };
  const send = async (path: string, body: object) => {
    const answer = await page.request.post(path, {
      data: { programme: 'orlia', ...body },
      headers: { origin: new URL(page.url()).origin },
    });
    assert.equal(answer.status(), 200, await answer.text());
    return (await answer.json()).receipts;
  };
  const [receipt] = await send('/api/reports', { reports: [{ report, personal: [] }] });
  const approval = {
    ...head,
    type: 'decision',
    id: randomUUID(),
    reason: 'Confirmed by telephone.',
    after: [],
    act: 'approve',
    step: 'review',
    reports: [receipt.entry],
  };
  await send('/api/decisions', { decisions: [approval] });
  return { ref: receipt.entry, item };
}
