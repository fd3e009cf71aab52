/**
 * An information officer and a size: found by its grid reference, disputed by a new report, settled on the board, and
 * yesterday's figure still printed. In any language: what is looked for are parts of the page, not words. Then two areas that
 * are made one and given back, and files that come with a report.
 */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { formatCoordinates } from '@tilth/domain/geometry/coordinates';
import type { Locator, Page } from 'playwright-core';
import { type Place, seen, signedIn } from './visitor.ts';

type Nested = readonly (number | Nested)[];

interface Row {
  readonly id: string;
  readonly standing: string;
  readonly values: Readonly<Record<string, unknown>> & { readonly local_id: string };
  readonly geometry: { readonly type: string; readonly coordinates: Nested } | null;
}

async function areas(page: Page): Promise<readonly Row[]> {
  const answer = await page.request.get('/api/hazardous-area?programme=orlia&disputed=false&limit=1000');
  return (await answer.json()).rows;
}

function firstOf(geometry: Row['geometry']): readonly [number, number] {
  let found: number | Nested = geometry?.coordinates ?? [];
  while (Array.isArray(found) && Array.isArray(found[0])) found = found[0];
  assert.ok(Array.isArray(found));
  return [Number(found[0]), Number(found[1])];
}

/** The digits of a figure, in whichever script they are written. */
function digits(text: string): string {
  const latin = [...text].map((c) => {
    const code = c.codePointAt(0) ?? 0;
    return code >= 0x660 && code <= 0x669 ? String(code - 0x660) : c;
  });
  return latin.join('').replace(/\D/g, '');
}

function property(item: Locator, name: string): Locator {
  return item.locator(`[data-property="${name}"]`);
}

/** The figures that stand side by side under a property. */
async function figures(shown: Locator): Promise<readonly string[]> {
  const texts = await shown.locator('.voice:visible .voice-value bdi').allInnerTexts();
  // the ² of m² is a digit to nobody
  return texts.map((t) => digits(t.replaceAll('²', ''))).sort();
}

export async function settlesASize(place: Place, lang: string): Promise<void> {
  const { page, leave } = await signedIn(place);
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  const row = (await areas(page)).find(
    (r) =>
      r.standing === 'live' &&
      r.geometry?.type === 'Polygon' &&
      typeof r.values.reported_area === 'number' &&
      r.values.reported_area_state === undefined,
  );
  assert.ok(row);
  const before = Number(row.values.reported_area);
  const figure = before * 2 + 1;
  const [view, day] = await saidOn(page, row.id);

  // found by its grid reference, and who said its size
  await page.goto(`/?programme=orlia&screen=map&lang=${lang}`);
  const [lon, lat] = firstOf(row.geometry);
  const mgrs = formatCoordinates([lon, lat], 'mgrs');
  await page.locator('.global-search input').fill(String(mgrs));
  await page.getByRole('option', { name: row.values.local_id }).click();
  const item = page.getByTestId('item');
  await item.getByRole('heading', { level: 1, name: row.values.local_id }).waitFor();
  assert.equal(await page.locator('html').getAttribute('dir'), lang === 'ar' ? 'rtl' : 'ltr');
  const size = property(item, 'reported_area');
  assert.deepEqual(await figures(size), [digits(String(before))]);
  assert.ok((await seen(size.locator('.voice-who'))).trim() !== '', 'somebody says so');

  // another size, by a new report that a reviewer approves
  await item.getByTestId('report-about').click();
  const report = await sendsASize(page, { figure, day, source: `Measured again ${lang}` });
  await page.goto(`/?programme=orlia&screen=map&show=review&report=${report}&view=side&lang=${lang}`);
  const decided = page.waitForResponse((r) => r.url().endsWith('/api/decisions'));
  await page.locator('.verdicts button[data-tone="main"]').click();
  assert.equal((await decided).status(), 200);

  // both on the board: left open with a note first, then one is chosen
  await page.goto(`/?programme=orlia&screen=disputes&disputes.kind=hazardous-area&lang=${lang}`);
  await page.getByRole('option', { name: row.values.local_id }).click();
  const board = page.getByRole('article', { name: row.values.local_id });
  const disputed = property(board, 'reported_area');
  await disputed.locator('.voice').nth(1).waitFor();
  assert.deepEqual(await figures(disputed), [String(before), String(figure)].map(digits).sort());
  const note = 'Both teams are asked which outline they measured.';
  await settles(board, (options) => options.last(), note);
  await board.getByText(note).waitFor();
  await disputed.locator('.voice').nth(1).waitFor();
  await settles(board, (options) => options.filter({ hasText: String(figure).slice(-3) }), 'Measured last.');
  await disputed.waitFor({ state: 'detached' });
  await page.getByTestId('made').waitFor();
  const [chosen] = await saidOn(page, row.id);
  assert.deepEqual([chosen.state, chosen.value?.number], ['chosen', figure]);
  assert.ok(chosen.remaining.length > 0, 'what was not chosen stays on record');

  // and yesterday's figure is still printed, by what was known yesterday
  await page.goto(`/?programme=orlia&screen=map&item=${row.id}&view=side&lang=${lang}`);
  await item.getByTestId('more').click();
  await page.getByTestId('part-copy').click();
  const sheet = page.getByTestId('copy-sheet');
  await sheet.getByText(String(figure).slice(-3)).first().waitFor();
  await page.getByTestId('yesterday').click();
  await page.locator('[data-testid="copy-sheet"][aria-busy="false"]').waitFor();
  const printed = (await seen(sheet)).split('\n').map((line) => digits(line.replaceAll('²', '')));
  assert.ok(printed.some((line) => line.startsWith(digits(String(before)))));
  assert.ok(!printed.some((line) => line.startsWith(digits(String(figure)))));
  await page.getByTestId('print').click();
  assert.equal(await page.locator('html').getAttribute('data-printed'), 'yes');
  await page.emulateMedia({ media: 'print' });
  await sheet.waitFor();
  assert.equal(await page.locator('.map-pane').isVisible(), false, 'a copy is printed alone');
  assert.equal(view.state, 'settled', 'it was in dispute with nobody when we came');
  await leave();
}

