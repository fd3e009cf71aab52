import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actsSaid, type Spoken } from './acts-said.ts';
import { decisionsSaid } from './decisions-said.ts';
import { dayValue, spoken } from './spoken.testing.ts';
import { statePage } from './state-page.ts';

const AT = '2026-02-03';
/** A decision on Estonia under the Mine Ban Convention. */
function decision(
  id: string,
  type: string,
  on: string,
  deadlines: readonly string[] = [],
  more = {},
): Spoken {
  const [first] = spoken(id, { done: on }).sayings;
  assert.ok(first);
  const said = (property: string, value: (typeof first)['value'], n = 0) => ({
    ...first,
    property,
    value,
    place: n === 0 ? ('stands' as const) : ('beside' as const),
    state: deadlines.length > 1 && property === 'new_deadline' ? ('disputed' as const) : ('settled' as const),
  });
  const codes = { decision_type: type, country: 'EST', ...more };
  return {
    id,
    sayings: [
      said('treaty', { type: 'link', key: { kind: 'treaty', id: 'apmbc' } }),
      said('decided_on', dayValue(on)),
      ...Object.entries(codes).map(([property, code]) => said(property, { type: 'code', code })),
      ...deadlines.map((d, n) => said('new_deadline', dayValue(d), n)),
    ],
  };
}
const page = (acts: readonly Spoken[], decisions: readonly Spoken[] = [], on = AT) =>
  statePage('EST', actsSaid(acts, []).acts, decisionsSaid(decisions, []), on);
const joined = spoken('joined', { act: 'accession', done: '2004-05-12' });
const clearance = (...of: Parameters<typeof page>) =>
  page(...of)[0]?.calendar?.deadlines.find((d) => d.duty === 'clearance');

test('a party has its prohibitions with their clause, and a state without an act has none', () => {
  const [apmbc, ccm] = page([joined]);
  assert.equal(apmbc?.binds, 'certain');
  assert.deepEqual(
    apmbc?.forbids.map((f) => f.article),
    [
      'APMBC 1(1)(a)',
      'APMBC 1(1)(b)',
      'APMBC 1(1)(b)',
      'APMBC 1(1)(b)',
      'APMBC 1(1)(b)',
      'APMBC 1(1)(b)',
      'APMBC 1(1)(c)',
    ],
  );
  assert.deepEqual([ccm?.under, ccm?.binds, ccm?.forbids, ccm?.calendar], [null, 'no', [], null]);
});

test('deadlines follow entry into force; an extension moves them from the day it was decided, a request does not', () => {
  assert.deepEqual(clearance([joined])?.days, ['2014-11-01']);
  assert.equal(clearance([joined])?.state, 'passed');
  const asked = decision('asked', 'extension-requested', '2013-03-01', ['2020-01-01']);
  assert.deepEqual(clearance([joined], [asked])?.days, ['2014-11-01']);
  const granted = decision('granted', 'extension-granted', '2013-12-05', ['2027-11-01']);
  assert.deepEqual(clearance([joined], [asked, granted]), {
    duty: 'clearance',
    article: 'APMBC 5(1)',
    days: ['2027-11-01'],
    before: ['2014-11-01'],
    state: 'ahead',
  });
  assert.deepEqual(clearance([joined], [granted], '2013-12-04')?.days, ['2014-11-01']);
});

test('an extension that sources date otherwise leaves two days, and a state of which they agree or none', () => {
  const either = decision('granted', 'extension-granted', '2013-12-05', ['2025-11-01', '2027-11-01']);
  const found = clearance([joined], [either]);
  assert.deepEqual([found?.days, found?.state], [['2025-11-01', '2027-11-01'], null]);
  assert.equal(clearance([joined], [either], '2028-01-01')?.state, 'passed');
});

test('a decision on stocks leaves clearance as it is, and completion ends what it is of', () => {
  const stocks = decision('stocks', 'completion-declared', '2008-11-01', [], {
    article: 'stockpile-destruction',
  });
  const days = page([joined], [stocks])[0]?.calendar?.deadlines.map((d) => [d.duty, d.state]);
  assert.deepEqual(days, [
    ['stockpile-destruction', 'completed'],
    ['clearance', 'passed'],
  ]);
});

test('who left has no calendar and no prohibition; where leaving is open both may be', () => {
  const notice = { act: 'withdrawal-notified', received: '2025-06-27' };
  const [left] = page([joined, spoken('notice', notice)]);
  assert.deepEqual([left?.binds, left?.calendar], ['no', null]);
  const conflict = [
    { ...notice, by: 'A monitor', inConflict: true },
    { ...notice, by: 'The state', inConflict: false },
  ] as const;
  const [open] = page([joined, spoken('notice', ...conflict)]);
  assert.equal(open?.binds, 'possible');
  assert.ok(open?.calendar);
});

test('reports are due on the days before and after the one asked for', () => {
  assert.deepEqual(page([joined])[0]?.calendar?.reports, {
    article: 'APMBC 7',
    last: ['2025-04-30'],
    next: ['2026-04-30'],
  });
});

test('where the day of entry into force is disputed, each reading has its own report and deadlines', () => {
  const by = (name: string, done: string) => spoken(`joined ${name}`, { act: 'accession', done, by: name });
  const told = [by('The depositary', '2025-01-30'), by('A monitor', '2025-03-02')];
  const calendar = page(told, [], '2025-12-01')[0]?.calendar;
  assert.deepEqual(calendar?.reports, {
    article: 'APMBC 7',
    last: [],
    // 180 days after 1 July, and after 1 September
    next: ['2025-12-28', '2026-02-28'],
  });
  assert.deepEqual(
    calendar?.deadlines.map((d) => d.days),
    [
      ['2029-07-01', '2029-09-01'],
      ['2035-07-01', '2035-09-01'],
    ],
  );
});
