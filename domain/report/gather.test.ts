import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, live, name, only } from './folded.testing.ts';
import { gather } from './gather.ts';
import { approve, decide, item, report, text } from './worlds.testing.ts';

test('one id with two contents: neither counts until a person settles which', () => {
  const a = report({ id: item(900) }, name('Hill'));
  const b = report({ id: item(900) }, name('Dale'));
  const log = [...live(a), b, approve(b)];
  assert.equal(only(log, 'name').state, 'pending');
  assert.deepEqual(fold(log)[0]?.contested, [`id/${item(900)}`]);
  const settle = decide({ act: 'settle-id', entry: item(900), takes: b.ref.digest });
  const p = only([...log, settle], 'name');
  assert.deepEqual([p.value, p.state], [text('Dale'), 'settled']);
});

test('a decision about a report that has not arrived waits for it, and harms nothing', () => {
  const r = report({}, name('Hill'));
  assert.deepEqual(fold([approve(r)]), []);
  assert.equal(only([approve(r), r], 'name').state, 'settled');
});

test('a settling decision whose own id is reused settles nothing', () => {
  const a = report({ id: item(900) }, name('Hill'));
  const b = report({ id: item(900) }, name('Dale'));
  const settle = (takes: string) => decide({ act: 'settle-id', entry: item(900), takes }, { id: item(901) });
  const log = [...live(a, b), settle(a.ref.digest)];
  assert.deepEqual(only(log, 'name').value, text('Hill'));
  assert.equal(only([...log, settle(b.ref.digest)], 'name').state, 'pending');
  assert.equal(gather([...log, ...log]).reports.length, 2);
});
