import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf, readPlaceFile, readTyped } from './read-place.ts';

test('positions are read one a line in any usual system, and a line that is none is named', () => {
  assert.deepEqual(readTyped('44.5, 17.25\n\n44°30\'00"N 17°30\'00"E\n'), [
    [17.25, 44.5],
    [17.5, 44.5],
  ]);
  const wrong = readTyped('44.5, 17.25\nover there');
  assert.ok(wrong !== null && 'line' in wrong && wrong.line === 2);
  assert.equal(readTyped(' \n '), null);
});

test('positions are a route, a plot or sites as they are meant; too few for a plot are a line', () => {
  const [a, b, c] = [[0, 0] as const, [1, 0] as const, [1, 1] as const];
  assert.deepEqual(placeOf([a], 'route'), { type: 'Point', coordinates: a });
  assert.equal(placeOf([a, b], 'plot').type, 'LineString');
  assert.deepEqual(placeOf([a, b, c], 'plot'), { type: 'Polygon', coordinates: [[a, b, c, a]] });
  assert.equal(placeOf([a, b], 'sites').type, 'MultiPoint');
});

test('a file of GeoJSON, GPX or KML gives the place in it, and anything else is refused', () => {
  const line = [
    [17, 44],
    [17.5, 44.5],
  ];
  const feature = { type: 'Feature', geometry: { type: 'LineString', coordinates: line }, properties: {} };
  const json = readPlaceFile(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
  assert.deepEqual(json, { type: 'LineString', coordinates: line });
  const gpx =
    '<gpx><trk><trkseg><trkpt lat="44" lon="17"/><trkpt lon="17.5" lat="44.5"></trkpt></trkseg></trk></gpx>';
  assert.deepEqual(readPlaceFile(gpx), { type: 'LineString', coordinates: line });
  const kml =
    '<kml><Placemark><LineString><coordinates>17,44,0 17.5,44.5,0</coordinates></LineString></Placemark></kml>';
  assert.deepEqual(readPlaceFile(kml), { type: 'LineString', coordinates: line });
  for (const text of ['', 'hello', '{"a":', '<gpx></gpx>']) assert.ok('code' in readPlaceFile(text), text);
});
