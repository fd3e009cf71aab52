/** A list of parties is loaded, and anybody reads what states are to a treaty, by whom each day is told, and what binds. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { nothingCalledSafe, type Place, seen, visit } from './visitor.ts';

const mapping = fileURLToPath(new URL('../../fixtures/mappings/treaty-status-apmbc.json', import.meta.url));
const LIST = [
  'country,signature,consent_date,consent_mode,bracketed_withdrawn',
  'Tonga,,2025-06-25,accession,',
  'Turkiye,,2003-09-25,accession,',
  'Angola,1997-12-04,,,',
];

export async function readsTreaties(place: Place): Promise<void> {
  const room = await mkdtemp(join(tmpdir(), 'tilth-treaties-'));
  const file = join(room, 'parties_2026-02-03.csv');
  await writeFile(file, `${LIST.join('\n')}\n`);
  const words = ['--mapping', mapping, '--programme', 'public-record', '--approve', '--json'];
  const loaded = await place.tilth.run('import', file, ...words);
  await rm(room, { recursive: true });
  assert.equal(loaded.status, 0, loaded.err);
  assert.deepEqual([JSON.parse(loaded.out).read, JSON.parse(loaded.out).accepted], [3, 3]);

  const { page, leave } = await visit(place);
  await page.goto('/?programme=public-record&screen=treaties&at=2026-02-03');
  const states = page.getByRole('table', { name: 'States and other areas' });
  const row = (name: string) => states.getByRole('row').filter({ has: page.getByRole('link', { name }) });
  const read = async (place: Locator) => {
    await place.waitFor();
    return seen(place);
  };
  assert.match(
    await read(row('Tonga')),
    /Disputed[\s\S]*25 Jun 2025[\s\S]*UN Treaty Collection[\s\S]*26 Jun 2025/u,
  );
  assert.match(await read(row('Poland')), /withdrawal notified[\s\S]*20 Feb 2026/u);
  assert.match(await read(row('Türkiye')), /In force[\s\S]*1 Mar 2004/u);
  assert.match(await read(row('Estonia')), /Withdrawn/u);
  await page.getByRole('searchbox', { name: 'Find a state' }).fill('ango');
  await row('Tonga').waitFor({ state: 'detached' });
  assert.match(await read(row('Angola')), /Signed only/u);
  await page.getByRole('searchbox', { name: 'Find a state' }).fill('');
  await row('Ukraine').getByRole('link', { name: 'Ukraine' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ukraine' }).waitFor();
  const convention = page.getByRole('region', { name: 'Mine Ban Convention' });
  assert.match(await read(convention), /APMBC 1\(1\)\(a\): in no circumstances/u);
  const line = page.getByRole('region', { name: 'What it did, and what was decided' });
  assert.match(await read(line), /no treaty here knows a suspension[\s\S]*Objections: Austria, Belgium/u);
  await nothingCalledSafe(page);

  await page.goto('/?programme=public-record&screen=treaties&at=2025-12-26');
  assert.match(await read(row('Estonia')), /In force, withdrawal notified/u);
  await leave();
}
