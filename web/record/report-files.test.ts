import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '@tilth/domain/report/entry';
import { filesOfReport } from './report-files.ts';

const report: Report = {
  type: 'report',
  id: '01900000-0000-7000-8000-000000000001',
  programme: 'orlia',
  form: 'hazardous-area',
  by: '01900000-0000-7000-8000-000000000009',
  written: '2026-01-02T00:00:00.000Z',
  source: { name: 'Survey team 4' },
  when: { from: '2026-01-01', to: '2026-01-01' },
  date: '2026-01-01',
  items: [
    { id: '01900000-0000-7000-8000-000000000002', kind: 'hazardous-area' },
    { id: '01900000-0000-7000-8000-000000000003', kind: 'find' },
  ],
  claims: [],
  attachments: [
    { on: 0, capture: 'aa' },
    { on: 1, capture: 'bb' },
    { on: 1, capture: 'aa' },
  ],
  capture: 'cc',
};

test('who reviews a report sees the photos of all its records and what it rests on, each once', () => {
  assert.deepEqual(
    filesOfReport(report, 7).map((f) => [f.what, f.digest, f.number]),
    [
      ['attachment', 'aa', 7],
      ['attachment', 'bb', 7],
      ['source', 'cc', 7],
    ],
  );
  const { attachments: _, capture: __, ...bare } = report;
  assert.deepEqual(filesOfReport(bare, 7), []);
});
