/** What is drawn of a hazardous area (design, law 6). One square stands for one piece of land. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import initGeosJs from 'geos-wasm';
import { overlayOf } from '../geometry/geos.ts';
import type { Geometry } from './entry.ts';
import { foldItems } from './fold.ts';
import { cleared, drawing, fold, hazard, land, live, release } from './folded.testing.ts';
import type { Named } from './mentions.ts';
import { decide, model, outline, report } from './worlds.testing.ts';

const geos = overlayOf(await initGeosJs());
const drawnBy = (log: readonly Named[]) => foldItems(log, 'all', null, model, geos)[0]?.drawing;
const m2 = (log: readonly Named[]) => drawnBy(log)?.m2 ?? null;
/** A square of about 111 m for each thousandth of a degree, at 10° east on the equator. */
const square = (east: number, north: number, side: number): Geometry => {
  const [x, y] = [10 + east, north];
  const ring = [[x, y] as const, [x + side, y] as const, [x + side, y + side] as const];
  return { type: 'Polygon', coordinates: [[...ring, [x, y + side], [x, y]]] };
};
const drawnAs = (geometry: Geometry, date: string, accuracy?: number) =>
  report(
    { date },
    {
      property: 'outline',
      value: { type: 'geometry', geometry, ...(accuracy !== undefined && { accuracy }) },
    },
  );

test('a reported outline is drawn at once, as reported; approved it is just drawn; rejected it stays, unsupported', () => {
  const r = hazard();
  assert.deepEqual(drawing([r]).reported, drawing([r]).geometry);
  assert.equal(drawing(live(r)).reported, null);
  assert.equal(drawing(live(r)).m2, 2);
  const reject = decide({ act: 'reject', reports: [r.ref], step: 'review' });
  assert.equal(land(drawing([r, reject]).unsupported), '0,0 1,0');
  assert.equal(fold([r, reject])[0]?.standing, 'unsupported');
});

test('land the newest outline leaves out stays drawn, marked as no longer supported', () => {
  const d = drawing(live(hazard(), report({ date: '2021-01-01' }, outline(1, 0, 2))));
  assert.equal(land(d.geometry), '0,0 1,0 2,0');
  assert.equal(land(d.unsupported), '0,0');
  assert.equal(d.m2, 3);
});

test('outlines of two voices at one time are drawn as their union, and disputed', () => {
  const log = live(hazard(), report({ date: '2020-01-01', said: 'south' }, outline(1, 0, 2)));
  assert.equal(land(drawing(log).geometry), '0,0 1,0 2,0');
  assert.equal(drawing(log).unsupported, null);
  assert.equal(fold(log)[0]?.disputed, true);
});

test('a hazard reported again after a release is drawn again, from the report on', () => {
  const again = report({ date: '2022-01-01' }, outline(0, 0));
  const d = drawing([...live(hazard(), release()), again]);
  assert.equal(land(d.geometry), '0,0 1,0');
  assert.equal(land(d.reported), '0,0');
  assert.equal(d.released.length, 0);
});

test('as of a day before the handover the land is drawn', () => {
  const log = live(hazard(), release());
  assert.equal(land(drawing(log, '2020-12-31').geometry), '0,0 1,0');
  assert.equal(land(drawing(log, '2021-06-01').geometry), '1,0');
  assert.deepEqual(fold(log, '2019-12-31'), []);
});

test('a rough new outline, or a mere position, does not wipe out land that lies apart from it', () => {
  const old = drawnAs(square(0, 0, 0.001), '2020-01-01');
  const alone = m2(live(old)) ?? 0;
  const point = drawnAs({ type: 'Point', coordinates: [10.02, 0] }, '2021-01-01', 500);
  assert.ok((m2(live(old, point)) ?? 0) >= alone);
  const elsewhere = drawnAs(square(0.05, 0, 0.02), '2021-01-01', 500);
  assert.ok((m2(live(old, elsewhere)) ?? 0) > alone + (m2(live(elsewhere)) ?? 0) - 0.1);
});

test('a position beside the land leaves it measured in part; one in it, or at a corner of it, does not', () => {
  const field = drawnAs(square(0, 0, 0.001), '2020-01-01');
  const inPart = (x: number, accuracy?: number) =>
    drawnBy(live(field, drawnAs({ type: 'Point', coordinates: [10 + x, 0.001] }, '2020-01-01', accuracy)))
      ?.measured_in_part;
  assert.equal(inPart(0.0005), undefined);
  assert.equal(inPart(0.001), undefined);
  assert.equal(inPart(0.0011), true);
  assert.equal(inPart(0.001, 50), true);
});

test('a strip along the new outline thinner than its accuracy is given up, a wider one stays', () => {
  const old = drawnAs(square(0, 0, 0.001), '2020-01-01');
  const redrawn = (accuracy: number) => drawnAs(square(0.00005, 0, 0.001), '2021-01-01', accuracy);
  const anew = m2(live(redrawn(1))) ?? 0;
  assert.equal(m2(live(old, redrawn(10))), anew);
  assert.ok((m2(live(old, redrawn(1))) ?? 0) > anew + 500);
});

test('however rough a new outline says it is, it gives up no strip wider than ten metres', () => {
  const old = drawnAs(square(0, 0, 0.001), '2020-01-01');
  // 0.0002° on the equator is 22 m
  const rough = drawnAs(square(0.0002, 0, 0.001), '2021-01-01', 500);
  const alone = m2(live(rough)) ?? 0;
  assert.ok((m2(live(old, rough)) ?? 0) > alone + 2_000);
});

test('a release whose rings are at fault takes only what it surely means, however many releases there are', () => {
  const field = drawnAs(square(0, 0, 0.01), '2020-01-01');
  // a hole that runs over the edge of its exterior: readings differ on what is released
  const twice = [square(0, 0, 0.01), square(0.002, 0.002, 0.009)].flatMap((g) =>
    g.type === 'Polygon' ? g.coordinates : [],
  );
  const says = (taken: Geometry) =>
    report(
      { from: '2020-06-01', to: '2021-06-01' },
      { property: 'released', value: { ...cleared, land: taken } },
    );
  const atFault = says({ type: 'Polygon', coordinates: twice });
  const alone = m2(live(field, atFault)) ?? 0;
  assert.ok(alone > 0);
  const small = says(square(0, 0, 0.0001));
  assert.ok((m2(live(field, atFault, small)) ?? 0) > alone - 200);
});
