import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isProblem, problem, Refusal } from './problem.ts';

test('a problem is told from any other value', () => {
  assert.ok(isProblem(problem('report-empty')));
  for (const other of [null, undefined, 'report-empty', { code: 'report-empty' }, []])
    assert.ok(!isProblem(other));
});

test('a refusal carries its problem and shows no fact in its message', () => {
  const refusal = new Refusal(problem('kind-unknown', { kind: 'tank' }));
  assert.deepEqual(refusal.problem, { code: 'kind-unknown', facts: { kind: 'tank' } });
  assert.equal(refusal.message, 'kind-unknown');
});
