/** Fold kind *latest* (design, *The fold, precisely*; law 4). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, live, name, only, says } from './folded.testing.ts';
import { number, text } from './worlds.testing.ts';

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
