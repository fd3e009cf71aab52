import assert from 'node:assert/strict';
import { test } from 'node:test';
import { name, only, says } from './folded.testing.ts';
import { decide, text } from './worlds.testing.ts';

test('without a live claim the last that may become live is shown as pending', () => {
  const rejected = says('north', '2021-01-01', name('Vale'));
  const reject = decide({ act: 'reject', reports: [rejected.ref], step: 'review' });
  const p = only(
    [says('north', '2019-01-01', name('Hill')), says('south', '2020-01-01', name('Dale')), rejected, reject],
    'name',
  );
  assert.deepEqual([p.value, p.state, p.earlier.length], [text('Dale'), 'pending', 2]);
  const nothing = only([rejected, reject], 'name');
  assert.deepEqual([nothing.value, nothing.claim, nothing.state], [null, null, 'settled']);
});
