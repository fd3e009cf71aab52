/** Law 5 of the record: time alone releases nothing. What is worked out of claimed lifetimes reaches no rule, job or map. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, importsOf, isTest } from './source.ts';

/** Who may show it: the one screen for study, and nothing else. */
const shows = (file: string) => file.startsWith('web/screens/lifetimes/');

test('no rule of the record, import, store, map, task or page takes anything from claimed lifetimes', () => {
  const offenders = code
    .filter((f) => !f.startsWith('domain/claimed-lifetime/') && !isTest(f) && !shows(f))
    .filter((f) => importsOf(f).some((name) => name.includes('claimed-lifetime')));
  assert.deepEqual(offenders, []);
});
