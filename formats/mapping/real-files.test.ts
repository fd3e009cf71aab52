/** Runs on real files where they stand beside the checkout (../shared/data); says so where they do not. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Refusal } from '@tilth/domain/problem';
import type { RowDraft } from '@tilth/domain/report/draft';
import { undoubled } from '../read/encoding.ts';
import { openTable } from '../read/open.ts';
import { draftsOf, mappingOf } from './setting.testing.ts';

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const mapping = (name: string) =>
  mappingOf(
    JSON.parse(readFileSync(new URL(`../../fixtures/mappings/${name}.json`, import.meta.url), 'utf8')),
  );

/** True when the file is there; else the test says what it could not look at. */
function there(t: TestContext, path: string): boolean {
  const found = existsSync(data + path);
  if (!found) t.diagnostic(`not there, not looked at: ${path}`);
  return found;
}

function counted(found: readonly RowDraft[]): Record<string, number> {
  const counts: Record<string, number> = { read: found.length };
  const add = (key: string): void => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const d of found) {
    if ('refused' in d) add(`refused ${d.refused.code}`);
    else if ('same' in d) add('same');
    else {
      add('taken');
      for (const code of new Set(d.repairs.map((r) => r.code))) add(code);
      for (const { report } of d.drafts) {
        for (const item of report.items) add(item.kind);
        if (!report.claims.some((c) => c.value.type === 'geometry')) add('without a place');
      }
    }
  }
  return counts;
}

test('suspected areas: each row once, duplicates said, invalid outlines repaired, none without a place lost', async (t) => {
  const file = 'bih-mines/suspect_areas_simplified.geojson';
  if (!there(t, file)) return;
  const found = await draftsOf(data + file, mapping('bih-suspect-areas'));
  const counts = counted(found);
  t.diagnostic(JSON.stringify(counts));
  assert.deepEqual(
    [counts.read, counts.same, counts.taken, counts['outline-repaired'], counts['without a place']],
    [11068, 6, 11062, 467, 3095],
  );
});

test('mine-action events: kinds by code as counted by its publisher, and the one sign error waits', async (t) => {
  const file = 'colombia-events/derived_all_events_1990_2019.csv';
  if (!there(t, file)) return;
  const found = await draftsOf(data + file, mapping('colombia-events'));
  const counts = counted(found);
  t.diagnostic(JSON.stringify(counts));
  assert.deepEqual(
    ['read', 'accident', 'activity', 'hazardous-area', 'hazard-report', 'find', 'outside-extent'].map(
      (k) => counts[k],
    ),
    [36527, 6667 + 242, 24136, 1908, 44, 8 + 3494 + 28, 1],
  );
  const waits = found.flatMap((d) => ('drafts' in d && d.drafts[0]!.report.waits ? [d] : []));
  assert.equal(waits.length, 1);
  assert.deepEqual(
    waits[0]?.repairs.map((r) => r.facts.hint),
    ['sign-longitude'],
  );
});

test('victims: two editions of one table, nobody merged, no accident invented, and the difference as published', async (t) => {
  const [old, young] = [
    'colombia-victims/victimas_2017-10.csv',
    'colombia-victims/victimas_2022-02.csv',
  ] as const;
  if (!there(t, old) || !there(t, young)) return;
  const first = await draftsOf(data + old, mapping('colombia-victims-2017'));
  const second = await draftsOf(data + young, mapping('colombia-victims-2022'));
  t.diagnostic(JSON.stringify([counted(first), counted(second)]));
  assert.deepEqual([counted(first).victim, counted(second).victim], [11498, 12062]);
  assert.equal(counted(first)['number-thousands-separator'], 11498);
  assert.equal(counted(first).accident ?? 0, 0);
  const items = (found: readonly RowDraft[]) =>
    new Set(found.flatMap((d) => ('drafts' in d ? d.drafts[0]!.report.items.map((i) => i.id) : [])));
  const [before, after] = [items(first), items(second)];
  assert.deepEqual([before.size, after.size], [11498, 12062]);
  const gone = [...before].filter((id) => !after.has(id)).length;
  const fresh = [...after].filter((id) => !before.has(id)).length;
  t.diagnostic(`no longer published ${gone}, first published ${fresh}`);
  assert.deepEqual([gone, fresh], [203, 767]);
  const again = await draftsOf(data + young, mapping('colombia-victims-2022'));
  assert.deepEqual(
    again.map((d) => 'drafts' in d && [d.key, d.drafts[0]!.report.id]),
    second.map((d) => 'drafts' in d && [d.key, d.drafts[0]!.report.id]),
  );
});

test('every odd GeoJSON file has a named outcome', async (t) => {
  if (!there(t, 'geojson-torture/chrieke/examples')) return;
  const map = mapping('geojson-any');
  const outcomes: string[] = [];
  for (const name of readdirSync(`${data}geojson-torture/chrieke/examples`, { recursive: true })) {
    const path = `${data}geojson-torture/chrieke/examples/${String(name)}`;
    if (!path.endsWith('.geojson')) continue;
    try {
      const found = await draftsOf(path, map);
      for (const d of found) {
        outcomes.push(
          'refused' in d ? d.refused.code : 'same' in d ? 'same' : (d.repairs[0]?.code ?? 'accepted'),
        );
      }
      if (found.length === 0) outcomes.push('no rows');
    } catch (e) {
      if (!(e instanceof Refusal)) throw e;
      outcomes.push(e.problem.code);
    }
  }
  assert.ok(outcomes.length >= 74, `${outcomes.length}`);
  t.diagnostic(
    JSON.stringify(
      Object.groupBy(outcomes, (o) => o),
      (_, v) => (Array.isArray(v) ? v.length : v),
    ),
  );
});

test('municipality tables encoded twice are recognised; the workbooks, forms and boundaries can be read', async (t) => {
  if (!there(t, 'bih-mines/admin')) return;
  const table = await openTable(`${data}bih-mines/admin/landmine_areas_by_municipality.csv`);
  const doubled: string[] = [];
  for await (const row of table.rows) {
    for (const n of row.notices ?? []) {
      if (n.code === 'text-double-encoded')
        doubled.push(undoubled(String(row.values[String(n.facts.column)])) ?? '');
    }
  }
  assert.deepEqual(doubled, ['Bosnian-Podrinje Canton Goražde']);
  const shapes = await openTable(`${data}bih-mines/admin/geoBoundaries-BIH-ADM2.shp`);
  let units = 0;
  for await (const row of shapes.rows) if (row.geometry) units++;
  assert.equal(units, 12);
  const folder = `${data}xforms/example_xls/`;
  for (const name of readdirSync(folder).filter((n) => /\.(?:xlsx|csv)$/u.test(n))) {
    const opened = await openTable(folder + name);
    let rows = 0;
    for await (const _ of opened.rows) rows++;
    assert.ok(rows > 0, name);
  }
});
