import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { drawnKinds } from '@tilth/domain/record/drawn';
import fc from 'fast-check';
import type { Base } from './base-layers.ts';
import { noGraticule } from './graticule.ts';
import { dark, light } from './palette.ts';
import { groundSources, makeStyle, type Wish } from './style.ts';

const switches = [
  'cancelled',
  'reduced',
  'cleared',
  'accident',
  'find',
  'hazard-report',
  'evidence-point',
  'survey-result',
  'place',
  'reported',
];

const picture: Base = {
  tiles: 'https://tiles.example.org/{z}/{x}/{y}.png',
  type: 'raster',
  attribution: 'Somebody',
  minzoom: 0,
  maxzoom: 18,
  layers: [],
};

const wishes: fc.Arbitrary<Wish> = fc
  .record({
    hidden: fc.subarray([...switches, 'hazardous-area', 'sha', 'cha']),
    kinds: fc.subarray([...drawnKinds, 'team'] as string[]),
    palette: fc.constantFrom(light, dark),
    listed: fc.constantFrom(null, 'activity', 'accident', 'team'),
    also: fc.subarray(['activity', 'task', 'quality-visit']),
    base: fc.constantFrom<Base | null>(null, picture, {
      ...picture,
      type: 'vector',
      layers: ['roads', 'water'],
    }),
    at: fc.constantFrom(null, '2024-02-29'),
    known: fc.constantFrom(null, '12', '2024-02-29T12:00:00.000Z'),
  })
  .map(({ hidden, kinds, also, ...rest }) => ({
    origin: 'http://127.0.0.1:7171',
    programme: 'p',
    chosen: { type: 'Point', coordinates: [1, 2] },
    centre: [1, 2],
    proposed: [],
    graticule: noGraticule,
    names: [{ name: 'Here', from: 5, at: [1, 2] }],
    hidden: new Set(hidden),
    also: new Set(also),
    kinds: new Set([...kinds, 'hazardous-area']),
    ...rest,
  }));

const sourceOf = (layer: object) => ('source' in layer ? layer.source : null);

test('every map that can be asked for is one MapLibre takes', () => {
  fc.assert(
    fc.property(wishes, (wish) => assert.deepEqual(validateStyleMin(makeStyle(wish)), [])),
    { numRuns: 100 },
  );
});

test('no switch takes a hazard off the map or changes how it is drawn', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const hazards = (w: Wish) => makeStyle(w).layers.filter((l) => sourceOf(l) === 'hazardous-area');
      assert.ok(hazards(wish).length > 0);
      assert.deepEqual(hazards(wish), hazards({ ...wish, hidden: new Set() }));
    }),
    { numRuns: 200 },
  );
});

test('the badge of a dispute hides no hazard, however small: it stands beside it', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const badges = makeStyle(wish).layers.filter((l) => l.id.startsWith('hazard-badges-'));
      assert.equal(badges.length, 4);
      for (const layer of badges) {
        assert.ok(layer.type === 'symbol');
        const offset = layer.layout?.['icon-offset'];
        assert.ok(Array.isArray(offset));
        const [x, y] = offset.map(Number);
        // a badge and the sign of a position are discs of ten units, and signs are drawn up to a quarter larger
        assert.ok(Math.hypot(x ?? 0, y ?? 0) >= 10 + 10 * 1.25, layer.id);
      }
    }),
    { numRuns: 50 },
  );
});

test('a pin stands over everything with its coordinates, and is no item to click on', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const style = makeStyle({ ...wish, pin: { at: [15.5, 44], label: '33 north 540000 4872000' } });
      assert.deepEqual(validateStyleMin(style), []);
      assert.equal(sourceOf(style.layers.at(-1) ?? {}), 'pin');
      const source = style.sources.pin;
      assert.ok(source?.type === 'geojson' && JSON.stringify(source.data).includes('33 north 540000'));
      assert.ok(groundSources.has('pin'));
    }),
    { numRuns: 20 },
  );
});

test('hazards lie above released land and above every point drawn from afar', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const layers = makeStyle(wish).layers;
      const first = layers.findIndex((l) => sourceOf(l) === 'hazardous-area');
      const below = layers.flatMap((l, i) =>
        sourceOf(l) === 'released-land' || l.id.endsWith('-dot') ? [[l.id, i]] : [],
      );
      for (const [id, i] of below) if (id !== 'hazard-dot') assert.ok(Number(i) < first, String(id));
    }),
    { numRuns: 200 },
  );
});

test('nothing is fetched from elsewhere, and every tile is asked for under the two times shown', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const style = makeStyle(wish);
      assert.equal(style.glyphs, undefined);
      assert.equal(style.sprite, undefined);
      for (const [name, source] of Object.entries(style.sources)) {
        if (source.type !== 'vector' || name === 'base') continue;
        const url = new URL(String(source.tiles?.[0]));
        assert.equal(url.origin, wish.origin);
        assert.equal(url.searchParams.get('at'), wish.at);
        assert.equal(url.searchParams.get('known'), wish.known);
      }
    }),
    { numRuns: 200 },
  );
});

test('hazards are never gathered, and no work or point is drawn over them from afar', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const style = makeStyle(wish);
      assert.equal(style.sources['hazardous-area-gathered'], undefined);
      const hazard = style.sources['hazardous-area'];
      assert.ok(hazard?.type === 'vector' && hazard.minzoom === 0);
      assert.equal(new URL(String(hazard.tiles?.[0])).searchParams.get('cluster'), null);
      const first = style.layers.findIndex((l) => sourceOf(l) === 'hazardous-area');
      for (const [i, layer] of style.layers.entries()) {
        const source = String(sourceOf(layer));
        const covers = layer.type !== 'symbol';
        if (
          (source.endsWith('-gathered') && covers) ||
          ['activity', 'task', 'base', 'survey-result'].includes(source)
        )
          assert.ok(i < first, layer.id);
      }
    }),
    { numRuns: 200 },
  );
});

test('land without a survey on record is textured whatever is switched off', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const layers = makeStyle(wish).layers.map((l) => l.id);
      const survey = layers.indexOf('survey-ground');
      for (const layer of makeStyle(wish).layers)
        if (layer.type === 'fill' && layer.source === 'survey-result')
          assert.ok(
            JSON.stringify(layer.filter).includes('["==",["get","standing"],"live"]'),
            'only an accepted survey covers it',
          );
      assert.ok(layers.includes('unsurveyed'));
      assert.ok(survey < 0 || survey > layers.indexOf('unsurveyed'));
    }),
  );
});

test('no colour of the map is green: green would say safe', () => {
  for (const palette of [light, dark])
    for (const [name, colour] of Object.entries(palette)) {
      const [r = 0, g = 0, b = 0] = (/^#(..)(..)(..)$/.exec(colour)?.slice(1) ?? []).map((h) =>
        Number.parseInt(h, 16),
      );
      assert.ok(!(g > r + 25 && g > b + 25), `${palette.name} ${name} ${colour}`);
    }
});
