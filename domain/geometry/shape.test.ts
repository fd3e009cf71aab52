import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import initGeosJs from 'geos-wasm';
import type { Geometry, Position } from '../report/entry.ts';
import { areaOf } from './area.ts';
import { check } from './check.ts';
import { overlayOf } from './geos.ts';
import { repair } from './repair.ts';
import { readGeometry } from './shape.ts';

const shapes = overlayOf(await initGeosJs());
const square = [
  [17, 44],
  [17.01, 44],
  [17.01, 44.01],
  [17, 44.01],
  [17, 44],
];
const refusal = (raw: unknown) => {
  const read = readGeometry(raw);
  return 'code' in read ? read.code : 'read';
};
const notices = (raw: unknown) => {
  const read = readGeometry(raw);
  return 'code' in read ? [read.code] : read.notices.map((one) => one.code);
};

test('sound geometries of every type are taken digit for digit, without a notice', () => {
  const all: Geometry[] = [
    { type: 'Point', coordinates: [17.123456789012, 44] },
    {
      type: 'MultiPoint',
      coordinates: [
        [17, 44],
        [18, 44],
      ],
    },
    {
      type: 'LineString',
      coordinates: [
        [17, 44],
        [18, 44],
      ],
    },
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [17, 44],
          [18, 44],
        ],
        [
          [17, 45],
          [18, 45],
        ],
      ],
    },
    {
      type: 'Polygon',
      coordinates: [square.map(([x = 0, y = 0]): Position => [x, y])],
    },
  ];
  for (const geometry of all)
    assert.deepEqual(readGeometry(structuredClone(geometry)), { geometry, notices: [] });
});

test('what is no geometry is refused by name', () => {
  assert.equal(refusal(null), 'geometry-missing');
  assert.equal(refusal(undefined), 'geometry-missing');
  assert.equal(refusal('POINT(17 44)'), 'geometry-not-object');
  assert.equal(refusal([17, 44]), 'geometry-not-object');
  assert.equal(refusal({ coordinates: [17, 44] }), 'geometry-type-unknown');
  assert.equal(refusal({ type: 'Circle', coordinates: [17, 44] }), 'geometry-type-unknown');
  assert.equal(refusal({ type: 'toString', coordinates: [17, 44] }), 'geometry-type-unknown');
  assert.equal(refusal({ type: 'Polygon' }), 'geometry-coordinates-missing');
  assert.equal(refusal({ type: 'GeometryCollection', geometries: {} }), 'geometry-coordinates-missing');
});

test('wrong nesting is refused with its place', () => {
  assert.equal(refusal({ type: 'Point', coordinates: [[17, 44]] }), 'geometry-depth-wrong');
  assert.equal(refusal({ type: 'LineString', coordinates: [17, 44] }), 'geometry-depth-wrong');
  assert.equal(refusal({ type: 'Polygon', coordinates: square }), 'geometry-depth-wrong');
  assert.equal(refusal({ type: 'Polygon', coordinates: [[square]] }), 'geometry-depth-wrong');
  assert.equal(refusal({ type: 'MultiPolygon', coordinates: [square] }), 'geometry-depth-wrong');
  const read = readGeometry({ type: 'MultiPolygon', coordinates: [[square], [[[17, 44], 5]]] });
  assert.ok('code' in read);
  assert.deepEqual(read.facts, { type: 'MultiPolygon', at: '2.1.2' });
});

test('positions that are no numbers or not on earth are refused with their place', () => {
  assert.equal(refusal({ type: 'Point', coordinates: ['17', 44] }), 'position-not-numbers');
  assert.equal(refusal({ type: 'Point', coordinates: [17] }), 'position-not-numbers');
  assert.equal(refusal({ type: 'Point', coordinates: [null, 44] }), 'position-not-numbers');
  assert.equal(refusal({ type: 'Point', coordinates: [Number.NaN, 44] }), 'position-not-numbers');
  assert.equal(refusal({ type: 'Point', coordinates: [17, 91] }), 'position-out-of-range');
  assert.equal(refusal({ type: 'Point', coordinates: [797494.3, 5827326.6] }), 'position-out-of-range');
  assert.equal(refusal({ type: 'Point', coordinates: [190, 44] }), 'position-out-of-range');
  const read = readGeometry({
    type: 'Polygon',
    coordinates: [
      [
        [17, 44],
        [17, 95],
        [18, 44],
        [17, 44],
      ],
    ],
  });
  assert.ok('code' in read);
  assert.deepEqual(read.facts, { at: '1.1.2', longitude: 17, latitude: 95 });
});

