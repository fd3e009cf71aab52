import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retyped } from './draft.ts';
import { readNumber } from './read-number.ts';

test('a number typed in one language stays that number when its precision or unit is given in another', () => {
  const spanish = retyped({ text: '', give: '' }, { text: '12.500' }, 'es');
  const precise = retyped(spanish, { give: '100' }, 'en');
  assert.deepEqual(readNumber(precise, 'm2'), {
    type: 'number',
    number: 12_500,
    precision: 100,
    typed: '12.500',
  });
  assert.equal(readNumber(retyped(spanish, { unit: 'ha' }, 'en'), 'm2')?.number, 125_000_000);
  assert.equal(readNumber(retyped(spanish, { text: '1.250' }, 'en'), 'm2')?.number, 1.25);
  const first = retyped({ text: '', give: '' }, { give: '1.000' }, 'es');
  assert.equal(readNumber(retyped(first, { text: '2' }, 'es'), 'm2')?.precision, 1000);
});
