import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Position } from '../report/entry.ts';
import { crsOf } from './crs.ts';
import { distance } from './length.ts';

/** x, y in a system and the WGS 84 position that PROJ 9.1.1 (cs2cs) gives with the same shift. */
const KNOWN: readonly (readonly [name: string, x: number, y: number, wgs84: Position])[] = [
  ['EPSG:32633', 699593.49, 4902679.88, [17.499999999, 44.250000001]],
  ['EPSG:25833', 699593.49, 4902679.88, [17.499999999, 44.250000002]],
  ['EPSG:32733', 300000, 9000000, [13.180477491, -9.042047066]],
  ['EPSG:3857', 1900000, 5500000, [17.067990398, 44.222890235]],
  ['EPSG:3908', 6530000, 4860000, [18.368318123, 43.883858389]],
  ['EPSG:31276', 6530000, 4860000, [18.368318123, 43.883858389]],
  ['EPSG:20137', 480000, 1600000, [38.815273306, 14.47443542]],
  ['EPSG:28408', 8600000, 4450000, [46.172847453, 40.177607584]],
  ['EPSG:28191', 170000, 130000, [35.210189041, 31.76267116]],
  ['EPSG:22770', 200000, 450000, [36.242176026, 35.997007727]],
  ['EPSG:3405', 700000, 1850000, [106.877764642, 16.723302294]],
  ['EPSG:32236', 500000, 3700000, [33.000153889, 33.439438898]],
];

test('positions come out where PROJ puts them, datum shift included', () => {
  for (const [name, x, y, wgs84] of KNOWN) {
    const crs = crsOf(name);
    assert.ok(!('code' in crs), name);
    const p = crs.toWgs84(x, y);
    assert.ok(!('code' in p), name);
    assert.ok(distance(p, wgs84) < 0.02, `${name}: ${distance(p, wgs84)} m off`);
  }
});

test('a datum shift is never left out: the Balkan grid lies hundreds of metres from its ellipsoid read as WGS 84', () => {
  const crs = crsOf('EPSG:3908');
  const bare = crsOf('+proj=tmerc +lat_0=0 +lon_0=18 +k=0.9999 +x_0=6500000 +y_0=0 +datum=WGS84');
  assert.ok(!('code' in crs) && !('code' in bare));
  const [p, q] = [crs.toWgs84(6530000, 4860000), bare.toWgs84(6530000, 4860000)];
  assert.ok(!('code' in p) && !('code' in q) && distance(p, q) > 300);
});

test('names of one system in their usual spellings', () => {
  for (const name of [
    'EPSG:32633',
    'epsg:32633',
    '32633',
    'urn:ogc:def:crs:EPSG::32633',
    'urn:ogc:def:crs:EPSG:9.6:32633',
  ]) {
    assert.ok(!('code' in crsOf(name)), name);
  }
  for (const name of ['EPSG:4326', 'OGC:CRS84', 'urn:ogc:def:crs:OGC:1.3:CRS84']) {
    const crs = crsOf(name);
    assert.ok(!('code' in crs) && crs.geographic, name);
    assert.deepEqual(crs.toWgs84(17.5, 44.25), [17.5, 44.25]);
  }
});

test('what is not known, has no datum or needs a grid file is refused', () => {
  const code = (name: string) => {
    const crs = crsOf(name);
    return 'code' in crs ? crs.code : 'read';
  };
  assert.equal(code('EPSG:99999'), 'crs-unknown');
  assert.equal(code('EPSG:32661'), 'crs-unknown');
  assert.equal(code('Gauss-Boaga'), 'crs-unknown');
  assert.equal(code('+proj=nothing +datum=WGS84'), 'crs-unknown');
  assert.equal(code('+proj=utm +zone=33 +ellps=intl'), 'crs-datum-missing');
  assert.equal(code('+proj=longlat +ellps=GRS80 +nadgrids=conus'), 'crs-unknown');
  assert.equal(code('+proj=utm +zone=33 +ellps=intl +towgs84=-87,-98,-121'), 'read');
});

test('coordinates that lie nowhere are refused, and no number makes it throw', () => {
  const crs = crsOf('EPSG:32633');
  assert.ok(!('code' in crs));
  fc.assert(
    fc.property(fc.double(), fc.double(), (x, y) => {
      const p = crs.toWgs84(x, y);
      if (!('code' in p)) assert.ok(Math.abs(p[0]) <= 180 && Math.abs(p[1]) <= 90);
    }),
    { numRuns: 2000 },
  );
  assert.ok('code' in crs.toWgs84(Number.NaN, 0));
});

test('there and back again', () => {
  for (const [name, x, y] of KNOWN) {
    const crs = crsOf(name);
    assert.ok(!('code' in crs));
    const p = crs.toWgs84(x, y);
    assert.ok(!('code' in p));
    const back = crs.fromWgs84(p);
    assert.ok(!('code' in back) && Math.hypot(back[0] - x, back[1] - y) < 0.05, name);
  }
});
