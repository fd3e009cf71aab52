import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as domain from '@tilth/domain/report/id';
import fc from 'fast-check';
import { deriveId, keyedDigest } from './keyed.ts';

test('ids and digests are the same as the domain derives them, for every secret and text', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 0, maxLength: 100 }),
      fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer()), { maxLength: 6 }),
      (secret, parts) => {
        assert.equal(keyedDigest(secret, parts), domain.keyedDigest(secret, parts));
        assert.equal(deriveId(secret, parts), domain.deriveId(secret, parts));
      },
    ),
    { numRuns: 1000 },
  );
});
