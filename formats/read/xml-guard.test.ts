import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '@tilth/domain/problem';
import { xmlGuard } from './xml-guard.ts';

test('a text that does not end is refused, one of tags and texts of any length in all is not', () => {
  const guard = xmlGuard('kml', 100);
  for (let n = 0; n < 50; n++) guard(`<a>${'x'.repeat(60)}`, () => {});
  guard('y'.repeat(30), () => {});
  assert.throws(() => guard('y'.repeat(30), () => {}), Refusal);
  assert.throws(
    () =>
      xmlGuard('kml')('<', () => {
        throw new RangeError('Invalid string length');
      }),
    Refusal,
  );
});
