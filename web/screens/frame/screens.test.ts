import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayOpen, screens } from './screens.ts';

test('a visitor may open what shows the record and nothing that writes to it', () => {
  const open = screens.filter((s) => mayOpen(s, new Set())).map((s) => s.id);
  for (const id of ['today', 'report', 'reading', 'import', 'reconcile', 'settings'] as const)
    assert.ok(!open.includes(id), id);
  for (const id of ['item', 'place', 'dashboards', 'treaties'] as const) assert.ok(open.includes(id), id);
});

test('whoever may report and rule may open every screen', () => {
  assert.ok(screens.every((s) => mayOpen(s, new Set(['report', 'rule']))));
});
