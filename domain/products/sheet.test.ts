import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical } from '../report/canonical.ts';
import { seeded } from './definition.ts';
import { readSheet, type Sheet } from './sheet.ts';

test('a sheet is read from its bytes as it was written, and other bytes are none', () => {
  const definition = seeded.weekly;
  assert.ok(definition);
  const sheet: Sheet = {
    form: 'tilth-sheet-1',
    definition_id: 'weekly',
    definition,
    rule: null,
    title: 'Weekly situation sheet',
    language: 'en',
    period: { from: '2026-03-02', to: '2026-03-08' },
    programme: 'orlia',
    office: 'office',
    fold: 3,
    at: '2026-03-08',
    known: 12,
    pending: 0,
    invented: false,
    lines: [],
  };
  assert.deepEqual(readSheet(canonical(sheet)), sheet);
  assert.equal(readSheet('{"form":"another"}'), null);
  assert.equal(readSheet('%PDF-1.7'), null);
});
