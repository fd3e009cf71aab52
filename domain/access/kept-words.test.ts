import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import { sealPersonal } from '../report/commitment.ts';
import type { DraftReport } from '../report/draft.ts';
import type { Report } from '../report/entry.ts';
import { item, person } from '../report/worlds.testing.ts';
import { keptWords } from './kept-words.ts';

const quote = { exact: 'a deputy minister named in the ruling', prefix: 'said ', suffix: '.' };
const open: Report = {
  type: 'report',
  id: item(2),
  programme: 'p',
  form: 'article',
  form_version: '1',
  date: '2024-05-01',
  when: { from: null, to: '2024-05-01' },
  by: person(1),
  written: '2024-05-01T08:00:00.000Z',
  source: { name: 'A paper' },
  items: [{ id: item(1), kind: 'allegation' }],
  claims: [
    {
      on: 0,
      property: 'accused_person',
      value: { type: 'text', text: 'an invented name' },
      where: { quote, position: { start: 5, end: 42 } },
      sure: { doubt: 'it is said' },
    },
  ],
};
const sealed = sealPersonal(open, builtIn, () => 'ab'.repeat(16));

test('what sealing takes out of a report is what is read beside it', () => {
  assert.ok(!JSON.stringify(sealed.report).includes('deputy'));
  assert.deepEqual(keptWords(sealed), [
    { n: 0, quote },
    { n: 0, doubt: 'it is said' },
  ]);
  assert.deepEqual(keptWords({ report: open, personal: [] }), []);
});

test('nothing else finds a place beside a report', () => {
  const columns = sealed.kept?.columns ?? {};
  const with_ = (more: Partial<NonNullable<DraftReport['kept']>>, of = sealed.report) =>
    keptWords({
      report: of,
      personal: [],
      kept: { report: sealed.report.id, sensitivity: 'personal', columns, ...more },
    });
  const wrong = [
    with_({ columns: { remark: 'anything' } }),
    with_({ columns: { 'claims.7.doubt': 'of no claim' } }),
    with_({ columns: { 'claims.0.quote': 'no quote' } }),
    with_({ columns: { 'claims.0.quote': '{"exact":"a", "prefix":"b"}' } }),
    with_({ columns: { 'claims.0.quote': '{"exact":"a","note":"b"}' } }),
    with_({ sensitivity: 'restricted' }),
    with_({ report: item(9) }),
    // in clear and apart: which of the two was said?
    with_({}, open),
  ];
  for (const found of wrong) assert.equal('code' in found && found.code, 'kept-words-wrong');
});
