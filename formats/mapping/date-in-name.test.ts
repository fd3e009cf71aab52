import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDateOf } from './date-in-name.ts';
import type { Mapping } from './mapping.ts';

const mapping: Mapping = {
  mapping: 1,
  name: 'list',
  version: '1',
  source: { name: 'List', date: '2020', date_in_name: true },
  date: { by: 'report' },
  records: [{ kind: 'treaty-act', properties: { name: { column: 'name' } } }],
};

test('a list tells by its name when it was made', () => {
  const date = (name: string) => withDateOf(mapping, name).source.date;
  assert.equal(date('status_2026-02-03.csv'), '2026-02-03');
  assert.equal(date('2024-01-01 to 2026_02_03.csv'), '2026-02-03');
  assert.equal(date('status-20260203.csv'), '2026-02-03');
  assert.equal(date('status 2026-02.xlsx'), '2026-02');
});

test('a name without a date, or with what is none, leaves what the mapping says', () => {
  for (const name of ['status.csv', 'status_2026-02-30.csv', 'p202602.csv', '120260203.csv', 'list-4.csv'])
    assert.equal(withDateOf(mapping, name).source.date, '2020', name);
});

test('only where the mapping asks for it', () => {
  const { date_in_name: _, ...source } = mapping.source;
  assert.equal(withDateOf({ ...mapping, source }, 'status_2026-02-03.csv').source.date, '2020');
});