interface Said {
  readonly state: string;
  readonly value: { readonly number?: number } | null;
  readonly claim: { readonly report: string; readonly n: number };
  readonly remaining: readonly unknown[];
}

/** What stands of the size of an area, and the day it is said of. */
async function saidOn(page: Page, id: string): Promise<[Said, string]> {
  const answer = await (await page.request.get(`/api/hazardous-area/${id}`)).json();
  const said: Said = answer.view.properties.find((p: { property: string }) => p.property === 'reported_area');
  const { entry } = answer.entries.find((e: { ref: { id: string } }) => e.ref.id === said.claim.report);
  return [said, (entry.claims[said.claim.n].when ?? entry.when).to];
}

async function sendsASize(
  page: Page,
  { figure, day, source }: { figure: number; day: string; source: string },
): Promise<string> {
  await page.locator('#report-source').locator('xpath=descendant-or-self::input').fill(source);
  await page.locator('#report-when').locator('xpath=descendant-or-self::input').first().fill(day);
  // one after the other: those that are open are no more among them
  const folded = page.locator('.report-group h3 button[aria-expanded="false"]');
  for (let n = await folded.count(); n > 0; n -= 1) await folded.first().click();
  await page
    .locator('#field-reported_area')
    .locator('xpath=descendant-or-self::input')
    .first()
    .fill(String(figure));
  const sent = page.waitForResponse(
    (r) => r.url().endsWith('/api/reports') && r.request().method() === 'POST',
  );
  await page.locator('.report-state button[data-tone="main"]').click();
  const answer = await sent;
  assert.equal(answer.status(), 200, await answer.text());
  return (await answer.json()).receipts[0].entry.id;
}

/** Takes one of what the dispute offers, gives the reason and decides. */
async function settles(board: Locator, which: (options: Locator) => Locator, reason: string): Promise<void> {
  const shown = property(board, 'reported_area');
  await shown.getByTestId('settle').click();
  const options = shown.getByTestId('choose').locator('.choose-claim');
  await which(options).first().click();
  const form = shown.getByTestId('decision');
  await form.getByTestId('preview').waitFor();
  assert.ok(await form.getByTestId('decide').isDisabled(), 'not without a reason');
  await form.getByTestId('reason').fill(reason);
  await form.getByTestId('decide').click();
  await form.waitFor({ state: 'detached' });
}

