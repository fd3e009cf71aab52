/**
 * The outlines of Bosnia and Herzegovina as published: a tenth of them is invalid in some way. Figures are those that the
 * data's README measured with other tools.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import initGeosJs from 'geos-wasm';
import { check } from './check.ts';
import { overlayOf } from './geos.ts';
import { repair } from './repair.ts';
import { readGeometry } from './shape.ts';

const shapes = overlayOf(await initGeosJs());
const DATA = join(import.meta.dirname, '../../../shared/data/bih-mines');

interface Expected {
  readonly file: string;
  readonly features: number;
  readonly missing: number;
  readonly invalid: number;
  readonly km2: number;
}
const FILES: readonly Expected[] = [
  { file: 'suspect_areas_simplified.geojson', features: 11_068, missing: 3094, invalid: 467, km2: 810.69 },
  { file: 'cleared_areas_simplified.geojson', features: 8329, missing: 108, invalid: 709, km2: 40.03 },
];

for (const { file, features, missing, invalid, km2 } of FILES) {
  test(`every outline of ${file} is read, checked and repaired, none vanishes`, (t) => {
    const path = join(DATA, file);
    if (!existsSync(path)) return t.diagnostic('no ../shared/data beside the checkout: not run');
    const json: { features: { geometry: unknown }[] } = JSON.parse(readFileSync(path, 'utf8'));
    const counts = { missing: 0, empty: 0, invalid: 0, repaired: 0 };
    let before = 0;
    for (const { geometry } of json.features) {
      const read = readGeometry(geometry);
      if ('code' in read) {
        assert.ok(read.code === 'geometry-missing' || read.code === 'geometry-empty', read.code);
        counts[read.code === 'geometry-missing' ? 'missing' : 'empty'] += 1;
        continue;
      }
      const faulty = check(read.geometry, shapes).some((one) => one.code === 'geometry-invalid');
      const { geometry: after, changes, before_m2 } = repair(read.geometry, 'cover', shapes);
      const named = changes.some((one) => one.code === 'outline-repaired');
      assert.equal(named, faulty);
      if (faulty) counts.invalid += 1;
      if (named) counts.repaired += 1;
      assert.ok(after);
      if (after.type === 'Polygon' || after.type === 'MultiPolygon') {
        assert.equal(shapes.fault(structuredClone(after)), null);
      }
      before += before_m2 ?? 0;
    }
    assert.equal(json.features.length, features);
    assert.equal(counts.missing, missing);
    assert.equal(counts.invalid, invalid);
    assert.equal(counts.repaired, invalid);
    assert.ok(Math.abs(before / 1e6 - km2) < km2 * 0.001, String(before));
  });
}