test('geometries without a position are empty, which is not the same as missing', () => {
  for (const raw of [
    { type: 'Point', coordinates: [] },
    { type: 'MultiPoint', coordinates: [] },
    { type: 'LineString', coordinates: [] },
    { type: 'Polygon', coordinates: [] },
    { type: 'Polygon', coordinates: [[]] },
    { type: 'MultiPolygon', coordinates: [] },
    { type: 'MultiPolygon', coordinates: [[[]]] },
    { type: 'GeometryCollection', geometries: [] },
  ]) {
    assert.equal(refusal(raw), 'geometry-empty', JSON.stringify(raw));
  }
});

test('open rings are closed, heights dropped, wrong winding and odd boxes named', () => {
  assert.deepEqual(notices({ type: 'Polygon', coordinates: [square.slice(0, -1)] }), ['ring-not-closed']);
  assert.deepEqual(notices({ type: 'Point', coordinates: [17, 44, 500] }), ['ordinates-dropped']);
  assert.deepEqual(notices({ type: 'Point', coordinates: [17, 44, 500, 9] }), ['ordinates-dropped']);
  assert.deepEqual(notices({ type: 'Polygon', coordinates: [square.toReversed()] }), ['ring-wound-wrong']);
  assert.deepEqual(notices({ type: 'Polygon', coordinates: [square, []] }), ['hole-empty']);
  assert.deepEqual(notices({ type: 'Point', coordinates: [17, 44], bbox: [17, 44, 17, 44] }), []);
  assert.deepEqual(notices({ type: 'Point', coordinates: [17, 44], bbox: [44, 17, 44, 17] }), [
    'bbox-differs',
  ]);
  assert.deepEqual(notices({ type: 'Point', coordinates: [17, 44], bbox: [1, 2, 3] }), ['bbox-unreadable']);
  assert.deepEqual(notices({ type: 'Point', coordinates: [17, 44], bbox: 'here' }), ['bbox-unreadable']);
});

test('collections of one dimension become one geometry, mixed ones are refused', () => {
  const point = { type: 'Point', coordinates: [17, 44] };
  const nested = {
    type: 'GeometryCollection',
    geometries: [
      point,
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [18, 44] }] },
    ],
  };
  assert.deepEqual(readGeometry(nested), {
    geometry: {
      type: 'MultiPoint',
      coordinates: [
        [17, 44],
        [18, 44],
      ],
    },
    notices: [{ code: 'collection-flattened', facts: { count: 2 } }],
  });
  const mixed = {
    type: 'GeometryCollection',
    geometries: [point, { type: 'Polygon', coordinates: [square] }],
  };
  assert.equal(refusal(mixed), 'geometry-mixed');
  assert.equal(refusal({ type: 'GeometryCollection', geometries: [null] }), 'geometry-missing');
  let deep: unknown = point;
  for (let i = 0; i < 10_000; i++) deep = { type: 'GeometryCollection', geometries: [deep] };
  assert.equal(refusal(deep), 'geometry-depth-wrong');
});

test('what crosses the antimeridian is cut there, keeps its land, and is named', () => {
  const crossing = [
    [179, -18],
    [-179, -18],
    [-179, -17],
    [179, -17],
    [179, -18],
  ];
  const written = [
    [179, -18],
    [181, -18],
    [181, -17],
    [179, -17],
    [179, -18],
  ];
  const elsewhere = [
    [10, -18],
    [12, -18],
    [12, -17],
    [10, -17],
    [10, -18],
  ];
  const here = readGeometry({ type: 'Polygon', coordinates: [elsewhere] });
  for (const ring of [crossing, written]) {
    const read = readGeometry({ type: 'Polygon', coordinates: [ring] });
    assert.ok(!('code' in read) && !('code' in here));
    assert.equal(read.geometry.type, 'MultiPolygon');
    assert.ok(read.notices.some((one) => one.code === 'antimeridian-cut'));
    assert.ok(Math.abs(areaOf(read.geometry)! - areaOf(here.geometry)!) < 0.05);
    assert.equal(shapes.fault(read.geometry as never), null);
  }
  const line = readGeometry({
    type: 'LineString',
    coordinates: [
      [179, -18],
      [-179, -17],
    ],
  });
  assert.ok(!('code' in line));
  assert.deepEqual(line.geometry, {
    type: 'MultiLineString',
    coordinates: [
      [
        [179, -18],
        [180, -17.5],
      ],
      [
        [-180, -17.5],
        [-179, -17],
      ],
    ],
  });
});

