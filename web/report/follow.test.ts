import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankDraft, type Draft, sentDraft } from './draft.ts';
import { takesOver } from './follow.ts';

const opened = blankDraft({
  id: '01a00000-0000-7000-8000-000000000001',
  report: '01a00000-0000-7000-8000-000000000002',
  item: '01a00000-0000-7000-8000-000000000003',
  about: false,
  kind: 'hazard-report',
  programme: 'orlia',
  by: '01a00000-0000-7000-8000-000000000004',
  today: '2026-03-04',
  now: '2026-03-04T10:00:00.000Z',
});
const typed = (at: string): Draft => ({
  ...opened,
  head: { ...opened.head, source: `at ${at}` },
  changed: `2026-03-04T10:00:${at}.000Z`,
});

test('what was written in another tab is taken over, and what was written here since is not undone', () => {
  assert.equal(takesOver(opened, typed('05')), true);
  assert.equal(takesOver(typed('05'), typed('09')), true);
  assert.equal(takesOver(typed('09'), typed('05')), false);
  assert.equal(takesOver(typed('05'), typed('05')), false);
});

test('a draft sent or received from another tab is no longer open for changes in this one', () => {
  const digest = 'a'.repeat(64);
  const out = { digest, since: '2026-03-04T10:01:00.000Z', state: 'queued' } as const;
  const sent: Draft = { ...typed('09'), out };
  assert.equal(takesOver(typed('09'), sent), true);
  assert.equal(takesOver(sent, typed('09')), true, 'nor is one taken back still locked');
  const receipt = { number: 12, instant: '2026-03-04T10:02:00.000Z', digest, chain: null };
  assert.equal(takesOver(sent, sentDraft(sent, receipt)), true);
});
