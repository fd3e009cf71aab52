import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFilter } from '@tilth/domain/filter/read';
import { barsOf, landBars, listBehind, monthsBetween } from './bars.ts';

const year = { from: '2026-01-10', to: '2026-12-31' };

test('a bar opens the list of its month, kind and unit, within the period', () => {
  const line = { figure: 'released', by: 'month+method' };
  const behind = listBehind(line, '2026-01/cleared', year, { pcode: ['OL01'] });
  assert.equal(behind?.kind, 'released-land');
  assert.equal(
    behind?.filter,
    'accepted_on between 2026-01-10 and 2026-01-31 and standing is live and acceptance is one of (inspection-passed, authority-decision) and pcode is OL01 and method is cleared',
  );
  assert.ok(Array.isArray(readFilter(behind.filter)), 'the list understands it');
  const within = listBehind(line, null, year, { pcode: ['OL01', 'OL0101'] });
  assert.match(within?.filter ?? '', /pcode is one of \(OL01, OL0101\)/);
});

test('what is not stated opens the items that say nothing, a stock the items of no period', () => {
  assert.equal(
    listBehind({ figure: 'accidents', by: 'accident_type' }, 'not-stated', year, {})?.filter,
    'occurred between 2026-01-10 and 2026-12-31 and standing is live and accident_type is empty',
  );
  assert.equal(
    listBehind({ figure: 'hazard-outlines', by: 'pcode' }, 'OL01', year, {})?.filter,
    'hazard_status is not closed-papers-not-held and pcode is OL01',
  );
  assert.equal(
    listBehind({ figure: 'casualties', by: 'month+outcome' }, '2026-02/killed', year, {})?.kind,
    'accident',
  );
  assert.equal(listBehind({ figure: 'land-once', by: null }, null, year, {}), null);
});

test('numbers kept back are not drawn, and months without anything are', () => {
  const none = {
    sources: 0,
    pending: 0,
    unknown: 0,
    kept_back: 'small',
    least: 9,
    most: 9,
    value: 9,
  } as const;
  const cells = [
    { key: '2026-01/killed', value: 5, least: 5, most: 5 },
    { key: '2026-02/killed', value: null, least: null, most: null },
  ];
  const bars = barsOf({ ...none, figure: 'casualties', by: 'month+outcome', cells }, (k) => k.toUpperCase());
  assert.deepEqual(
    bars.map((b) => [b.x, b.series, b.value]),
    [['2026-01', 'KILLED', 5]],
  );
  assert.deepEqual(monthsBetween('2025-11-20', '2026-02-01'), ['2025-11', '2025-12', '2026-01', '2026-02']);
});

test('land in dispute keeps its range', () => {
  const same = { least: 0, most: 0 };
  const range = { cha: { least: 10, most: 90 }, sha: { least: 5, most: 5 }, sum: same, once: same };
  assert.deepEqual(
    landBars('2026-01', { cha: 40, sha: 5, range }, { cha: 'C', sha: 'S' }).map((b) => [
      b.key,
      b.value,
      b.least,
      b.most,
    ]),
    [
      ['2026-01/C', 40, 10, 90],
      ['2026-01/S', 5, 5, 5],
    ],
  );
});
