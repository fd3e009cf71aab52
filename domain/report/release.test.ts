/** What takes land off the hazard map, and what does not (design, law 6). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import { foldItems } from './fold.ts';
import { cleared, drawing, hazard, land, live, type Release, release } from './folded.testing.ts';
import type { Named } from './mentions.ts';
import { rectangle, squares } from './squares.testing.ts';
import { approve, decide, outline, report } from './worlds.testing.ts';

test('an accepted release with its papers takes its land off, and says so', () => {
  const r = release();
  const d = drawing(live(hazard(), r));
  assert.equal(land(d.geometry), '1,0');
  assert.deepEqual(
    d.released.map((x) => [x.method, land(x.geometry), x.by]),
    [['cleared', '0,0', { report: r.ref.id, n: 0 }]],
  );
  assert.equal(d.m2, 1);
});

test('nothing else does: each paper that is missing leaves the land drawn', () => {
  const without = (key: keyof Release): Release => {
    const { [key]: _, ...rest } = cleared;
    return rest as Release;
  };
  const lacking: readonly Named[][] = [
    [release()],
    [
      ...live(
        report(
          { from: '2020-06-01', to: '2021-06-01' },
          { property: 'released', value: without('accepted') },
        ),
      ),
    ],
    [
      ...live(
        report({ from: '2020-06-01', to: '2021-06-01' }, { property: 'released', value: without('process') }),
      ),
    ],
    [
      ...live(
        report(
          { from: '2020-06-01', to: '2021-06-01' },
          { property: 'released', value: without('handed_over') },
        ),
      ),
    ],
    [
      ...live(
        report(
          { from: '2020-06-01', to: '2021-06-01' },
          { property: 'released', value: without('depth_mm') },
        ),
      ),
    ],
    [...live(release({ process: 'ts' }))],
    [...live(release({ method: 'cancelled' }))],
    [...live(release({ method: 'reduced', process: 'nts' }))],
    [...live(release({ handed_over: '2022-01-01' }))],
    [...live(release({}, '2019-01-01', '2021-06-01'))],
    [...live(report({ from: null, to: '2021-06-01' }, { property: 'released', value: cleared }))],
  ].map((l) => [...l]);
  for (const [i, papers] of lacking.entries())
    assert.equal(land(drawing([...live(hazard()), ...papers]).geometry), '0,0 1,0', `case ${i}`);
});

test('cancelled needs non-technical survey, reduced technical survey: with them they count', () => {
  for (const [method, process] of [
    ['cancelled', 'nts'],
    ['reduced', 'ts'],
  ] as const)
    assert.equal(land(drawing(live(hazard(), release({ method, process }))).geometry), '1,0');
});

test('a release that is withdrawn or contested gives the land back', () => {
  const r = release();
  const yes = approve(r);
  const no = decide({ act: 'reject', reports: [r.ref], step: 'review' });
  assert.equal(land(drawing([...live(hazard()), r, yes]).geometry), '1,0');
  assert.equal(land(drawing([...live(hazard()), r, yes, no]).geometry), '0,0 1,0');
});

test('an undated hazard counts as late as its report: a release begun before that does not take it', () => {
  const undated = report({ from: null, to: '2020-07-01' }, outline(0, 0, 2));
  assert.equal(land(drawing(live(undated, release())).geometry), '0,0 1,0');
  const named = release({ outlines: [{ report: undated.ref.id, n: 0 }] });
  assert.equal(land(drawing(live(undated, named)).geometry), '1,0');
});

test('a release that names an outline by an id with two digests takes neither: nobody can tell which was meant', () => {
  const one = report({ date: '2021-01-01', from: '2020-08-01' }, outline(0, 0, 2));
  const other = report({ id: one.ref.id, date: '2021-01-01', from: '2020-08-01' }, outline(0, 0, 3));
  const named = release({ outlines: [{ report: one.ref.id, n: 0 }] });
  assert.equal(land(drawing(live(one, named)).geometry), '1,0');
  assert.equal(land(drawing([...live(one, named), other]).geometry), '0,0 1,0 2,0');
  const settled = decide({ act: 'settle-id', entry: one.ref.id, takes: one.ref.digest });
  assert.equal(land(drawing([...live(one, named), other, settled]).geometry), '0,0 1,0 2,0');
});

test('released land is drawn only once it is accepted', () => {
  const kind = 'released-land';
  const place = report(
    { kind, date: '2021-01-01' },
    { property: 'land', value: { type: 'geometry', geometry: rectangle(0, 0) } },
    { property: 'method', value: { type: 'code', code: 'cleared' } },
  );
  const accepted = report(
    { kind, date: '2021-02-01' },
    { property: 'acceptance', value: { type: 'code', code: 'inspection-passed' } },
  );
  const drawn = (log: readonly Named[], at: string | null = null) =>
    foldItems(log, 'all', at, builtIn, squares)[0]?.drawing?.geometry ?? null;
  assert.equal(drawn(live(place)), null);
  assert.equal(drawn([...live(place), accepted]), null);
  assert.equal(land(drawn(live(place, accepted))), '0,0');
  assert.equal(drawn(live(place, accepted), '2021-01-15'), null);
});
