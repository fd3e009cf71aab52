/** Somebody finds an area by the position on their map sheet, reads who disagrees about it, and asks about a road past it. */
import assert from 'node:assert/strict';
import { formatCoordinates } from '@tilth/domain/geometry/coordinates';
import type { Geometry, Position } from '@tilth/domain/report/entry';
import { drawn, nothingCalledSafe, type Place, visit } from './visitor.ts';

interface Row {
  readonly values: { readonly local_id: string };
  readonly geometry: Geometry;
}

function firstOf(g: Geometry): Position {
  let found: unknown = g.coordinates;
  while (Array.isArray(found) && Array.isArray(found[0])) found = found[0];
  assert.ok(Array.isArray(found));
  return [Number(found[0]), Number(found[1])];
}

export async function findsAndAsks(place: Place): Promise<void> {
  const { page, leave } = await visit(place);
  await page.goto('/');
  await drawn(page);
  const answer = await page.request.get('/api/hazardous-area?programme=orlia&disputed=true&limit=1');
  const [row]: readonly Row[] = (await answer.json()).rows;
  assert.ok(row);
  const { local_id: id } = row.values;
  const mgrs = formatCoordinates(firstOf(row.geometry), 'mgrs');
  assert.equal(typeof mgrs, 'string');

  await page.keyboard.press('/');
  await page.keyboard.type(String(mgrs));
  await page.getByRole('option', { name: id }).click();
  await page.getByRole('article').getByRole('heading', { level: 1, name: id }).waitFor();
  assert.ok(!page.url().includes(encodeURIComponent(String(mgrs))), 'what was typed stands in no address');

  await page.getByRole('link', { name: 'Contradictions' }).click();
  await page.getByRole('option', { name: id }).click();
  const board = page.getByRole('article', { name: id });
  assert.ok((await board.locator('.voice').count()) > 1, 'both sides stand beside each other');
  await board.getByRole('link', { name: 'Open the record' }).click();
  await page.getByRole('article').getByRole('heading', { level: 1, name: id }).waitFor();

  await page.getByRole('link', { name: 'Ask about a place' }).click();
  const [lon, lat] = firstOf(row.geometry);
  await page.getByRole('textbox', { name: 'Positions, one a line' }).fill('somewhere');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'Line 1' }).waitFor();
  await page
    .getByRole('textbox', { name: 'Positions, one a line' })
    .fill(`${lat + 0.01} ${lon}\n${lat - 0.01} ${lon}`);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const letter = page.getByRole('article');
  await letter.getByRole('link', { name: id }).waitFor();
  await letter.getByText('meets the place').first().waitFor();
  await letter.getByText('Absence of a record is not evidence of safety.').waitFor();
  await letter.getByRole('img', { name: /Sketch/ }).waitFor();
  await nothingCalledSafe(page);
  assert.ok(!page.url().includes(String(lat)), 'where somebody means to go stands in no address');
  await leave();
}