test('any JSON is read or refused by name; what is read can be checked and repaired', () => {
  const position = fc.array(fc.oneof(fc.double({ min: -400, max: 400 }), fc.constantFrom(null, 'x')), {
    maxLength: 4,
  });
  const tree = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, position, fc.array(tie('node'), { maxLength: 5 })),
  })).node;
  const type = fc.constantFrom(
    'Point',
    'MultiPoint',
    'LineString',
    'MultiLineString',
    'Polygon',
    'MultiPolygon',
    'Other',
  );
  fc.assert(
    fc.property(fc.oneof(fc.record({ type, coordinates: tree }), fc.jsonValue()), (raw) => {
      const read = readGeometry(raw);
      if ('code' in read) return;
      check(read.geometry, shapes);
      assert.ok(repair(read.geometry, 'cover', shapes).geometry);
    }),
    { numRuns: 3000 },
  );
});

const CHRIEKE = join(import.meta.dirname, '../../../shared/data/geojson-torture/chrieke/examples');

test('every file of the chrieke collection has a named outcome', (t) => {
  if (!existsSync(CHRIEKE)) return t.diagnostic('no ../shared/data beside the checkout: not run');
  const outcome = (file: string): string[] => {
    const json: unknown = JSON.parse(readFileSync(join(CHRIEKE, file), 'utf8'));
    const raws = geometriesIn(json);
    return raws.flatMap((raw) => {
      const read = readGeometry(raw);
      if ('code' in read) return [read.code];
      const found = [...read.notices, ...check(read.geometry, shapes)];
      const { changes } = repair(read.geometry, 'cover', shapes);
      return [read.geometry.type, ...found.map((one) => one.code), ...changes.map((one) => one.code)];
    });
  };
  const of = (name: string) => {
    const file = readdirSync(CHRIEKE, { recursive: true })
      .map(String)
      .find((path) => path.endsWith(`/${name}.geojson`));
    assert.ok(file, name);
    return outcome(file);
  };
  const files = readdirSync(CHRIEKE, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('json'));
  for (const file of files) {
    const said = outcome(file);
    // No feature at all is the one outcome without a geometry or a problem.
    assert.ok(said.length > 0 || file.includes('empty_features'), file);
  }
  const expected: Record<string, string> = {
    invalid_unclosed: 'ring-not-closed',
    invalid_less_three_unique_nodes: 'ring-too-few-vertices',
    invalid_exterior_not_ccw: 'ring-wound-wrong',
    invalid_interior_not_cw: 'ring-wound-wrong',
    invalid_incorrect_geometry_data_type: 'geometry-depth-wrong',
    problematic_self_intersection_small: 'geometry-invalid',
    problematic_self_intersection_large: 'geometry-invalid',
    problematic_inner_and_exterior_ring_intersect: 'geometry-invalid',
    problematic_duplicate_nodes: 'vertex-repeated',
    problematic_zero_length_linestring: 'vertex-repeated',
    problematic_outside_lat_lon_boundaries: 'position-out-of-range',
    problematic_crosses_antimeridian: 'antimeridian-cut',
    problematic_3d_coordinates: 'ordinates-dropped',
    problematic_4d_coordinates: 'ordinates-dropped',
    problematic_feature_null_geometry: 'geometry-missing',
    problematic_crs_defined: 'position-out-of-range',
    problematic_nested_geometrycollection: 'geometry-mixed',
    problematic_geometrycollection_single: 'collection-flattened',
    invalid_geometry_coordinates_string: 'position-not-numbers',
    invalid_geometry_coordinates_empty_position: 'position-not-numbers',
    invalid_geometry_bbox_not_numbers: 'bbox-unreadable',
    invalid_geometry_depth_deep_polygon: 'geometry-depth-wrong',
    invalid_geometry_mislabeled_point: 'geometry-depth-wrong',
    invalid_featurecollection_feature_nullfeature: 'geometry-missing',
  };
  for (const [name, code] of Object.entries(expected))
    assert.ok(of(name).includes(code), `${name}: ${of(name)}`);
});

/** The geometries of a GeoJSON text; what is neither features nor a feature is taken for a geometry. */
function geometriesIn(json: unknown): unknown[] {
  if (typeof json !== 'object' || json === null) return [json];
  if (
    'features' in json &&
    Array.isArray(json.features) &&
    'type' in json &&
    json.type === 'FeatureCollection'
  ) {
    return json.features.flatMap(geometriesIn);
  }
  if ('type' in json && json.type === 'Feature') return ['geometry' in json ? json.geometry : null];
  return [json];
}
