import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { Claim, Value } from '@tilth/domain/report/entry';
import { quickest, removeDatabases } from '@tilth/store/databases.testing';
import { closeOffices, decisionBy, office, reportBy } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

const link = (id: string): Value => ({ type: 'link', key: { kind: 'treaty', id } });
const code = (of: string): Value => ({ type: 'code', code: of });
const day = (on: string): Value => ({ type: 'date', span: { from: on, to: on } });
const claims = (values: Readonly<Record<string, Value>>): readonly Claim[] =>
  Object.entries(values).map(([property, value]) => ({ on: 0, property, value }));

/** An office whose collector tells of acts and decisions; `tell` approves them at once. */
async function ministry() {
  const all = await office(quickest, { 'treaty-act': 'partner' });
  const [collector, reviewer] = [await all.signedIn('collector'), await all.signedIn('reviewer')];
  const report = async (kind: string, values: Readonly<Record<string, Value>>, source = 'The depositary') => {
    const made = {
      ...reportBy(collector.id, [{ id: randomUUID(), kind }], claims(values)),
      source: { name: source },
      when: { from: null, to: '2024-05-01' },
    };
    const [receipt] = await all.send(
      '/api/reports',
      { reports: [{ report: made, personal: [] }] },
      collector,
    );
    assert.ok(receipt);
    return receipt;
  };
  const tell = async (...of: Parameters<typeof report>) => {
    const { entry } = await report(...of);
    const approve = decisionBy(reviewer.id, { act: 'approve', reports: [entry], step: 'review' });
    const [receipt] = await all.send('/api/decisions', { decisions: [approve] }, reviewer);
    return receipt?.number ?? 0;
  };
  const act = (country: string, type: string, on: string) => ({
    treaty: link('apmbc'),
    country: code(country),
    act: code(type),
    done_on: day(on),
  });
  return { ...all, collector, reviewer, report, tell, act };
}

test('status and counts honour both times, and what waits for review is counted apart', async () => {
  const { tell, report, act, see, close } = await ministry();
  await tell('treaty-act', act('TON', 'accession', '2023-06-25'));
  const first = await tell('treaty-act', act('EST', 'accession', '2004-05-12'));
  await tell('treaty-act', act('TON', 'accession', '2023-06-26'), 'A monitor');
  await report('treaty-act', act('FIN', 'accession', '2012-01-09'));

  const all = (await see('/api/treaties')).json();
  const [apmbc] = all.treaties;
  assert.deepEqual([apmbc.treaty, apmbc.in_force, apmbc.disputed, all.pending], ['apmbc', 2, 1, 1]);
  const list = async (query: string) => (await see(`/api/treaties/apmbc${query}`)).json();
  const statuses = async (query: string) =>
    (await list(query)).states.map((s: { country: string; statuses: string[] }) => [
      s.country,
      ...s.statuses,
    ]);
  assert.deepEqual(await statuses(''), [
    ['EST', 'in-force'],
    ['TON', 'in-force'],
  ]);
  assert.deepEqual(await statuses('?at=2023-11-30'), [
    ['EST', 'in-force'],
    ['TON', 'consented'],
  ]);
  assert.deepEqual(await statuses('?at=2023-06-25'), [
    ['EST', 'in-force'],
    ['TON', 'not-signed', 'consented'],
  ]);
  const then = await list(`?known=${first}`);
  assert.equal(then.disputed, 0, 'the other source was not there yet');
  assert.equal(then.stamp.number, first);
  const tonga = (await list('')).states[1];
  assert.deepEqual(
    tonga.acts[0].days.map((d: { to: string; source: string }) => [d.to, d.source]),
    [
      ['2023-06-25', 'The depositary'],
      ['2023-06-26', 'A monitor'],
    ],
  );
  await close();
});

test('one state’s page: what is forbidden to it with the clause, deadlines with the decisions that moved them, objections', async () => {
  const { tell, act, see, reviewer, close } = await ministry();
  await tell('treaty-act', act('UKR', 'ratification', '2005-12-27'));
  await tell('treaty-act', act('UKR', 'suspension-stated', '2023-07-15'));
  const about = { treaty: link('apmbc'), country: code('UKR') };
  await tell('treaty-decision', {
    ...about,
    decision_type: code('extension-granted'),
    article: code('clearance'),
    decided_on: day('2018-11-30'),
    new_deadline: day('2021-06-01'),
  });
  await tell('treaty-decision', {
    ...about,
    decision_type: code('objection'),
    objecting_country: code('AUT'),
    decided_on: day('2023-12-02'),
  });
  const page = (await see('/api/treaties/states/UKR', reviewer)).json();
  const [apmbc, ccm] = page.treaties;
  assert.deepEqual(apmbc.under.statuses, ['in-force'], 'a suspension stated changes no status');
  assert.equal(apmbc.binds, 'certain');
  assert.ok(
    apmbc.forbids.some(
      (f: { act: string; article: string; how: string }) =>
        f.act === 'use' && f.article === 'APMBC 1(1)(a)' && f.how === 'never',
    ),
  );
  const clearance = apmbc.calendar.deadlines.find((d: { duty: string }) => d.duty === 'clearance');
  assert.deepEqual(clearance, {
    duty: 'clearance',
    article: 'APMBC 5(1)',
    days: ['2021-06-01'],
    before: ['2016-06-01'],
    state: 'passed',
  });
  assert.deepEqual(
    apmbc.decisions.map((d: { objector: string | null }) => d.objector),
    [null, 'AUT'],
  );
  assert.deepEqual([ccm.under, ccm.binds, ccm.forbids, ccm.calendar], [null, 'no', [], null]);
  const early = (await see('/api/treaties/states/UKR?at=2010-01-01', reviewer)).json().treaties[0];
  const ahead = early.calendar.deadlines.find((d: { duty: string }) => d.duty === 'clearance');
  assert.deepEqual([ahead.days, ahead.state], [['2016-06-01'], 'ahead'], 'before the extension was decided');
  await close();
});

test('a stranger reads what the programme opened, and of decisions that are not nothing', async () => {
  const { tell, act, see, close } = await ministry();
  await tell('treaty-act', act('UKR', 'ratification', '2005-12-27'));
  await tell('treaty-decision', {
    treaty: link('apmbc'),
    country: code('UKR'),
    decision_type: code('extension-granted'),
    decided_on: day('2018-11-30'),
    new_deadline: day('2021-06-01'),
  });
  const [apmbc] = (await see('/api/treaties/states/UKR')).json().treaties;
  assert.deepEqual(apmbc.under.statuses, ['in-force']);
  assert.deepEqual(apmbc.decisions, []);
  assert.equal((await see('/api/treaties/ottawa')).statusCode, 400);
  assert.equal((await see('/api/treaties/states/ukraine')).statusCode, 400);
  await close();
});
