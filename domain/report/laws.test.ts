/** The laws of the record (design §2) over random logs. Each law names what its failure would mean for a reader. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import initGeosJs from 'geos-wasm';
import { overlayOf } from '../geometry/geos.ts';
import { canonical } from './canonical.ts';
import type { Decision, Id } from './entry.ts';
import { foldItems } from './fold.ts';
import { closureOf, mentionsOf, type Named, touchedBy } from './mentions.ts';
import { anyDay, order, shuffled } from './random-order.testing.ts';
import { worlds } from './random-worlds.testing.ts';
import { registersOf } from './registers.ts';
import { squares } from './squares.testing.ts';
import type { ItemView } from './view.ts';
import { decide, model } from './worlds.testing.ts';

const geos = overlayOf(await initGeosJs());
const runs = { numRuns: 1000 };

const fold = (log: readonly Named[], at: string | null = null): readonly ItemView[] =>
  foldItems(log, 'all', at, model, squares);
const bytes = (log: readonly Named[], at: string | null = null): string => canonical(fold(log, at));
function freeze<T>(x: T): T {
  if (typeof x === 'object' && x !== null && !Object.isFrozen(x)) {
    Object.freeze(x);
    Object.values(x).forEach(freeze);
  }
  return x;
}

test('law 2: entries in any order, and any number of times, give the same view', () => {
  fc.assert(
    fc.property(worlds(), order, order, anyDay, (log, first, second, at) => {
      const twice = [...shuffled(log, first), ...shuffled(log, second).slice(0, 5)];
      assert.equal(bytes(twice, at), bytes(log, at));
    }),
    runs,
  );
});

test('law 2: two offices that exchange their logs see the same', () => {
  fc.assert(
    fc.property(worlds(), order, (log, order) => {
      const north = log.filter((_, i) => (order[i % order.length] ?? 0) % 3 !== 0);
      const south = log.filter((_, i) => (order[i % order.length] ?? 0) % 3 !== 1);
      assert.equal(bytes([...north, ...south]), bytes([...south, ...north]));
      assert.equal(bytes([...north, ...south]), bytes(log));
    }),
    runs,
  );
});

/** A store in memory that folds only what an entry touches, as the real one does. */
async function oneByOne(log: readonly Named[]): Promise<string> {
  const held: Named[] = [];
  const index = new Map<Id, Named[]>();
  const load = async (ids: readonly Id[]): Promise<Named[]> => ids.flatMap((id) => index.get(id) ?? []);
  const views = new Map<Id, ItemView>();
  for (const entry of log) {
    held.push(entry);
    for (const id of mentionsOf(entry.entry)) index.set(id, [...(index.get(id) ?? []), entry]);
    const touched = await touchedBy([entry], load);
    const { items, entries } = await closureOf(touched, load);
    for (const item of items) views.delete(item);
    for (const view of foldItems(entries, items, null, model, squares)) views.set(view.id, view);
  }
  return canonical([...views.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
}

test('law 2: folding what each entry touches, one by one, ends where folding all at once does', async () => {
  await fc.assert(
    fc.asyncProperty(worlds(), order, async (log, order) => {
      assert.equal(await oneByOne(shuffled(log, order)), bytes(log));
    }),
    runs,
  );
});

test('law 2 holds to the byte with the geometry engine that is used, too', () => {
  const seen = (log: readonly Named[]): string => canonical(foldItems(log, 'all', null, model, geos));
  fc.assert(
    fc.property(worlds(), order, (log, order) => {
      assert.equal(seen(shuffled(log, order)), seen(log));
    }),
    { numRuns: 60 },
  );
});

test('law 3: what was known earlier folds the same after more arrived, and the fold changes no entry', () => {
  fc.assert(
    fc.property(worlds(), fc.nat({ max: 16 }), anyDay, (log, n, at) => {
      freeze(log);
      const before = bytes(log.slice(0, n), at);
      fold(log, at);
      assert.equal(bytes(log.slice(0, n), at), before);
    }),
    runs,
  );
});

test('law 3: a view as of a day knows nothing that begins after it; a day after all of it is today', () => {
  fc.assert(
    fc.property(worlds(), (log) => {
      for (const view of fold(log, '2015-01-01'))
        for (const p of view.properties)
          for (const shown of [...p.remaining, ...p.earlier])
            assert.ok(shown.when.from === null || shown.when.from <= '2015-01-01');
      assert.equal(bytes(log, '2999-12-31'), bytes(log));
    }),
    runs,
  );
});

/** The registers a decision sets, when nothing else in the log sets them. */
function fresh(log: readonly Named[], d: Decision): boolean {
  const set = new Set(registersOf(d));
  return !log.some(
    (n) => n.ref.id !== d.id && n.entry.type === 'decision' && registersOf(n.entry).some((r) => set.has(r)),
  );
}

/** Land reported on an accident and moved to a hazard keeps drawn there when the move is undone: law 6 goes before. */
function movesLandOntoHazard(log: readonly Named[], d: Decision): boolean {
  if (d.act !== 'retarget' && d.act !== 'split') return false;
  return log.some(
    ({ entry }) =>
      entry.type === 'report' &&
      d.moves.some((m) => m.report.id === entry.id) &&
      entry.claims.some((c) => c.property === 'outline' && entry.items[c.on]?.kind === 'accident'),
  );
}

test('law 11: withdrawing a decision gives back the view there was before it, exactly', () => {
  fc.assert(
    fc.property(worlds(), (log) => {
      for (const n of log) {
        const d = n.entry;
        if (d.type !== 'decision' || d.act === 'withdraw' || !fresh(log, d)) continue;
        if (movesLandOntoHazard(log, d)) continue;
        if (log.some((o) => o !== n && o.ref.id === d.id)) continue;
        const without = log.filter((o) => o !== n);
        const undone = decide({ act: 'withdraw', registers: registersOf(d) }, { after: [n.ref] });
        assert.equal(bytes([...log, undone]), bytes(without));
      }
    }),
    runs,
  );
});

test('law 11: un-merging gives back the two items as they were', () => {
  fc.assert(
    fc.property(worlds(), fc.nat({ max: 3 }), fc.nat({ max: 3 }), (log, a, b) => {
      const pairs = [
        [
          `${'1'.padEnd(8, '0')}-0000-7000-8000-${(a + 1).toString(16).padStart(12, '0')}`,
          `${'1'.padEnd(8, '0')}-0000-7000-8000-${(b + 1).toString(16).padStart(12, '0')}`,
        ],
      ] as const;
      const others = log.filter(
        (n) => n.entry.type !== 'decision' || !registersOf(n.entry).some((r) => r.startsWith('pair/')),
      );
      const merge = decide({ act: 'merge', pairs });
      const unmerge = decide({ act: 'unmerge', pairs }, { after: [merge.ref] });
      assert.equal(bytes([...others, merge, unmerge]), bytes(others));
    }),
    runs,
  );
});
