/** Law 6 over random logs (design §2): what is drawn as hazard never shrinks but by an accepted release or a void. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import initGeosJs from 'geos-wasm';
import { overlayOf } from '../geometry/geos.ts';
import type { Area } from '../geometry/overlay.ts';
import type { Entry, Geometry } from './entry.ts';
import { foldItems } from './fold.ts';
import { cleared, fold, live } from './folded.testing.ts';
import type { Named } from './mentions.ts';
import { anyDay, order, shuffled } from './random-order.testing.ts';
import { accuracyAt, worlds } from './random-worlds.testing.ts';
import { rectangle, squares, squaresOf } from './squares.testing.ts';
import type { ItemView } from './view.ts';
import { item, model, report } from './worlds.testing.ts';

const geos = overlayOf(await initGeosJs());
const runs = { numRuns: 1000 };
/** Bare points and lines hold no land: they are left to the tests over squares. */
const landOf = (g: Geometry | null): Area => (g?.type === 'Polygon' || g?.type === 'MultiPolygon' ? g : null);

test('law 6 holds with the geometry engine that is used, to a square metre', () => {
  const union = (log: readonly Named[]): Area =>
    geos.union(
      foldItems(log, 'all', null, model, geos)
        .filter((v) => model.kinds.get(v.kind)?.drawing === 'hazard')
        .map((v) => landOf(v.drawing?.geometry ?? null)),
    );
  fc.assert(
    fc.property(worlds({ takesOut: false }), order, (written, order) => {
      const log = shuffled(written, order);
      let before: Area = null;
      for (let n = 1; n <= log.length; n++) {
        const now = union(log.slice(0, n));
        assert.ok(geos.area(geos.difference(before, now)) < 1, `land vanished with entry ${n}`);
        before = now;
      }
    }),
    { numRuns: 30 },
  );
});

const drawnHazard = (views: readonly ItemView[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  for (const v of views)
    if (model.kinds.get(v.kind)?.drawing === 'hazard')
      for (const s of standsFor(v.drawing?.geometry ?? null)) seen.add(s);
  return seen;
};

/** A point alone says that the hazard is somewhere within its accuracy; beside land it is drawn as all of that. */
function standsFor(g: Geometry | null): ReadonlySet<string> {
  const points = g?.type === 'Point' ? [g.coordinates] : g?.type === 'MultiPoint' ? g.coordinates : null;
  if (points === null) return squaresOf(g);
  const discs = points.map((coordinates) =>
    squares.asArea({ type: 'Point', coordinates }, accuracyAt(coordinates) ?? 1),
  );
  return squaresOf(squares.union(discs));
}

test('law 6: without an accepted release or a void the drawn hazard never shrinks as entries are added', () => {
  fc.assert(
    fc.property(worlds({ takesOut: false }), order, anyDay, (written, order, at) => {
      const log = shuffled(written, order);
      let before: ReadonlySet<string> = new Set();
      for (let n = 1; n <= log.length; n++) {
        const now = drawnHazard(fold(log.slice(0, n), at));
        for (const s of before) assert.ok(now.has(s), `square ${s} vanished with entry ${n}`);
        before = now;
      }
    }),
    runs,
  );
});

/**
 * Neither a release nor a void, nor a decision that may make a release count, move it, or move land back to where it was
 * released (law 11: that gives back what was before).
 */
function neverTakesOff({ entry }: Named, log: readonly Named[]): boolean {
  if (log.some((o) => o.ref.id === entry.id && o.entry !== entry)) return false;
  if (entry.type === 'report') return entry.claims.every((c) => c.value.type !== 'release');
  if (entry.type !== 'decision') return true;
  const about = aboutReports(entry);
  const moves = 'moves' in entry;
  if (entry.act === 'approve' || moves)
    return log.every(
      (o) =>
        o.entry === entry ||
        (o.entry.type === 'report'
          ? !about.includes(o.ref.id) || neverTakesOff(o, [])
          : !moves || !aboutReports(o.entry).some((id) => about.includes(id) && 'moves' in o.entry)),
    );
  return ['return', 'reject', 'merge', 'unmerge', 'choose', 'lower'].includes(entry.act);
}

function aboutReports(entry: Entry): readonly string[] {
  if (entry.type !== 'decision') return [];
  if (entry.act === 'approve') return entry.reports.map((r) => r.id);
  return 'moves' in entry ? entry.moves.map((m) => m.report.id) : [];
}

/** All land of the first four items cleared of mines to 150 mm, with its papers, after everything else. */
const clearedOfMines = live(
  ...[1, 2, 3, 4].map((n) =>
    report(
      { item: item(n), from: '2023-01-01', to: '2023-06-01' },
      {
        property: 'released',
        value: {
          ...cleared,
          land: rectangle(0, 0, 7, 7),
          depth_mm: 150,
          handed_over: '2023-06-01',
          categories: ['mine'],
        },
      },
    ),
  ),
);

test('law 6: beside accepted releases, no report and no decision but of release or void shrinks the drawn hazard', () => {
  fc.assert(
    fc.property(worlds(), order, anyDay, (written, order, at) => {
      const log = shuffled([...written, ...clearedOfMines], order);
      for (const [n, last] of log.entries()) {
        if (!neverTakesOff(last, log)) continue;
        const now = drawnHazard(fold(log.slice(0, n + 1), at));
        for (const s of drawnHazard(fold(log.slice(0, n), at)))
          assert.ok(now.has(s), `square ${s} vanished with entry ${n}`);
      }
    }),
    runs,
  );
});

test('law 6: every drawn square is held up, reported, or marked as no longer supported', () => {
  fc.assert(
    fc.property(worlds(), (log) => {
      for (const { drawing } of fold(log)) {
        if (!drawing) continue;
        const drawn = squaresOf(drawing.geometry);
        const reported = squaresOf(drawing.reported);
        const unsupported = squaresOf(drawing.unsupported);
        for (const s of [...reported, ...unsupported]) assert.ok(drawn.has(s));
        // two lines may cross: only land is told apart square by square
        if (/Polygon/.test(drawing.geometry?.type ?? ''))
          for (const s of reported) assert.ok(!unsupported.has(s));
        for (const r of drawing.released) for (const s of squaresOf(r.geometry)) assert.ok(!drawn.has(s));
      }
    }),
    runs,
  );
});