export async function mergesAndTakesBack(place: Place): Promise<void> {
  const { page, leave } = await signedIn(place);
  const [one, two] = (await areas(page)).filter(
    (r) => r.standing === 'live' && r.geometry?.type === 'Polygon',
  );
  assert.ok(one && two);
  const joined = async () => {
    const answer = await (await page.request.get(`/api/hazardous-area/${one.id}`)).json();
    return answer.view.joined.length;
  };
  await page.goto(`/?programme=orlia&screen=map&item=${one.id}&view=side`);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Merge with another record…' }).click();
  await page.getByRole('combobox', { name: 'The other record' }).fill(two.values.local_id);
  await page.getByRole('option', { name: two.values.local_id, exact: true }).click();
  const form = page.getByTestId('decision');
  const hazards = form.getByRole('row', { name: /Hazardous areas/ });
  await hazards.waitFor();
  assert.match(await seen(hazards), /2\s+1/);
  await form.getByText('No land and no mark of danger comes or goes on the map').waitFor();
  await form.getByRole('textbox', { name: 'Reason' }).fill('Both teams mapped the same slope.');
  await form.getByRole('button', { name: 'Merge them' }).click();
  await page.getByText(/^Merged, under receipt/).waitFor();
  assert.equal(await joined(), 2);
  await page.getByTestId('item').getByText('2 records joined').waitFor();

  // from the history, where it can be taken back long after
  const history = page.getByRole('region', { name: /^History/ });
  const entry = history
    .getByRole('listitem')
    .filter({ hasText: 'Both teams mapped the same slope.' })
    .first();
  await entry.getByRole('button', { name: 'Take back…' }).click();
  const back = entry.getByTestId('decision');
  await back.getByRole('textbox', { name: 'Reason' }).fill('They lie on two slopes.');
  await back.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText(/^Taken back, under receipt/).waitFor();
  assert.equal(await joined(), 1);
  // and again, and back at once
  await page.getByTestId('undo').click();
  await page.getByTestId('undo').waitFor({ state: 'detached' });
  assert.equal(await joined(), 2);
  const again = await page.request.get(`/api/hazardous-area/${one.id}`);
  const last = (await again.json()).entries.at(-1);
  const preview = await page.request.post('/api/decisions/preview', {
    headers: { origin: new URL(page.url()).origin },
    data: { programme: 'orlia', reverse: last.entry.id },
  });
  const { decisions } = await preview.json();
  const sent = await page.request.post('/api/decisions', {
    headers: { origin: new URL(page.url()).origin },
    data: { programme: 'orlia', decisions: [{ ...decisions[0], reason: 'As it was.' }] },
  });
  assert.equal(sent.status(), 200, await sent.text());
  assert.equal(await joined(), 1);
  await leave();
}

/** A picture of one point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "run"</script></svg>';

export async function opensAttachments(place: Place): Promise<void> {
  const { page, leave } = await signedIn(place);
  const origin = new URL(page.url()).origin;
  const put = async (bytes: Buffer, type: string) => {
    const capture = createHash('sha256').update(bytes).digest('hex');
    const address = `/api/captures/${capture}?programme=orlia&kind=hazardous-area&media_type=${encodeURIComponent(type)}`;
    const answer = await page.request.put(address, {
      headers: { origin, 'content-type': 'application/octet-stream' },
      data: bytes,
    });
    assert.equal(answer.status(), 200, await answer.text());
    return { capture, on: 0, media_type: type, size: bytes.length };
  };
  const attachments = [
    await put(PNG, 'image/png'),
    await put(Buffer.from(SCRIPT), 'image/svg+xml'),
    await put(Buffer.from('%PDF-1.7 made for a test'), 'application/pdf'),
  ];
  const [area] = (await areas(page)).filter((r) => r.standing === 'live');
  assert.ok(area);
  const { person } = await (await page.request.get('/api/me')).json();
  const report = {
    type: 'report',
    id: randomUUID(),
    programme: 'orlia',
    form: 'hazardous-area',
    form_version: '1',
    date: '2024-05-01',
    when: { from: '2024-05-01', to: '2024-05-01' },
    by: person.id,
    written: new Date().toISOString(),
    source: { name: 'Photographed from the road' },
    attachments,
    items: [{ id: area.id, kind: 'hazardous-area' }],
    claims: [{ on: 0, property: 'remark', value: { type: 'text', text: 'Seen from the road.' } }],
  };
  const sent = await page.request.post('/api/reports', {
    headers: { origin },
    data: { programme: 'orlia', reports: [{ report, personal: [] }] },
  });
  assert.equal(sent.status(), 200, await sent.text());

  await page.goto(`/?programme=orlia&screen=item&item=${area.id}`);
  const files = page.getByRole('region', { name: /^Files/ });
  await files.getByRole('listitem').nth(2).waitFor();
  const file = (type: string) => files.getByRole('listitem').filter({ hasText: type });
  await file('image/png').getByRole('button', { name: 'Look at it' }).click();
  const picture = file('image/png').getByRole('img');
  await picture.waitFor();
  assert.equal(
    await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
    1,
  );
  await file('svg').getByRole('button', { name: 'Look at it' }).click();
  await file('svg').getByText(SCRIPT).waitFor();
  assert.doesNotMatch(await page.title(), /^run$/, 'nothing in a file is run');
  await file('pdf').getByRole('button', { name: 'Look at it' }).click();
  await file('pdf').getByText('A PDF is not opened in this page').waitFor();
  const saving = page.waitForEvent('download');
  await file('pdf').getByRole('link', { name: 'Save' }).click();
  assert.match((await saving).suggestedFilename(), /^[0-9a-f]{12}\.pdf$|^[0-9a-f]{64}$/);
  await leave();
}
