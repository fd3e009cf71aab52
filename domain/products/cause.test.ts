/** On random logs: letting in what came since, cause by cause, begins at what was known and ends at all of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import initGeosJs from 'geos-wasm';
import { overlayOf } from '../geometry/geos.ts';
import { foldItems } from '../report/fold.ts';
import type { Named } from '../report/mentions.ts';
import { worlds } from '../report/random-worlds.testing.ts';
import type { ItemView } from '../report/view.ts';
import { approve, decide, item, model, number, report } from '../report/worlds.testing.ts';
import { type Cause, Causes, causes } from './cause.ts';
import { difference } from './difference.ts';

const overlay = overlayOf(await initGeosJs());
const at = '2016-01-01';
const fold = (entries: readonly Named[]) => foldItems(entries, 'all', at, model, overlay);

/** A figure that is no sum over items: what is drawn, in whole, with a fine for each dispute. */
const figure = (views: readonly ItemView[]) =>
  views.reduce((all, v) => Math.max(all, v.drawing?.m2 ?? 0) + (v.disputed ? 0.25 : 0) + v.reports.length, 0);

test('the parts add up to the difference, whatever was received since', () => {
  fc.assert(
    fc.property(worlds(), fc.nat({ max: 16 }), (log, some) => {
      const dated = log.map((e, i) => ({ ...e, known: i < some }));
      const sorted = new Causes(dated, at);
      const before = figure(fold(log.slice(0, some)));
      const after: Partial<Record<Cause, number>> = { program: before };
      for (const cause of causes.slice(1)) after[cause] = figure(fold(sorted.upTo(cause)));
      const now = figure(fold(log));
      const { parts, ...ends } = difference(before, after);
      const cents = (n: number) => Math.round(n * 100);
      assert.deepEqual([cents(ends.was), cents(ends.now)], [cents(before), cents(now)]);
      assert.equal(
        parts.reduce((sum, p) => sum + cents(p.by), 0),
        cents(now) - cents(before),
      );
      assert.deepEqual(fold(sorted.upTo('rule')), fold(log));
      assert.deepEqual(fold(sorted.upTo('program')), fold(log.slice(0, some)));
    }),
    { numRuns: 40 },
  );
});

test('an approval of a late report is late, one of a report that waited is an approval, in one decision too', () => {
  const waited = report({ item: item(1), date: '2015-01-01' }, { property: 'mines', value: number(3) });
  const late = report({ item: item(2), date: '2015-02-01' }, { property: 'mines', value: number(4) });
  const both = approve(waited, late);
  const dated = [
    { ...waited, known: true },
    { ...late, known: false },
    { ...both, known: false },
  ];
  const sorted = new Causes(dated, at);
  assert.deepEqual(sorted.of({ ...both, known: false }), ['approval', 'late']);
  const live = (entries: readonly Named[]) =>
    fold(entries)
      .filter((v) => v.standing === 'live')
      .map((v) => v.id);
  assert.deepEqual(live(sorted.upTo('late')), [item(2)]);
  assert.deepEqual(live(sorted.upTo('approval')), [item(1), item(2)]);
});

test('what is dated after the day of the figure came because time passed, what corrects is a correction', () => {
  const first = report({ date: '2015-01-01' }, { property: 'mines', value: number(3) });
  const next = report({ date: '2016-02-01' }, { property: 'mines', value: number(5) });
  const corrected = report(
    { date: '2015-01-02', corrects: [first.ref] },
    { property: 'mines', value: number(2) },
  );
  const undone = decide({ act: 'withdraw', registers: [`standing/${first.ref.id}/review`] });
  const dated = [
    { ...first, known: true },
    ...[next, corrected, undone].map((e) => ({ ...e, known: false })),
  ];
  const sorted = new Causes(dated, at);
  assert.deepEqual(
    dated.map((e) => sorted.of(e)),
    [[], ['time'], ['correction'], ['withdraw']],
  );
});
