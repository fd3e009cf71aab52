/** Somebody who signs in nowhere reads the map and the list, and who says what. */
import assert from 'node:assert/strict';
import {
  drawn,
  middleOfMap,
  nothingCalledSafe,
  openFromList,
  type Place,
  pixelsOf,
  propertyOf,
  seen,
  visit,
} from './visitor.ts';

const sha = '#f4a718';
const cha = '#ff0000';
const releases = { cancelled: '#4f6273', reduced: '#1f64a8', cleared: '#5a3f9a' } as const;

interface Row {
  readonly id: string;
  readonly standing: string;
  readonly disputed: boolean;
  readonly values: Readonly<Record<string, string | number>>;
}

export async function readsTheMap(place: Place): Promise<void> {
  const { page, leave } = await visit(place);
  await page.goto('/');
  await drawn(page);
  await page.getByText('Invented data', { exact: true }).waitFor();
  await page.locator('.map-foot').getByText('Absence of a record is not evidence of safety.').waitFor();
  for (const sign of ['Confirmed, or class not stated', 'Suspected', 'Reported, not reviewed'])
    await page.locator('.legend').getByText(sign, { exact: true }).waitFor();
  const [suspected = 0, confirmed = 0] = await pixelsOf(page, await middleOfMap(page), [sha, cha]);
  assert.ok(suspected > 40, `suspected areas are drawn (${suspected} pixels)`);
  assert.ok(confirmed > 40, `confirmed areas are drawn (${confirmed} pixels)`);
  await nothingCalledSafe(page);
  for (const tab of ['Totals', 'To locate']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel', { name: tab }).waitFor();
    await nothingCalledSafe(page);
  }
  await leave();
}

export async function readsWhoSaidIt(place: Place): Promise<void> {
  const { page, leave } = await visit(place);
  const rows = async (where: string): Promise<Row[]> =>
    (await (await page.request.get(`/api/hazardous-area?programme=orlia&${where}`)).json()).rows;
  const undisputed = (await rows('disputed=false&limit=1000')).find(
    ({ standing, values }) => standing === 'live' && values.reported_area !== undefined,
  );
  assert.ok(undisputed);
  await page.goto('/');
  const item = await openFromList(page, String(undisputed.values.local_id));
  const size = await seen(propertyOf(item, 'Area as stated'));
  assert.match(size.replaceAll(',', ''), new RegExp(`${undisputed.values.reported_area} m²`));
  assert.match(
    size,
    /[A-Z][a-z]+.*\d+ \w+ (19|20)\d\d.*Receipt [\d,]+/s,
    'its speaker, the date, the receipt',
  );
  await nothingCalledSafe(page);
  await page.getByRole('button', { name: 'Back to the list' }).click();

  const disputed = (await rows('disputed=true')).find((r) => r.values.reported_area_state === 'disputed');
  assert.ok(disputed);
  const other = await openFromList(page, String(disputed.values.local_id));
  // what they said before lies folded below
  const voices = propertyOf(other, 'Area as stated').locator('.voice:visible');
  await voices.nth(1).waitFor();
  assert.deepEqual(
    (await voices.locator('.voice-value').allInnerTexts()).toSorted(),
    ['27,500 m²', '41,000 m²'],
    'both sizes stand side by side',
  );
  const who = await voices.locator('.voice-who').allInnerTexts();
  assert.equal(new Set(who).size, 2, 'by different speakers');
  for (const text of who) assert.match(text, /1 Sept? 2022 to 30 Sept? 2022/);
  await nothingCalledSafe(page);
  await leave();
}

/** Each kind of release by its own lines, told apart without colour by its own pattern, which the legend shows. */
export async function readsReleases(place: Place): Promise<void> {
  const { page, leave } = await visit(place);
  await page.goto('/?kind=released-land');
  await drawn(page);
  const signs = new Set<string>();
  for (const word of [
    'Cancelled by non-technical survey',
    'Reduced by technical survey',
    'Cleared to a stated depth',
  ])
    signs.add(
      await page
        .locator('.legend-line')
        .filter({ hasText: word })
        .locator('canvas')
        .evaluate((c) => (c instanceof HTMLCanvasElement ? c.toDataURL() : '')),
    );
  assert.equal(signs.size, 3, 'three patterns in the legend');
  for (const [method, colour] of Object.entries(releases)) {
    const answer = await page.request.get(`/api/released-land?programme=orlia&method=${method}&limit=1`);
    const [row]: Row[] = (await answer.json()).rows;
    const item = await openFromList(page, String(row?.values.local_id));
    await item.getByRole('button', { name: 'On the map' }).click();
    await page.waitForURL((url) => Number(url.searchParams.get('map')?.split('/')[0]) > 14);
    await drawn(page);
    const [found = 0] = await pixelsOf(page, await middleOfMap(page), [colour]);
    assert.ok(found > 60, `land ${method} is drawn in its colour (${found} pixels)`);
    await nothingCalledSafe(page);
    await page.getByRole('button', { name: 'Back to the list' }).click();
  }
  await leave();
}
