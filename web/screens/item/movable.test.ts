import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '@tilth/domain/report/entry';
import type { ItemView, PropertyView, Shown } from '@tilth/domain/report/view';
import type { Received } from '../../ask/answers.ts';
import { movable } from './movable.ts';

const report = (id: string): Report => ({
  type: 'report',
  id,
  programme: 'p',
  form: 'f',
  form_version: '1',
  date: '2026-01-01',
  when: { from: null, to: '2026-01-01' },
  by: 'b',
  written: '2026-01-01T00:00:00.000Z',
  source: { name: 's' },
  items: [{ id: 'i', kind: 'accident' }],
  claims: [],
});
const received = (id: string, number: number): Received => ({
  ref: { id, digest: id },
  number,
  instant: '2026-01-01T00:00:00.000Z',
  entry: report(id),
});
const shown = (id: string, n: number): Shown => ({
  claim: { report: id, n },
  value: { type: 'yesno', yes: true },
  when: { from: null, to: '2026-01-01' },
  voice: 'v',
  source: 's',
  standing: 'live',
});
const property = (more: Partial<PropertyView>): PropertyView => ({
  property: 'a',
  definition: '',
  value: null,
  state: 'settled',
  claim: null,
  remaining: [],
  earlier: [],
  ...more,
});
const view = (...properties: readonly PropertyView[]): ItemView => ({
  id: 'i',
  kind: 'accident',
  joined: ['i'],
  standing: 'live',
  disputed: false,
  contested: [],
  properties,
  reports: [],
});

test('what can be moved are the claims that speak of the record now, of its reports alone, the last first', () => {
  const v = view(
    property({ claim: { report: 'one', n: 2 }, remaining: [shown('two', 0)], earlier: [shown('one', 0)] }),
    property({ claim: { report: 'one', n: 2 } }),
  );
  const found = movable(v, [received('one', 1), received('two', 2), received('other', 3)]);
  assert.deepEqual(
    found.map((m) => [m.report.id, m.claims]),
    [
      ['two', [0]],
      ['one', [0, 2]],
    ],
  );
});
