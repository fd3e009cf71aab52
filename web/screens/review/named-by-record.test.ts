import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim, Report } from '@tilth/domain/report/entry';
import { namedByRecord } from './named-by-record.ts';

const kinds = new Map([
  ['hazardous-area', {}],
  ['task', { title: 'task_name' }],
]);
const queued = (id: string, kind: string, ...claims: readonly Claim[]): { report: Report } => ({
  report: {
    type: 'report',
    id: `r-${id}`,
    programme: 'orlia',
    form: kind,
    by: 'p',
    written: '2026-01-02T00:00:00.000Z',
    source: { name: 'Survey team 4' },
    when: { from: '2026-01-01', to: '2026-01-01' },
    date: '2026-01-01',
    items: [{ id, kind }],
    claims,
  },
});
const text = (property: string): Claim => ({ on: 0, property, value: { type: 'text', text: 'x' } });

test('a report that does not name its record is called as the record is; one that does is not asked about', () => {
  const wanted = namedByRecord(
    [
      queued('a', 'hazardous-area', { on: 0, property: 'area', value: { type: 'number', number: 36_000 } }),
      queued('b', 'hazardous-area', text('local_id')),
      queued('c', 'task', text('task_name')),
      queued('d', 'task', text('remark')),
      queued('a', 'hazardous-area', text('remark')),
      queued('e', 'kind-not-for-this-reader'),
    ],
    kinds,
  );
  assert.deepEqual(wanted, [
    { to: ['hazardous-area'], ids: ['a'] },
    { to: ['task'], ids: ['d'] },
  ]);
});
