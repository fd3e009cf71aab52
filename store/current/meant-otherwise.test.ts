import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import { modelOf } from '@tilth/domain/record/model';
import type { Rule } from '@tilth/domain/report/entry';
import { changedProperties } from './meant-otherwise.ts';

const rule = (sets: Rule['sets'], key: string, value: unknown): Rule => ({
  type: 'rule',
  id: '018f0000-0000-7000-8000-000000000001',
  programme: 'p',
  by: '018f0000-0000-7000-8000-000000000002',
  written: '2026-01-01T00:00:00.000Z',
  reason: '',
  after: [],
  sets,
  key,
  value,
});

test('a list that nothing chooses from changes nothing', () => {
  const now = modelOf([rule('own-codes', 'alarm-levels', { codes: { high: 'High' } })]);
  assert.deepEqual([...changedProperties(builtIn, now)], []);
});

test('a code more in a list changes the properties that choose from it, and an own property itself', () => {
  const codes = rule('own-codes', 'hazard-class', { codes: { 'sha-old': { label: 'Old', within: 'sha' } } });
  assert.ok(changedProperties(builtIn, modelOf([codes])).has('hazard_class'));
  const own = rule('own-property', 'accident.dark_night', { label: 'Dark night', type: 'yesno' });
  assert.deepEqual([...changedProperties(builtIn, modelOf([own]))], ['dark_night']);
  assert.deepEqual([...changedProperties(modelOf([own]), builtIn)], ['dark_night']);
});
