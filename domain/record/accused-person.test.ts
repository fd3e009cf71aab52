import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim, Report, Value } from '../report/entry.ts';
import { checkAccused } from './accused-person.ts';
import { checkReport } from './check-report.ts';
import { builtIn } from './kinds.ts';

const ID = '01936331-5e00-7b1d-a847-708b5c3d263c';
const report = (...claims: readonly (readonly [property: string, value: Value])[]): Report => ({
  type: 'report',
  id: ID,
  programme: 'p',
  form: 'public-text',
  form_version: '1',
  date: '2024-11-25',
  when: { from: '2024-11-25', to: '2024-11-25' },
  by: ID,
  written: '2024-11-25T00:00:00.000Z',
  source: { name: 'A page' },
  items: [{ id: ID, kind: 'allegation' }],
  claims: claims.map(([property, value]): Claim => ({ on: 0, property, value })),
});
const text = (words: string): Value => ({ type: 'text', text: words });
const code = (c: string): Value => ({ type: 'code', code: c });
const sealed: Value = { type: 'personal', commitment: '0'.repeat(64) };
const problems = (r: Report) => checkReport(r, builtIn).map((p) => p.code);

test('an accused is named by office', () => {
  assert.deepEqual(problems(report(['accused_office', text('The minister of defence')])), []);
});

test('a person is not named unless a court or an official body names them, in the open or sealed', () => {
  for (const person of [text('Somebody'), sealed])
    assert.ok(problems(report(['accused_person', person])).includes('accused-named-by-nobody'));
  for (const body of ['court', 'official-body'])
    assert.deepEqual(checkAccused(report(['accused_person', sealed], ['person_named_by', code(body)])), []);
  assert.equal(
    checkAccused(
      report(['accused_person', sealed], ['person_named_by', { type: 'unknown', why: 'not-stated' }]),
    ).length,
    1,
    'that nobody says who names them is no naming',
  );
});

test('a name that is not known names nobody', () => {
  assert.deepEqual(checkAccused(report(['accused_person', { type: 'unknown', why: 'not-stated' }])), []);
});

test('who is named in one allegation is not named in another of the same report', () => {
  const two: Report = {
    ...report(['accused_person', sealed]),
    items: [
      { id: ID, kind: 'allegation' },
      { id: '01936331-5e00-7b1d-a847-708b5c3d263d', kind: 'allegation' },
    ],
    claims: [
      { on: 0, property: 'accused_person', value: sealed },
      { on: 1, property: 'person_named_by', value: code('court') },
    ],
  };
  assert.deepEqual(
    checkAccused(two).map((p) => p.facts.item),
    [0],
  );
});
