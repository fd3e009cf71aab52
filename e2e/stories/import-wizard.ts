/**
 * A file of suspected areas becomes reports by the wizard: read, given a meaning, tried, imported, seen on the map. What the wizard
 * keeps as the file's mapping is what the command line takes, and the same file through it adds nothing.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { removeRooms } from '../acceptance/shared-data.ts';
import { suspectAreas } from '../acceptance/suspect-areas.ts';
import { drawn, nothingCalledSafe, type Place, seen, signedIn } from './visitor.ts';

const numerals = new Intl.NumberFormat('en');

export async function importsByTheWizard(place: Place): Promise<void> {
  const file = await suspectAreas();
  const added = await place.tilth.run('programme', 'add', 'sheets', '--name', 'Map sheets');
  assert.equal(added.status, 0, added.err);
  // it is a new link that gives the administrator a new programme
  place.cookies.clear();
  const { page, leave } = await signedIn(place, { at: '/?programme=sheets&screen=import' });
  await page.locator('input[type=file]').setInputFiles(file.file);
  await page.getByText(`Read as geojson: ${numerals.format(file.read)} rows, 2 columns.`).waitFor();
  const kinds = page.getByRole('row', { name: /^typeArea/ });
  assert.match(await seen(kinds), /Suspected Minefield/);
  await page.getByRole('button', { name: 'Say what the columns mean' }).click();

  // begun from the names of the columns, the wizard finds the class by the words that stand in it
  await page.getByRole('combobox', { name: 'What a row is about' }).fill('Hazardous areas');
  await page.getByRole('option', { name: 'Hazardous areas' }).click();
  assert.equal(await page.getByRole('combobox', { name: 'What typeArea fills' }).inputValue(), 'Class');
  // begun from a mapping that is known, nothing is left to say
  await page.getByRole('button', { name: 'Begin anew with another mapping' }).click();
  await page.getByRole('button', { name: 'A mapping that is known' }).click();
  await page.getByRole('option', { name: /bih-suspect-areas/ }).click();
  await page
    .getByRole('textbox', { name: 'Said by (organisation)' })
    .and(page.locator('[value="EUFOR map sheets"]'))
    .waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as JSON' }).click();
  const mapping = await (await download).path();

  await page.getByRole('button', { name: 'Try it on every row' }).click();
  await page.getByRole('heading', { name: 'The account' }).waitFor();
  const count = async (name: string) => {
    const figure = page.locator('.counts > div').filter({ has: page.getByText(name, { exact: true }) });
    return Number((await seen(figure.locator('dd'))).replaceAll(',', ''));
  };
  assert.equal(await count('Rows read'), file.read);
  assert.equal(await count('Refused'), 0);
  assert.equal(await count('Same as another'), file.same);
  assert.equal(await count('Repaired'), file.invalid + file.empty);
  const before = await page.request.get('/api/hazardous-area?programme=sheets&limit=1');
  assert.equal((await before.json()).matched, 0, 'a try stores nothing');

  await page.getByRole('button', { name: /^Repaired such as: The outline was invalid/ }).click();
  await page
    .getByRole('cell', { name: /^The outline was invalid/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'On the map' }).click();
  await page.locator('.shapes-map canvas').waitFor();
  await nothingCalledSafe(page);

  await page.getByRole('button', { name: 'Go on to the import' }).click();
  await page.getByText(/^Approve at once/).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  // it may be left and come back to
  await page.getByRole('link', { name: 'Import', exact: true }).last().click();
  await page.getByRole('link', { name: /suspect.areas/ }).click();
  await page.getByRole('link', { name: '4. Import' }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await page.getByRole('link', { name: 'To the map and lists' }).click();
  await drawn(page);
  await page.getByText(`${numerals.format(file.read - file.same)} records`).waitFor();
  await page.getByRole('tab', { name: /^To locate/ }).click();
  await page.getByRole('tabpanel', { name: /^To locate/ }).waitFor();

  const again = await place.tilth.run(
    'import',
    file.file,
    '--mapping',
    mapping,
    '--programme',
    'sheets',
    '--json',
  );
  assert.equal(again.status, 0, again.err);
  const account = JSON.parse(again.out);
  assert.equal(account.unchanged, file.read - file.same, 'the command line knows every row again');
  assert.equal(JSON.parse(await readFile(mapping, 'utf8')).name, 'bih-suspect-areas');
  await leave();
  await removeRooms();
}
