import assert from 'node:assert/strict';
import test from 'node:test';
import initGeosJs from 'geos-wasm';
import type { Geometry } from '../report/entry.ts';
import { CHECK_LIMITS, check } from './check.ts';
import { overlayOf } from './geos.ts';
import type { Ring } from './normalise.ts';

const shapes = overlayOf(await initGeosJs());
const polygon = (...coordinates: Ring[]): Geometry => ({ type: 'Polygon', coordinates });
const findings = (g: Geometry, limits = CHECK_LIMITS) => check(g, shapes, limits);
const codes = (g: Geometry, limits = CHECK_LIMITS) => findings(g, limits).map((one) => one.code);
const square: Ring = [
  [17, 44],
  [17.01, 44],
  [17.01, 44.01],
  [17, 44.01],
  [17, 44],
];

test('a sound outline has no finding', () => {
  assert.deepEqual(codes(polygon(square)), []);
  assert.deepEqual(codes({ type: 'Point', coordinates: [17, 44] }), []);
});

test('an invalid outline is named with the reason and the place', () => {
  const [one] = findings(polygon([square[0]!, square[2]!, square[3]!, square[1]!, square[0]!]));
  assert.equal(one?.code, 'geometry-invalid');
  assert.equal(one?.facts.reason, 'Self-intersection');
  assert.ok(Math.abs(Number(one?.facts.longitude) - 17.005) < 1e-9);
  const hole: Ring = [
    [18, 44],
    [18.01, 44],
    [18.01, 44.01],
    [18, 44],
  ];
  assert.match(String(findings(polygon(square, hole))[0]?.facts.reason), /Hole lies outside shell/);
});

test('fewer than three vertices, and no area', () => {
  const found = codes(
    polygon([
      [17, 44],
      [17.001, 44.001],
      [17, 44],
    ]),
  );
  assert.ok(
    found.includes('ring-too-few-vertices') &&
      found.includes('area-zero') &&
      found.includes('geometry-invalid'),
  );
});

test('repeated vertices are named where they stand', () => {
  const [one] = findings(polygon([square[0]!, square[1]!, square[1]!, ...square.slice(2)]));
  assert.deepEqual(one, { code: 'vertex-repeated', facts: { at: '1.1.3', longitude: 17.01, latitude: 44 } });
});

test('a ring that comes back to its first vertex before it is closed is named', () => {
  const nearly: Ring = [...square.slice(0, 4), [17.0000005, 44.0000005], [17, 44]];
  assert.deepEqual(codes(polygon(nearly)), ['ring-closed-twice']);
  assert.deepEqual(codes(polygon([...square.slice(0, 4), [17.000002, 44.000002], [17, 44]])), []);
});

test('points said twice are named', () => {
  const g: Geometry = {
    type: 'MultiPoint',
    coordinates: [
      [17, 44],
      [18, 44],
      [17, 44],
    ],
  };
  assert.deepEqual(findings(g), [
    { code: 'point-repeated', facts: { at: '3', longitude: 17, latitude: 44 } },
  ]);
});

test('long legs are named by their length, above the limit only', () => {
  const line: Geometry = {
    type: 'LineString',
    coordinates: [
      [17, 44],
      [17.05, 44],
      [17.2, 44],
    ],
  };
  const [one, ...more] = findings(line);
  assert.equal(more.length, 0);
  assert.equal(one?.facts.at, '1.3');
  assert.ok(Math.abs(Number(one?.facts.metres) - 12_030) < 20);
  assert.deepEqual(codes(line, { ...CHECK_LIMITS, leg_m: 20_000 }), []);
});

test('parts that share more of their land than the limit are named with the share', () => {
  const beside = (west: number): Geometry => ({
    type: 'MultiPolygon',
    coordinates: [[square], [square.map(([x, y]) => [x - 17 + west, y])]],
  });
  const overlap = findings(beside(17.009)).find((one) => one.code === 'parts-overlap');
  assert.ok(Math.abs(Number(overlap?.facts.percent) - 10) < 0.1);
  assert.ok(!codes(beside(17.00995)).includes('parts-overlap'), 'half a per cent stays below 0.9 %');
  assert.deepEqual(codes(beside(17.02)), []);
});

test('a position outside the extent is named with the slip that would explain it', () => {
  const extent = [15, 42, 20, 46] as const;
  const hint = (longitude: number, latitude: number) =>
    findings({ type: 'Point', coordinates: [longitude, latitude] }, { ...CHECK_LIMITS, extent })[0]?.facts
      .hint;
  assert.equal(hint(17, 44), undefined);
  assert.equal(hint(44, 17), 'swap');
  assert.equal(hint(-17, 44), 'sign-longitude');
  assert.equal(hint(17, -44), 'sign-latitude');
  assert.equal(hint(-17, -44), 'sign-both');
  assert.equal(hint(-44, 17), 'swap-sign-latitude');
  assert.equal(hint(0, 0), 'none');
});
