import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, hazardClass, live, name, only, says } from './folded.testing.ts';
import { code, decide, item, report } from './worlds.testing.ts';

test('joined items may have a choice each: while they take different claims the property is disputed', () => {
  const a = report({ item: item(1), said: 'north' }, name('Hill'));
  const b = report({ item: item(2), said: 'south' }, name('Dale'));
  const saw = [a, b].map((r) => ({ report: r.ref.id, n: 0 }));
  const choose = (n: number, takes: typeof a) =>
    decide({
      act: 'choose',
      item: item(n),
      property: 'name',
      definition: '',
      saw,
      takes: { report: takes.ref.id, n: 0 },
    });
  const log = [...live(a, b), decide({ act: 'merge', pairs: [[item(1), item(2)]] })];
  assert.equal(only([...log, choose(1, a), choose(2, a)], 'name').state, 'chosen');
  assert.equal(only([...log, choose(1, a), choose(2, b)], 'name').state, 'disputed');
});

test('two decisions made apart that lower to different ends lower nothing until settled', () => {
  const lower = (from: string) =>
    decide({
      act: 'lower',
      item: item(1),
      property: 'hazard_class',
      value: code('sha'),
      when: { from, to: '2023-01-01' },
    });
  const log = live(says('n', '2010-01-01', hazardClass('cha')));
  assert.deepEqual(only([...log, lower('2015-01-01')], 'hazard_class').value, code('sha'));
  const contested = [...log, lower('2015-01-01'), lower('2016-01-01')];
  assert.deepEqual(only(contested, 'hazard_class').value, code('cha'));
  assert.deepEqual(fold(contested)[0]?.contested, [`guard/${item(1)}/hazard_class`]);
});
