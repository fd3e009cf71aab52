/** An operator's list with planted differences: found, sent back as a sheet, and one of them taken in as their report. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { nothingCalledSafe, type Place, seen, signedIn } from './visitor.ts';

interface Row {
  readonly values: Readonly<Record<string, unknown>>;
}

/** A list as operators keep them: their headings, hectares, dates day first. */
function listOf(rows: readonly Row[]): string {
  const lines = rows.map(({ values }, n) => {
    const area = Number(values.reported_area) * (n === 0 ? 1.5 : 1);
    const classes: Readonly<Record<string, string>> = { sha: 'SHA', cha: 'CHA' };
    const said = classes[String(values.hazard_class)] ?? '';
    return [values.local_id, n === 1 ? 'doubtful' : said, (area / 10_000).toFixed(6)].join(',');
  });
  return `HA ID,Type,Area (ha)\r\n${[...lines, 'THEIR-1,SHA,2.5'].join('\r\n')}\r\n`;
}

export async function reconcilesAList(place: Place): Promise<void> {
  const { page, leave } = await signedIn(place, { at: '/?programme=orlia&screen=reconcile' });
  const answer = await page.request.get('/api/hazardous-area?programme=orlia&limit=400&disputed=false');
  const page_of: { rows: readonly Row[] } = await answer.json();
  const whole = page_of.rows.filter(
    ({ values: v }) =>
      typeof v.reported_area === 'number' &&
      v.reported_area > 1000 &&
      /^OL-HA-\d{4}$/.test(String(v.local_id)) &&
      (v.hazard_class === 'sha' || v.hazard_class === 'cha'),
  );
  // other stories of the day work on the first ones
  const chosen = whole.slice(-12);
  assert.equal(chosen.length, 12);
  const first = String(chosen[0]?.values.local_id);

  await page.locator('input[type=file]').setInputFiles({
    name: 'operator.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(listOf(chosen)),
  });
  await page.getByRole('button', { name: 'Say what the columns mean' }).click();
  await page.getByRole('combobox', { name: 'What a row is about' }).fill('Hazardous areas');
  await page.getByRole('option', { name: 'Hazardous areas' }).click();
  await page.getByRole('textbox', { name: 'Name of the source' }).fill('Operator’s list');
  await page.getByRole('textbox', { name: 'Said by (organisation)' }).fill('Operator');
  // a word of theirs that no list knows gets its meaning by hand; for the second row it is the other class
  const word = page.getByRole('button', { name: /What doubtful means/ });
  await word.click();
  const other =
    chosen[1]?.values.hazard_class === 'sha' ? 'Confirmed hazardous area' : 'Suspected hazardous area';
  await page.getByRole('option', { name: other }).click();
  await page.getByRole('button', { name: 'Compare with the record' }).click();
  await page.getByRole('textbox', { name: 'Areas may differ by (m²)' }).fill('10');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('heading', { name: 'What was found' }).waitFor();
  const found = async (state: string) => {
    const button = page.getByRole('button', { name: new RegExp(`^${state}`) });
    return Number((await seen(button.locator('.count'))).replaceAll(',', ''));
  };
  assert.deepEqual(
    [
      await found('Differ'),
      await found('Only in their list'),
      await found('Cannot be told apart'),
      await found('Agree'),
    ],
    [2, 1, 0, 10],
  );
  const line = page.getByRole('row', { name: new RegExp(first) });
  assert.match(await seen(line), /Area as stated\s*we say [\d,]+ m², they say [\d,]+ m²/);
  await page.getByRole('button', { name: 'On the map' }).click();
  await page.locator('.shapes-map canvas').waitFor();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'As CSV' }).click();
  const sheet = await readFile(await (await download).path(), 'utf8');
  assert.match(sheet, new RegExp(`differs,[^,]+,${first},`));
  assert.match(sheet, /only-theirs,,,14,THEIR-1/);
  assert.match(sheet, /known: all received up to no\. \d+/);
  const books = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Sheet to send back (XLSX)' }).click();
  assert.match((await books).suggestedFilename(), /^orlia-differences-.*\.xlsx$/);

  const number = async () =>
    (await (await page.request.get('/api/queue?programme=orlia&limit=1')).json()).number;
  const before = await number();
  await line.locator('.check').click();
  await page.getByRole('button', { name: 'Take 1 row in as a report' }).click();
  await page.getByText(/1 report was stored and waits for review/).waitFor();
  assert.equal(await number(), before + 1, 'only the row that was chosen is stored');
  await nothingCalledSafe(page);
  await page.getByRole('link', { name: first, exact: true }).click();
  await page.getByRole('article').getByRole('heading', { level: 1, name: first }).waitFor();
  await leave();
}
