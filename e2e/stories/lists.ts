/**
 * Lists: hazards are narrowed by a property, their columns chosen, the list saved under a name and opened again from its
 * address and by its name; what it shows is exported in the background and fetched; the ground chosen on the map narrows it.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '@tilth/formats/read/open';
import type { Page } from 'playwright-core';
import { AT_THE_MAP, type Place, signedIn, visit } from './visitor.ts';

const FILTER = 'hazard_class is cha and reported_area > 1 ha';

export async function worksWithLists(place: Place): Promise<void> {
  const { page, leave } = await signedIn(place, { at: AT_THE_MAP });
  await page.getByRole('row', { name: /OL-HA/ }).first().waitFor();
  const all = await count(page);
  await addCondition(page, 'Class', async () => {
    await page.getByRole('option', { name: 'Confirmed hazardous area' }).click();
  });
  await addCondition(page, 'Area as stated', async () => {
    await page.getByRole('textbox', { name: 'Value' }).fill('1');
    await page.getByRole('button', { name: /Unit/ }).click();
    await page.getByRole('option', { name: 'ha' }).click();
  });
  assert.equal(new URL(page.url()).searchParams.get('filter'), FILTER, 'readable in the address');
  const found = await matching(page, FILTER);
  await counts(page, found);
  assert.ok(found > 0 && found < all);

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('textbox', { name: 'Find a column' }).fill('Name');
  await page.getByRole('option', { name: 'Name', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Name' }).waitFor();
  await page.getByRole('button', { name: 'Area as stated' }).last().click();
  await page.getByRole('button', { name: 'Area as stated' }).last().click();
  await page.waitForURL(/sort=-reported_area/);

  await page.getByRole('button', { name: 'Saved lists' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Large and confirmed');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'Large and confirmed' }).waitFor();
  await page.getByRole('button', { name: 'Delete Large and confirmed' }).click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await page.getByRole('link', { name: 'Large and confirmed' }).waitFor();
  await page.keyboard.press('Escape');

  await exportsInTheBackground(page, found);

  const address = page.url();
  await page.getByRole('button', { name: 'Show all' }).click();
  await counts(page, all);
  await page.getByRole('button', { name: 'Saved lists' }).click();
  await page.getByRole('link', { name: 'Large and confirmed' }).click();
  await counts(page, found);
  assert.equal(
    new URL(page.url()).search.replace(/&map=[^&]*/, ''),
    new URL(address).search.replace(/&map=[^&]*/, ''),
  );

  await page.getByRole('button', { name: 'Saved lists' }).click();
  await page.getByRole('button', { name: 'Delete Large and confirmed' }).click();
  await page.getByText('“Large and confirmed” is deleted.').waitFor();
  await page.keyboard.press('Escape');

  await narrowsByGround(place, page, found);
  await leave();
}

async function addCondition(page: Page, property: string, values: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('combobox', { name: 'Property' }).fill(property);
  await page.getByRole('option', { name: property, exact: true }).click();
  await values();
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** A long export is left to itself, and stands among one's exports on the next page one opens. */
async function exportsInTheBackground(page: Page, rows: number): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Make it in the background' }).click();
  const mine = page.getByRole('listitem').filter({ hasText: `filter: ${FILTER}` });
  await mine.waitFor();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('row', { name: /OL-HA/ }).first().waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  const file = mine.getByRole('link', { name: /^Download/ });
  await file.waitFor();
  const answer = await page.request.get((await file.getAttribute('href')) ?? '');
  assert.equal(answer.status(), 200);
  const directory = await mkdtemp(join(tmpdir(), 'tilth-story-'));
  try {
    const path = join(directory, 'list.xlsx');
    await writeFile(path, await answer.body());
    const table = await openTable(path);
    const sizes: number[] = [];
    for await (const { values } of table.rows) {
      sizes.push(Number(values.reported_area));
      // of a disputed size another claim than the one shown may be larger
      const disputed = String(values.states ?? '').includes('reported_area: disputed');
      assert.ok(Number(values.reported_area) > 10_000 || disputed, String(values.name));
      assert.ok('name' in values && !('priority' in values), 'the columns that were shown');
    }
    const about: string[] = [];
    const second = await openTable(path, { sheet: 'About' });
    for await (const { values } of second.rows) about.push(Object.values(values).join(': '));
    const stamp = [...second.columns, ...about].join('\n');
    assert.match(stamp, /Invented data/);
    assert.match(stamp, /filter = hazard_class is cha and reported_area > 1 ha; sort = -reported_area/);
    assert.equal(sizes.length, rows);
    assert.deepEqual(
      sizes,
      sizes.toSorted((a, b) => b - a),
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  await mine.getByRole('button', { name: /^Delete/ }).click();
  await mine.waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
}

/** A visitor opens the address that was handed on, on ground that was chosen, and goes from the list to the map. */
async function narrowsByGround(place: Place, page: Page, found: number): Promise<void> {
  const { extent } = await (
    await page.request.get(`/api/extent/hazardous-area?programme=orlia&filter=${encodeURIComponent(FILTER)}`)
  ).json();
  const [west, south, east, north] = extent;
  const within = `${west},${south},${((west + east) / 2).toFixed(5)},${north}`;
  const { page: other, leave } = await visit(place);
  await other.goto(`/?programme=orlia&screen=map&filter=${encodeURIComponent(FILTER)}&within=${within}`);
  const half = await matching(other, FILTER, within);
  assert.ok(half > 0 && half < found);
  await counts(other, half);
  const before = new URL(other.url()).searchParams.get('map');
  await other.locator('.list-foot').getByRole('button', { name: 'Show on the map' }).click();
  await other.waitForFunction((map) => new URL(location.href).searchParams.get('map') !== map, before);
  await other.getByRole('button', { name: 'Remove: On the ground chosen on the map' }).click();
  await counts(other, found);
  assert.equal(new URL(other.url()).searchParams.get('within'), null);
  await leave();
}

async function matching(page: Page, filter: string, within?: string): Promise<number> {
  const query = new URLSearchParams({ programme: 'orlia', limit: '1', filter, ...(within && { within }) });
  return (await (await page.request.get(`/api/hazardous-area?${query}`)).json()).matched;
}

async function counts(page: Page, n: number): Promise<void> {
  await page.locator('.list-foot strong', { hasText: new RegExp(`^${n} records?$`) }).waitFor();
}

async function count(page: Page): Promise<number> {
  return Number.parseInt((await page.locator('.list-foot strong').textContent()) ?? '', 10);
}
