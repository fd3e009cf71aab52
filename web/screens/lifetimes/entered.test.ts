import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Value } from '@tilth/domain/report/entry';
import type { Saying } from '@tilth/domain/report/sayings';
import fc from 'fast-check';
import { enteredFrom } from './entered.ts';

const quantity = (value: Value, place: Saying['place'] = 'stands'): Saying => ({
  property: 'quantity',
  definition: '',
  state: 'settled',
  place,
  value,
  when: { from: null, to: '2024-11-20' },
  source: 's',
  claim: { report: 'r', n: 0 },
  number: null,
});

test('a number on record stands in before an example does, and what is typed before both', () => {
  const record = [quantity({ type: 'number', number: 500, precision: 20 })];
  assert.deepEqual(enteredFrom({}, []).emplaced, { low: 1000, high: 1000 });
  assert.equal(enteredFrom({}, []).from, 'example');
  assert.deepEqual(enteredFrom({}, record).emplaced, { low: 480, high: 520 });
  assert.equal(enteredFrom({}, record).from, 'record');
  const typed = enteredFrom({ items_low: '10', items_high: '20' }, record);
  assert.deepEqual([typed.emplaced, typed.from], [{ low: 10, high: 20 }, 'entered']);
});

test('several numbers on record: from the lowest to the highest; one without both ends, or not stated, is none', () => {
  const said = enteredFrom({}, [
    quantity({ type: 'number', number: 100 }),
    quantity({ type: 'number', min: 50, max: 80 }, 'beside'),
    quantity({ type: 'number', number: 9 }, 'earlier'),
    quantity({ type: 'number', min: 101 }, 'beside'),
    quantity({ type: 'unknown', why: 'not-stated' }, 'beside'),
  ]);
  assert.deepEqual(said.emplaced, { low: 50, high: 100 });
});

test('what makes no sense is named and nothing is drawn from it', () => {
  assert.deepEqual(enteredFrom({ items_low: '30', items_high: '20' }, []).faults, ['items']);
  assert.deepEqual(enteredFrom({ timer_low: '-1' }, []).faults, ['timer']);
  const figure = enteredFrom({ k: '30', n: '20' }, []);
  assert.deepEqual([figure.figure, figure.faults], [null, ['figure']]);
});

test('whatever stands in the address is read', () => {
  const own = fc.dictionary(
    fc.constantFrom('items_low', 'items_high', 'timer_low', 'trigger_high', 'k', 'n', 'by_day', 'stage'),
    fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom('NaN', 'Infinity', '-1', '1e400')),
  );
  fc.assert(
    fc.property(own, (address) => {
      const { emplaced, figure, byDay, faults } = enteredFrom(address, []);
      if (!faults.includes('items')) assert.ok(emplaced.low >= 0 && emplaced.low <= emplaced.high);
      if (figure !== null) assert.ok(figure.k <= figure.n);
      assert.ok(byDay >= 0 && byDay <= 36_500);
    }),
  );
});
