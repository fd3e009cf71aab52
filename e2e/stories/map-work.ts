/** Work on the map: measure, select ground and open its list, choose what is drawn, and print a sheet to carry. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { AT_THE_MAP, drawn, nothingCalledSafe, type Place, seen, signedIn, visit } from './visitor.ts';

const figure = async (page: Page, name: string) =>
  seen(page.locator('.figures > div').filter({ hasText: name }).locator('dd'));
const metres = (text: string) => Number(text.replaceAll(/[^\d.]/g, ''));

/** A distance and an area read off the map, by mouse and by keyboard alone, points taken back. */
export async function measures(place: Place): Promise<void> {
  const { page, leave } = await visit(place);
  await page.goto('/?screen=map&programme=orlia&map=14/-31.5/-18.4');
  await drawn(page);
  const box = await page.locator('.map canvas').boundingBox();
  assert.ok(box);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Measure a distance' }).click();
  await page.mouse.click(x, y);
  await page.mouse.click(x + 100, y);
  await page.mouse.click(x + 100, y + 90);
  // at zoom 14 and this latitude a pixel is 78271.517 cos(31.5°) / 2^14 metres, straight east and straight south
  const pixel = (78_271.517 * Math.cos((31.5 * Math.PI) / 180)) / 2 ** 14;
  const length = metres(await figure(page, 'Length'));
  assert.ok(Math.abs(length / (190 * pixel) - 1) < 0.01, `${length} m for ${190 * pixel}`);
  await page.getByRole('button', { name: 'Undo point' }).click();
  assert.ok(Math.abs(metres(await figure(page, 'Length')) / (100 * pixel) - 1) < 0.01);
  await page.getByRole('button', { name: 'Close' }).first().click();

  // without a mouse: points at the middle of the map, which the arrow keys move
  await page.getByRole('button', { name: 'Measure', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Measure an area' }).press('Enter');
  const canvas = page.locator('.map canvas');
  await canvas.focus();
  const there = () => new URL(page.url()).searchParams.get('map');
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await canvas.press('Enter');
    const before = there();
    await canvas.press(key);
    await page.waitForFunction((b) => new URL(location.href).searchParams.get('map') !== b, before);
  }
  await canvas.press('Enter');
  // the map goes 100 pixels a key
  const area = metres(await figure(page, 'Area'));
  assert.ok(Math.abs(area / (100 * pixel) ** 2 - 1) < 0.02, `${area} m² for ${(100 * pixel) ** 2}`);
  await canvas.press('Backspace');
  assert.ok(Math.abs(metres(await figure(page, 'Area')) / ((100 * pixel) ** 2 / 2) - 1) < 0.02);
  await nothingCalledSafe(page);
  await canvas.press('Escape');
  await page.locator('.map-panel').waitFor({ state: 'detached' });
  await leave();
}

/** Ground drawn on the map tells what is on it; its list says as many; and back the ground still stands. */
export async function selectsGround(place: Place): Promise<void> {
  const { page, leave } = await visit(place);
  await page.goto('/?screen=map&programme=orlia&map=8.5/-31.6/-18.4');
  await drawn(page);
  const box = await page.locator('.map canvas').boundingBox();
  assert.ok(box);
  await page.getByRole('button', { name: 'Select by area' }).click();
  await page.getByRole('menuitem', { name: 'Select by a box' }).click();
  await page.mouse.click(box.x + box.width / 2 - 60, box.y + box.height / 2 - 60);
  await page.mouse.click(box.x + box.width / 2 + 60, box.y + box.height / 2 + 60);
  const inside = page.getByRole('region', { name: 'On the selected ground' });
  const line = inside.locator('li').filter({ hasText: 'Hazardous areas' });
  await inside.locator('dd').first().waitFor();
  const counted = metres(await seen(line.locator('.count')));
  assert.ok(counted > 0);
  const once = metres(await figure(page, 'Land counted once'));
  const parts = metres(await figure(page, 'Confirmed (CHA)')) + metres(await figure(page, 'Suspected (SHA)'));
  assert.ok(once > 0 && Math.abs(once - parts) <= 2, 'suspected and confirmed make the land counted once');
  assert.match(await seen(inside), /Absence of a record is not evidence of safety\./);
  await nothingCalledSafe(page);
  const within = new URL(page.url()).searchParams.get('within');
  assert.match(String(within), /^-?\d+\.\d+(,-?\d+\.\d+){3}$/);

  await inside.getByRole('link', { name: 'Accidents' }).click();
  await page.waitForURL((url) => url.searchParams.get('kind') === 'accident');
  await inside.getByRole('link', { name: 'Hazardous areas' }).click();
  await page.getByRole('row', { name: /OL-HA/ }).first().waitFor();
  await page.getByText(new RegExp(`^${counted} records`)).waitFor();
  // who is sent this address sees the same ground and the same list
  const address = page.url();
  await page.goto('/');
  await page.goto(address);
  await inside.waitFor();
  await page.getByText(new RegExp(`^${counted} records`)).waitFor();
  await inside.getByRole('button', { name: 'Clear the selection' }).click();
  await inside.waitFor({ state: 'detached' });
  assert.equal(new URL(page.url()).searchParams.get('within'), null);
  await leave();
}

/** What the map draws is chosen in its control and kept in the address; hazards stay. */
export async function choosesLayers(place: Place): Promise<void> {
  const { page, leave } = await visit(place);
  await page.goto('/?screen=map&programme=orlia');
  await drawn(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.locator('.legend').getByText('Activities', { exact: true }).click();
  await page.waitForURL((url) => url.searchParams.get('also') === 'activity');
  await drawn(page);
  assert.ok(asked.some((path) => path.startsWith('/tiles/activity/')));
  await page.locator('.legend').getByText('Finds', { exact: true }).click();
  await page.waitForURL((url) => url.searchParams.get('hide') === 'find');
  assert.equal(
    await page
      .locator('.legend')
      .getByRole('checkbox', { name: /Suspected/ })
      .count(),
    0,
  );
  // positions in the system of one's choice, kept for the next visit
  await page
    .locator('.read-out')
    .getByRole('button', { name: /Degrees/ })
    .click();
  await page.getByRole('option', { name: /^MGRS/ }).click();
  await page.reload();
  await page
    .locator('.read-out output')
    .filter({ hasText: /^\d{1,2}[A-Z] ?[A-Z]{2} ?\d{5} ?\d{5}/ })
    .waitFor();
  await leave();
}

/** A sheet on paper: one page of the size asked for, and on it all that must be known to read it. */
export async function printsASheet(place: Place): Promise<void> {
  const { page, leave } = await signedIn(place, { at: AT_THE_MAP });
  await page.getByRole('button', { name: 'Print a map sheet' }).click();
  await page.getByRole('button', { name: 'Print', exact: true }).and(page.locator(':enabled')).waitFor();
  const sheet = page.locator('.sheet');
  // names and dates stand in marks of their own direction
  const said = (await seen(sheet)).replaceAll(/[\u2066-\u2069]/g, '');
  for (const words of [
    'Absence of a record is not evidence of safety.',
    'Invented data',
    'Orlia (invented)',
    'Suspected',
    'No survey on record: nothing is known',
    'With everything received until it was printed.',
    'Printed by Local administrator',
    'Grid: WGS 84, degrees.',
  ])
    assert.ok(said.includes(words), words);
  assert.match(said, /1 : [\d,]+ on A4, printed at 100 %/);
  assert.match(said, /Office .+ receipt [\d,]+ · fold \d+ · as of/);
  assert.match(said, /reports? waits? for review/);
  await nothingCalledSafe(page);
  assert.deepEqual(await sizeOf(page), [842, 595], 'A4 landscape, one page');

  await page.getByRole('button', { name: /A4 landscape/ }).click();
  await page.getByRole('option', { name: 'A3 portrait' }).click();
  await page.waitForURL((url) => url.searchParams.get('sheet.paper') === 'a3');
  await page.getByRole('button', { name: 'Print', exact: true }).and(page.locator(':enabled')).waitFor();
  assert.deepEqual(await sizeOf(page), [842, 1191], 'A3 portrait, one page');
  // what is switched off on the map is named on the paper, as loudly as that absence is no evidence
  await page.goto('/?screen=sheet&programme=orlia&hide=hazard-report,accident,find,evidence-point,place');
  const loud = sheet.locator('.sheet-warning strong').filter({ hasText: 'Not drawn on this sheet' });
  await loud
    .filter({ hasText: /Accidents \([\d,]+\), Finds \([\d,]+\), Hazard reports \([\d,]+\)/ })
    .waitFor();
  await sheet.getByText(/Not drawn on this sheet, though on record: Administrative units \(\d+\)/).waitFor();
  await sheet.getByText('Hazards on record that cannot be drawn: none.').waitFor();
  await page.getByRole('button', { name: 'Print', exact: true }).and(page.locator(':enabled')).waitFor();
  assert.deepEqual(await sizeOf(page), [842, 595], 'still one page');
  await page.getByRole('button', { name: 'Back to the map' }).click();
  await page.locator('.map-tools').waitFor();
  await leave();
}

/** Points, width and height, of the one page that the browser prints. */
async function sizeOf(page: Page): Promise<readonly number[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = pdf.toString('latin1');
  assert.equal(text.match(/\/Type\s*\/Page\b/g)?.length, 1, 'one page');
  assert.ok(/\/Subtype\s*\/Image/.test(text), 'with the map');
  const [, width = '', height = ''] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(text) ?? [];
  return [Math.round(Number(width)), Math.round(Number(height))];
}
