import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROPERTY_NAME } from '@tilth/domain/record/own-property';
import fc from 'fast-check';
import { freeName, nameFrom } from './own-name.ts';

test('a label becomes a name that a programme’s property may have', () => {
  assert.equal(nameFrom('Alarm level', '_', 'own'), 'alarm_level');
  assert.equal(nameFrom('Niveau d’alerte (été)', '_', 'own'), 'niveau_d_alerte_ete');
  assert.equal(nameFrom('2nd visit', '_', 'own'), 'nd_visit');
  assert.equal(nameFrom('مستوى', '_', 'own'), 'own');
  assert.equal(nameFrom('Very high!', '-', 'own'), 'very-high');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (label) => PROPERTY_NAME.test(nameFrom(label, '_', 'own'))),
  );
});

test('a name that is taken gets a number', () => {
  const taken = new Set(['size', 'size_2']);
  assert.equal(
    freeName('size', '_', (n) => taken.has(n)),
    'size_3',
  );
  assert.equal(
    freeName('depth', '_', (n) => taken.has(n)),
    'depth',
  );
});
