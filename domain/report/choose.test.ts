/** Choices between claims that disagree (design, *latest*). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, live, name, only, says } from './folded.testing.ts';
import type { Named } from './mentions.ts';
import { decide, item, text } from './worlds.testing.ts';

test('a choice settles a dispute while its author saw all that remain, and lapses when a new word comes', () => {
  const a = says('north', '2020-01-01', name('Hill'));
  const b = says('south', '2020-01-01', name('Dale'));
  const choose = decide({
    act: 'choose',
    item: item(1),
    property: 'name',
    definition: '',
    saw: [a, b].map((r) => ({ report: r.ref.id, n: 0 })),
    takes: { report: a.ref.id, n: 0 },
  });
  const chosen = only([...live(a, b), choose], 'name');
  assert.equal(chosen.state, 'chosen');
  assert.deepEqual(chosen.value, text('Hill'));
  assert.equal(chosen.remaining.length, 1);
  const c = says('third', '2020-01-01', name('Vale'));
  const lapsed = only([...live(a, b, c), choose], 'name');
  assert.equal(lapsed.state, 'disputed');
  assert.equal(lapsed.lapsed, choose.ref.id);
});

test('two choices made apart that differ leave the property disputed; one made after the other counts', () => {
  const a = says('north', '2020-01-01', name('Hill'));
  const b = says('south', '2020-01-01', name('Dale'));
  const saw = [a, b].map((r) => ({ report: r.ref.id, n: 0 }));
  const choose = (takes: Named, after: readonly Named[] = []) =>
    decide(
      {
        act: 'choose',
        item: item(1),
        property: 'name',
        definition: '',
        saw,
        takes: { report: takes.ref.id, n: 0 },
      },
      { after: after.map((d) => d.ref) },
    );
  const first = choose(a);
  const apart = fold([...live(a, b), first, choose(b)])[0];
  assert.equal(apart?.properties.find((p) => p.property === 'name')?.state, 'disputed');
  assert.deepEqual(apart?.contested, [`choice/${item(1)}/name/`]);
  const after = only([...live(a, b), first, choose(b, [first])], 'name');
  assert.deepEqual([after.state, after.value], ['chosen', text('Dale')]);
});
