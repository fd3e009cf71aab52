import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { DecisionSchema, DraftSchema } from './api/entry-schema.ts';
import { idOf } from './app.testing.ts';
import { faultIn } from './fault.ts';

const report = {
  type: 'report',
  id: idOf(1),
  programme: 'orlia',
  form: 'f',
  form_version: '1',
  date: '2024-01-01',
  when: { from: null, to: '2024-01-01' },
  by: idOf(2),
  written: '2024-01-01T00:00:00.000Z',
  source: { name: 'office' },
  items: [{ id: idOf(3), kind: 'hazardous-area' }],
};
const withValue = (value: unknown) => ({
  report: { ...report, claims: [{ on: 0, property: 'outline', value }] },
  personal: [],
});
const faultOf = (value: unknown) => faultIn(DraftSchema, withValue(value));

test('what fits has no fault', () => {
  assert.equal(faultOf({ type: 'text', text: 'x' }), null);
});

test('an outline without land is named where it is, and what belongs there', () => {
  const fault = faultOf({ type: 'geometry', geometry: { type: 'MultiPolygon', coordinates: [] } });
  assert.deepEqual(fault, {
    where: '/report/claims/0/value/geometry/coordinates',
    expected: 'not empty; an outline that nobody can read is sent as {"type":"unknown","why":"unreadable"}',
  });
});

test('one wrong coordinate among many is found, in the branch that the value names', () => {
  const ring = [
    [1, 1],
    [2, 1],
    [2, 2],
    [1, 'x'],
  ];
  const fault = faultOf({ type: 'geometry', geometry: { type: 'Polygon', coordinates: [ring] } });
  assert.equal(fault?.where, '/report/claims/0/value/geometry/coordinates/0/3/1');
  assert.match(fault?.expected ?? '', /^number/u);
});

test('a type that is none says which there are, a property that is none which are taken, one that lacks what it is', () => {
  assert.match(faultOf({ type: 'txet', text: 'x' })?.expected ?? '', /text or code or yesno/u);
  assert.match(
    faultOf({ type: 'text', text: 'x', secret: 1 })?.expected ?? '',
    /other properties than type, text/u,
  );
  assert.deepEqual(faultOf({ type: 'text' })?.where, '/report/claims/0/value/text');
  const decision = { type: 'decision', act: 'approve', reports: [], step: 'review' };
  assert.equal(faultIn(DecisionSchema, decision)?.where, '/id');
});

test('a body nested without end is refused before anything reads it by recursion', () => {
  let nested: unknown = 1;
  for (let n = 0; n < 100_000; n++) nested = [nested];
  assert.deepEqual(faultIn(Type.Unknown(), nested), { where: '', expected: 'nested at most 60 deep' });
});

test('a fault never repeats what was sent', () => {
  for (const value of [
    'Secret',
    { type: 'Secret' },
    { type: 'text', Secret: 'Secret' },
    { type: 'geometry', geometry: 'Secret' },
  ])
    assert.equal(JSON.stringify(faultOf(value)).includes('Secret'), false);
});
