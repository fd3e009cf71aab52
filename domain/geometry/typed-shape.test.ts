import assert from 'node:assert/strict';
import test from 'node:test';
import { looksLikeShape, readTypedShape } from './typed-shape.ts';

const ring = [
  [17.5, 44.25],
  [17.501, 44.25],
  [17.501, 44.251],
  [17.5, 44.25],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const read = (text: string) => {
  const shape = readTypedShape(text);
  return 'code' in shape ? shape.code : shape.geometry;
};

test('an outline pasted as WKT, as GeoJSON and as a feature is the same outline', () => {
  const wkt = 'POLYGON ((17.5 44.25, 17.501 44.25, 17.501 44.251, 17.5 44.25))';
  for (const text of [
    wkt,
    `SRID=4326;${wkt}`,
    JSON.stringify(polygon),
    JSON.stringify({ type: 'Feature', properties: {}, geometry: polygon }),
    JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon }] }),
  ]) {
    assert.ok(looksLikeShape(text));
    assert.deepEqual(read(text), polygon);
  }
});

test('positions one a line are no shape, whatever letters they hold', () => {
  for (const text of ['44.25, 17.5', '33T XK 99593 02679', 'N 44°15.0′ E 17°30.0′', ''])
    assert.equal(looksLikeShape(text), false, text);
});

test('what can’t be one shape in WGS 84 says why', () => {
  assert.equal(read('POLYGON ((17.5'), 'shape-unreadable');
  assert.equal(read('{"type":'), 'shape-unreadable');
  assert.equal(read('SRID=3908;POINT (1 2)'), 'srid-not-wgs84');
  const one = { type: 'Feature', geometry: polygon };
  assert.equal(read(JSON.stringify({ type: 'FeatureCollection', features: [one, one] })), 'shape-several');
  assert.equal(read('POINT (200 10)'), 'position-out-of-range');
});
