import assert from 'node:assert/strict';
import test from 'node:test';
import { attachmentSensitivity } from './attachment.ts';
import { builtIn } from './kinds.ts';

const of = (...names: string[]) => attachmentSensitivity(names.map((n) => builtIn.kinds.get(n)));

test('a photo that comes with a victim or an accident is personal, also beside something that is not', () => {
  assert.equal(of('victim'), 'personal');
  assert.equal(of('hazardous-area', 'accident'), 'personal');
  assert.equal(of('find'), 'restricted');
  assert.equal(of(), 'restricted');
});
