import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import { modelOf } from '../record/model.ts';
import type { Rule } from '../report/entry.ts';
import { withPresentRights } from './present-rights.ts';

const id = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

function own(n: number, key: string, sensitivity: string | null, after: readonly number[] = []): Rule {
  return {
    type: 'rule',
    id: id(n),
    programme: 'orlia',
    by: id(999),
    written: '2024-01-01T00:00:00.000Z',
    reason: '',
    after: after.map((a) => ({ id: id(a), digest: '0'.repeat(64) })),
    sets: 'own-property',
    key,
    value: sensitivity && { label: 'L', description: '', type: 'text', fold: 'latest', sensitivity },
  };
}

const levelOf = (model: ReturnType<typeof modelOf>, kind: string, property: string) =>
  model.kinds.get(kind)?.properties[property]?.sensitivity;

test('what was raised since is as secret in the past as it is today', () => {
  const raise = own(1, 'accident.local_id', 'personal');
  const seen = withPresentRights(builtIn, modelOf([raise]));
  assert.equal(levelOf(seen, 'accident', 'local_id'), 'personal');
  assert.equal(levelOf(builtIn, 'accident', 'local_id') === 'personal', false);
});

test('what was lowered since, or is no longer defined, stays as secret as it was then', () => {
  const first = own(1, 'accident.village_head', 'restricted');
  const then = modelOf([first]);
  const lowered = modelOf([first, own(2, 'accident.village_head', 'public', [1])]);
  assert.equal(levelOf(withPresentRights(then, lowered), 'accident', 'village_head'), 'restricted');
  const takenBack = modelOf([first, own(3, 'accident.village_head', null, [1])]);
  assert.equal(levelOf(withPresentRights(then, takenBack), 'accident', 'village_head'), 'restricted');
});
