import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signsOf } from './signs.ts';

const hazard = (id: string, more: object = {}) => ({
  source: 'hazardous-area',
  properties: { id, hazard_class: 'sha', standing: 'live', ...more },
});

test('a legend names what is on the sheet, and the texture of unsurveyed land in any case', () => {
  assert.deepEqual(signsOf([], 12), [{ id: 'unsurveyed', items: null }]);
  const found = signsOf(
    [
      hazard('a'),
      hazard('a'),
      hazard('b', { disputed: true }),
      hazard('c', { hazard_class: undefined }),
      hazard('d', { hazard_status: 'closed-papers-not-held' }),
      { source: 'released-land', properties: { id: 'r', method: 'cleared' } },
      { source: 'graticule', properties: {} },
    ],
    12,
  );
  assert.deepEqual(found, [
    { id: 'cha', items: 1 },
    { id: 'sha', items: 2 },
    { id: 'disputed', items: 1 },
    { id: 'papers-not-held', items: 1 },
    { id: 'cleared', items: 1 },
    { id: 'unsurveyed', items: null },
  ]);
});

test('a mark counts for all it stands for, once, whichever layers draw it', () => {
  const mark = {
    source: 'accident-gathered',
    properties: { count: 7, waiting: 1 },
    geometry: { at: [1, 2] },
  };
  const other = { ...mark, geometry: { at: [3, 4] } };
  const found = signsOf([mark, mark, other], 6);
  assert.deepEqual(found.find((s) => s.id === 'accident')?.items, 14);
  assert.equal(found.find((s) => s.id === 'gathered')?.items, null);
});

test('a small hazard seen from afar is not said to be a position only', () => {
  const small = hazard('a', { count: 1 });
  assert.ok(!signsOf([small], 7).some((s) => s.id === 'position'));
  assert.ok(signsOf([small], 13).some((s) => s.id === 'position'));
});
