/** Class and status of land: laws 5 and 6. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hazardClass, live, only, says, status } from './folded.testing.ts';
import { code, decide, item } from './worlds.testing.ts';

const lower = (from: string) =>
  decide({
    act: 'lower',
    item: item(1),
    property: 'hazard_class',
    value: code('sha'),
    when: { from, to: '2023-01-01' },
  });

test('law 5: a claim of closing is kept and shown as claimed, however late it is', () => {
  const log = live(
    says('north', '2010-01-01', status('open')),
    says('north', '2020-01-01', status('closed')),
  );
  const p = only(log, 'hazard_status');
  assert.deepEqual([p.value, p.state], [code('open'), 'claimed']);
  assert.deepEqual(
    p.remaining.map((s) => s.value),
    [code('closed')],
  );
  const alone = only(live(says('north', '2020-01-01', status('closed'))), 'hazard_status');
  assert.deepEqual([alone.value, alone.state], [code('closed'), 'claimed']);
});

test('class rises by a claim, also by one that nobody reviewed yet, and never falls by one', () => {
  const raised = only(
    live(says('n', '2010-01-01', hazardClass('sha')), says('n', '2020-01-01', hazardClass('cha'))),
    'hazard_class',
  );
  assert.deepEqual([raised.value, raised.state], [code('cha'), 'settled']);
  const reported = only(
    [...live(says('n', '2010-01-01', hazardClass('sha'))), says('n', '2020-01-01', hazardClass('cha'))],
    'hazard_class',
  );
  assert.deepEqual([reported.value, reported.state], [code('cha'), 'pending']);
  const fallen = only(
    live(says('n', '2010-01-01', hazardClass('cha')), says('n', '2020-01-01', hazardClass('sha'))),
    'hazard_class',
  );
  assert.deepEqual([fallen.value, fallen.state], [code('cha'), 'claimed']);
});

test('a decision lowers what was said before it begins, not what is said of later', () => {
  const before = live(says('n', '2010-01-01', hazardClass('cha')));
  const lowered = only([...before, lower('2015-01-01')], 'hazard_class');
  assert.deepEqual([lowered.value, lowered.state, lowered.claim], [code('sha'), 'chosen', null]);
  assert.deepEqual(only([...before, lower('2015-01-01')], 'hazard_class', '2014-01-01').value, code('cha'));
  assert.deepEqual(only([...before, lower('2009-01-01')], 'hazard_class').value, code('cha'));
  const risen = live(
    says('n', '2010-01-01', hazardClass('cha')),
    says('n', '2016-01-01', hazardClass('cha')),
  );
  assert.deepEqual(only([...risen, lower('2015-01-01')], 'hazard_class').value, code('cha'));
});

test('choosing between voices never lowers a class', () => {
  const a = says('north', '2020-01-01', hazardClass('cha'));
  const b = says('south', '2020-01-01', hazardClass('sha'));
  const saw = [a, b].map((r) => ({ report: r.ref.id, n: 0 }));
  const choose = decide({
    act: 'choose',
    item: item(1),
    property: 'hazard_class',
    definition: '',
    saw,
    takes: { report: b.ref.id, n: 0 },
  });
  const p = only([...live(a, b), choose], 'hazard_class');
  assert.deepEqual([p.value, p.state], [code('cha'), 'disputed']);
});

test('a word of release that nobody reviewed gives no status; one of danger does', () => {
  const closed = says('n', '2020-01-01', status('closed'));
  const p = only([closed], 'hazard_status');
  assert.deepEqual([p.value, p.state, p.earlier.length], [null, 'pending', 1]);
  const open = only([closed, says('s', '2019-01-01', status('open'))], 'hazard_status');
  assert.deepEqual([open.value, open.state], [code('open'), 'pending']);
  assert.deepEqual(only(live(closed), 'hazard_status').state, 'claimed');
});
