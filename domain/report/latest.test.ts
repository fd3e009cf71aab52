/** Fold kind *latest* (design, *The fold, precisely*; law 4). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Value } from './entry.ts';
import { fold, live, name, only, says } from './folded.testing.ts';
import { decide, item, number, text } from './worlds.testing.ts';

test('law 4: two voices that speak of the same time and disagree make a dispute, with both shown', () => {
  const log = live(
    says('north', ['2020-01-01', '2020-12-31'], name('Hill')),
    says('south', ['2020-06-01', '2020-12-31'], name('Dale')),
  );
  const p = only(log, 'name');
  assert.equal(p.state, 'disputed');
  assert.deepEqual(p.value, text('Dale'));
  assert.deepEqual(
    p.remaining.map((s) => [s.voice, s.value]),
    [['north', text('Hill')]],
  );
  assert.equal(fold(log)[0]?.disputed, true);
});

test('a later word supersedes an earlier one of another time, and one voice never disputes itself', () => {
  const later = only(
    live(says('north', '2019-01-01', name('Hill')), says('south', '2020-01-01', name('Dale'))),
    'name',
  );
  assert.equal(later.state, 'settled');
  assert.deepEqual(later.value, text('Dale'));
  assert.equal(later.earlier.length, 1);
  const same = only(
    live(says('north', '2020-01-01', name('Hill')), says('north', '2020-01-01', name('Dale'))),
    'name',
  );
  assert.equal(same.state, 'settled');
});

test('another definition is no disagreement', () => {
  const log = live(
    says('north', '2020-01-01', { property: 'mines', value: number(3) }),
    says('south', '2020-01-01', { property: 'mines', value: number(9), definition: 'estimated' }),
  );
  const views = fold(log)[0]?.properties ?? [];
  assert.deepEqual(
    views.map((p) => [p.definition, p.state]),
    [
      ['estimated', 'settled'],
      ['found', 'settled'],
    ],
  );
});

test('an undated word counts as late as its report, so that an earlier dated one does not supersede it', () => {
  const log = live(
    says('north', [null, '2020-06-01'], name('Hill')),
    says('south', '2019-01-01', name('Dale')),
  );
  const p = only(log, 'name');
  assert.deepEqual(p.value, text('Hill'));
  assert.equal(p.state, 'disputed');
});

test('law 4 over random claims: disputed exactly when one that remains beside the last does not meet it', () => {
  const claim = fc.record({
    voice: fc.constantFrom('a', 'b', 'c'),
    from: fc.integer({ min: 1, max: 6 }),
    length: fc.integer({ min: 0, max: 3 }),
    what: fc.constantFrom('x', 'y'),
  });
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 6 }), (claims) => {
      const spans = claims.map((c) => ({
        ...c,
        from: `2020-0${c.from}-01`,
        to: `2020-0${c.from + c.length}-01`,
      }));
      const reports = spans.map((c) => says(c.voice, [c.from, c.to], name(c.what)));
      const order = spans
        .map((c, i) => ({ ...c, id: reports[i]?.ref.id ?? '' }))
        .sort((a, b) => (`${a.to} ${a.from} ${a.id}` < `${b.to} ${b.from} ${b.id}` ? -1 : 1));
      const head = order.at(-1);
      assert.ok(head);
      const rivals = new Map(
        order.filter((c) => c.to >= head.from && c.from <= head.to).map((c) => [c.voice, c]),
      );
      rivals.set(head.voice, head);
      const disputed = [...rivals.values()].some((c) => c.what !== head.what);
      const p = only(live(...reports), 'name');
      assert.equal(p.state, disputed ? 'disputed' : 'settled');
      assert.equal(p.remaining.length, rivals.size - 1);
      assert.equal(p.remaining.length + p.earlier.length + 1, claims.length);
    }),
    { numRuns: 1000 },
  );
});

const unknown = { property: 'name', value: { type: 'unknown' as const, why: 'not-recorded' } };

test('a later word that says nothing hides no known value and disputes none; a person may still choose it', () => {
  const known = says('north', '2019-01-01', name('Hill'));
  const later = says('south', '2021-01-01', unknown);
  const p = only(live(known, later), 'name');
  assert.deepEqual([p.value, p.state], [text('Hill'), 'settled']);
  assert.deepEqual(
    p.remaining.map((s) => s.value.type),
    ['unknown'],
  );
  const own = only(live(known, says('north', '2021-01-01', unknown)), 'name');
  assert.deepEqual([own.value, own.state], [text('Hill'), 'settled']);
  const choice = decide({
    act: 'choose',
    item: item(1),
    property: 'name',
    definition: '',
    saw: [known, later].map((r) => ({ report: r.ref.id, n: 0 })),
    takes: { report: later.ref.id, n: 0 },
  });
  const chosen = only([...live(known, later), choice], 'name');
  assert.deepEqual([chosen.value?.type, chosen.state], ['unknown', 'chosen']);
  const again = only([...live(known, later, says('east', '2022-01-01', name('Dale'))), choice], 'name');
  assert.deepEqual([again.value, again.lapsed], [text('Dale'), choice.ref.id]);
});

test('where nothing is known the last word that it is not known stands', () => {
  const p = only(live(says('north', '2019-01-01', unknown), says('north', '2021-01-01', unknown)), 'name');
  assert.deepEqual([p.value?.type, p.state, p.earlier.length], ['unknown', 'settled', 1]);
});

test('a number without any bound, an empty text and an empty link say nothing either', () => {
  const said = (property: string, before: Value, after: Value) =>
    only(
      live(
        says('north', '2019-01-01', { property, value: before }),
        says('south', '2021-01-01', { property, value: after }),
      ),
      property,
    ).value;
  assert.deepEqual(said('mines', number(4), { type: 'number' }), number(4));
  assert.deepEqual(said('name', text('Hill'), text(' ')), text('Hill'));
  const link: Value = { type: 'link', item: item(9) };
  assert.deepEqual(said('unit', link, { type: 'link' }), link);
});

test('over random claims, words that say nothing change neither value nor state', () => {
  const claim = fc.record({
    voice: fc.constantFrom('a', 'b', 'c'),
    month: fc.integer({ min: 1, max: 9 }),
    what: fc.constantFrom('x', 'y', null),
  });
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 8 }), (claims) => {
      const reports = claims.map((c) =>
        says(c.voice, `2020-0${c.month}-01`, c.what === null ? unknown : name(c.what)),
      );
      const known = reports.filter((_, i) => claims[i]?.what !== null);
      if (known.length === 0) return;
      const [all, without] = [only(live(...reports), 'name'), only(live(...known), 'name')];
      assert.deepEqual([all.value, all.state, all.claim], [without.value, without.state, without.claim]);
    }),
    { numRuns: 1000 },
  );
});
