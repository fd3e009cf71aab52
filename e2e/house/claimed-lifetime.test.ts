/** Law 5 of the record: time alone releases nothing. What is worked out of claimed lifetimes reaches no rule, job or map. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, importsOf, isTest, textOf } from './source.ts';

/** Who may show it: the one screen for study, and nothing else. */
const shows = (file: string) => file.startsWith('web/screens/lifetimes/');

test('no rule of the record, import, store, map, task or page takes anything from claimed lifetimes', () => {
  const offenders = code
    .filter((f) => !f.startsWith('domain/claimed-lifetime/') && !isTest(f) && !shows(f))
    .filter((f) => importsOf(f).some((name) => name.includes('claimed-lifetime')));
  assert.deepEqual(offenders, []);
});

/** Where the words for a claimed lifetime may stand: in the record, in what reads articles, in the samples, in what shows claims. */
const speaks = [
  'domain/record/',
  'domain/claimed-lifetime/',
  'domain/evidence/',
  'fixtures/public-record/',
  'web/screens/lifetimes/',
  'web/screens/accountability/',
];

test('no fold, ledger, figure, filter, list, tile, import, export, job or command knows a claimed lifetime by name', () => {
  const named = /\b(lifetime_(claimed|feature)|self_(destruct|deactivate)_claimed|share_live_claimed)\b/;
  assert.deepEqual(
    code.filter((f) => !isTest(f) && named.test(textOf(f)) && !speaks.some((s) => f.startsWith(s))),
    [],
  );
});

test('what shows claims has no way to write: nothing worked out of a lifetime enters the record', () => {
  const writes = /\b(tell|put|sendReport|useMutation|POST|localStorage|indexedDB)\b/;
  assert.deepEqual(
    code.filter((f) => shows(f) && !isTest(f) && writes.test(textOf(f))),
    [],
  );
});
