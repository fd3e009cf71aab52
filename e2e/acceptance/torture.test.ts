/** Small broken or odd GeoJSON files, each of which must come to a named outcome, the same on both databases. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Engine, engines } from '@tilth/store/databases.testing';
import { type Account, addsUp } from './account.ts';
import { exported, withoutIds } from './exports.ts';
import { cleanUp, servedOffice } from './office.ts';
import { mappingFile, realFile, room } from './shared-data.ts';

const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const around = [
  [17, 44],
  [17.001, 44],
  [17.001, 44.001],
  [17, 44.001],
  [17, 44],
];
const feature = (geometry: unknown) => ({ type: 'Feature', properties: {}, geometry });

/** Name → what is in the file. Each is wrong or odd in another way. */
const odd: Readonly<Record<string, unknown>> = {
  clockwise: feature(polygon([...around].reverse())),
  unclosed: feature(polygon(around.slice(0, 4))),
  'bow-tie': feature(
    polygon([
      [17, 44],
      [17.001, 44.001],
      [17.001, 44],
      [17, 44.001],
      [17, 44],
    ]),
  ),
  'two-points': feature(
    polygon([
      [17, 44],
      [17.001, 44],
      [17, 44],
    ]),
  ),
  'hole-outside': feature(
    polygon(
      around,
      around.map(([x = 0, y = 0]) => [x + 1, y]),
    ),
  ),
  'four-dimensions': feature(polygon(around.map((p) => [...p, 12, 99]))),
  antimeridian: feature(
    polygon([
      [179.99, 0],
      [-179.99, 0],
      [-179.99, 0.01],
      [179.99, 0.01],
      [179.99, 0],
    ]),
  ),
  'beyond-the-pole': feature({ type: 'Point', coordinates: [17, 97] }),
  'words-for-numbers': feature({ type: 'Point', coordinates: ['17', '44'] }),
  'too-deep': feature({ type: 'Point', coordinates: [[[17, 44]]] }),
  'too-shallow': feature({ type: 'Polygon', coordinates: [17, 44] }),
  'no-coordinates': feature({ type: 'Polygon' }),
  'null-geometry': feature(null),
  'geometry-is-text': feature('POINT (17 44)'),
  'unknown-type': feature({ type: 'Circle', coordinates: [17, 44] }),
  'properties-are-a-list': { type: 'Feature', properties: [1], geometry: polygon(around) },
  'null-feature': { type: 'FeatureCollection', features: [null] },
  'features-are-an-object': { type: 'FeatureCollection', features: {} },
  'no-features': { type: 'FeatureCollection' },
  'nothing-in-it': { type: 'FeatureCollection', features: [] },
  'small-letters': { type: 'featurecollection', features: [feature(polygon(around))] },
  'no-type': { features: [] },
  'bare-geometry': polygon(around),
  'nested-collections': feature({
    type: 'GeometryCollection',
    geometries: [{ type: 'GeometryCollection', geometries: [polygon(around)] }],
  }),
  'a-number': 7,
  'a-list': [1, 2],
};

let files: string[] = [];
const seen = new Map<Engine, { account: Account; lines: readonly string[]; findings: readonly unknown[] }>();

before(async () => {
  const directory = await room();
  for (const [name, what] of Object.entries(odd)) {
    await writeFile(join(directory, `${name}.geojson`), JSON.stringify(what));
  }
  const real = realFile('geojson-torture/chrieke/examples');
  files = [
    ...globSync(join(directory, '*.geojson')),
    ...(real === null ? [] : globSync(join(real, '**/*.geojson'))),
  ].sort();
  await Promise.all(engines.map(async (engine) => seen.set(engine, await look(engine))));
});
after(cleanUp);

async function look(engine: Engine) {
  const { at, served } = await servedOffice(engine);
  try {
    // some are refused, so the import ends with 1
    const words = ['import', ...files, '--mapping', mappingFile('geojson-any'), '--approve'];
    const account = await at.json<Account>(1, ...words);
    const lines = withoutIds(await exported(at, 'hazardous-area'));
    const { findings } = await at.json<{ findings: unknown[] }>(0, 'verify');
    return { account, lines, findings };
  } finally {
    await served.stop();
  }
}

for (const engine of engines) {
  test(`every odd file comes to a named outcome (${engine})`, () => {
    const { account, findings } = seen.get(engine)!;
    addsUp(account);
    assert.equal(account.files.length, files.length);
    const rows = new Set(account.rows.map((r) => r.file));
    for (const told of account.files) {
      const whole = told.problem === undefined ? (told.notices ?? []) : [told.problem];
      assert.ok(rows.has(told.file) || whole.length > 0, `${told.file}: nothing is said of it`);
    }
    assert.equal(JSON.stringify(account).includes('"fault"'), false);
    assert.deepEqual(findings, []);
  });
}

test('both databases say and hold the same', () => {
  const [one, other] = engines.map((engine) => seen.get(engine)!);
  assert.deepEqual(one?.account, other?.account);
  assert.deepEqual(one?.lines, other?.lines);
});
