import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { treatyScope } from '../record/munition-scope.ts';
import { forbiddenTo } from './prohibitions.ts';
import { treatyStatuses } from './status-on.ts';

const apMine = treatyScope('ap-mine', 'victim');
const acts = (...args: Parameters<typeof forbiddenTo>) =>
  forbiddenTo(...args).map((f) => `${f.treaty} ${f.act} ${f.binds}`);

test('a party may not use or transfer anti-personnel mines, and notice of withdrawal changes nothing until it takes effect', () => {
  for (const status of ['in-force', 'withdrawal-notified'] as const) {
    const found = acts({ apmbc: [status] }, apMine);
    assert.ok(found.includes('apmbc use certain'));
    assert.ok(found.includes('apmbc transfer certain'));
  }
  assert.deepEqual(acts({ apmbc: ['withdrawn'] }, apMine), []);
  assert.deepEqual(acts({ apmbc: ['signed'] }, apMine), []);
});

test('a lifetime claimed for a mine changes nothing of what is forbidden', () => {
  // the scope takes no lifetime at all: the same mine is the same mine
  assert.deepEqual(treatyScope('ap-mine', 'victim'), apMine);
  assert.ok(acts({ apmbc: ['in-force'] }, apMine).includes('apmbc use certain'));
});

test('where the record leaves the status open, what is forbidden is possible and not certain', () => {
  assert.ok(acts({ apmbc: ['withdrawal-notified', 'withdrawn'] }, apMine).includes('apmbc use possible'));
});

test('a treaty that does not cover the munition forbids nothing with it, and what is not known stays unknown', () => {
  assert.deepEqual(acts({ ccm: ['in-force'] }, apMine), []);
  const unknown = forbiddenTo({ apmbc: ['in-force'] }, treatyScope(null, null));
  assert.ok(unknown.length > 0);
  assert.ok(unknown.every((f) => f.covered === 'unknown'));
});

test('more possible statuses never make an uncertain prohibition certain', () => {
  const some = fc.subarray([...treatyStatuses], { minLength: 1 });
  fc.assert(
    fc.property(some, some, (a, b) => {
      const certain = (s: readonly (typeof treatyStatuses)[number][]) =>
        forbiddenTo({ apmbc: s }, apMine).some((f) => f.binds === 'certain');
      if (certain([...new Set([...a, ...b])])) assert.ok(certain(a) && certain(b));
    }),
    { numRuns: 1000 },
  );
});
