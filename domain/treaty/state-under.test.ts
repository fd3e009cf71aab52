import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { actsSaid, type Spoken } from './acts-said.ts';
import { spoken } from './spoken.testing.ts';
import { type StateUnder, stateUnder, uncertain } from './state-under.ts';
import { statusOfStates } from './status-of-states.ts';
import { treatyNamed } from './treaty-named.ts';

const AT = '2026-02-03';
function under(items: readonly Spoken[], on = AT): StateUnder {
  const [first, ...others] = actsSaid(items, []).acts;
  assert.ok(first);
  return stateUnder([first, ...others], on);
}
const consent = (done: string, by = 'The depositary', id = `consent ${by} ${done}`) =>
  spoken(id, { act: 'accession', done, by });

test('two lists that give a day otherwise tell of one accession, whose day is disputed', () => {
  const found = under([consent('2025-06-25'), consent('2025-06-26', 'A monitor')]);
  assert.deepEqual(found.statuses, ['in-force'], 'both bring it into force on one day');
  assert.equal(found.acts.length, 2 - 1);
  assert.deepEqual(
    uncertain(found)[0]?.days.map((d) => [d.to, d.by.name]),
    [
      ['2025-06-25', 'The depositary'],
      ['2025-06-26', 'A monitor'],
    ],
  );
  assert.equal(found.disputed, true);
  assert.deepEqual(
    under([consent('2025-06-25'), consent('2025-06-26', 'A monitor')], '2025-06-25').statuses,
    ['not-signed', 'consented'],
  );
});

test('where several statuses are possible it is told who speaks for which, and nobody for what all allow', () => {
  const told = [
    consent('2004-05-12'),
    spoken(
      'act',
      { act: 'suspension-stated', done: '2025-07-11', by: 'An agency' },
      { act: 'withdrawal-effective', by: 'A paper' },
    ),
  ];
  const found = under(told);
  assert.deepEqual(found.statuses, ['in-force', 'withdrawn']);
  assert.deepEqual(
    found.held.map((h) => [h.status, h.act, h.by.name]),
    [
      ['in-force', 'suspension-stated', 'An agency'],
      ['withdrawn', 'withdrawal-effective', 'A paper'],
    ],
  );
  assert.deepEqual(
    under([consent('2025-06-25'), consent('2025-06-26', 'A monitor')], '2025-06-25').held.map((h) => [
      h.status,
      h.by.name,
    ]),
    [
      ['consented', 'The depositary'],
      ['not-signed', 'A monitor'],
    ],
  );
  assert.deepEqual(under([consent('2004-05-12')]).held, []);
});

test('a later list of the same source puts its earlier word right, also under another spelling of the state', () => {
  const early = spoken('Turkey', {
    country: 'TUR',
    act: 'accession',
    done: '2003-09-24',
    until: '2018-07-31',
  });
  const late = spoken('Türkiye', { country: 'TUR', act: 'accession', done: '2003-09-25', until: AT });
  const found = under([early, late]);
  assert.equal(found.disputed, false);
  assert.deepEqual(found.in_force, [{ from: '2004-03-01', to: '2004-03-01', basis: 'rule' }]);
});

test('a withdrawal told without its day is that of which another gives the day', () => {
  const acts = [
    consent('2004-05-12'),
    spoken('notice', { act: 'withdrawal-notified', done: '2025-06-27', by: 'A monitor' }),
    spoken('bracket', { act: 'withdrawal-effective', effective: `/${AT}` }),
  ];
  assert.deepEqual(under(acts).statuses, ['withdrawn']);
  assert.deepEqual(under(acts).leaves, [{ from: '2025-12-27', to: '2025-12-27', basis: 'rule' }]);
  assert.deepEqual(under(acts, '2025-12-26').statuses, ['withdrawal-notified']);
  assert.deepEqual(under(acts, '2025-06-26').statuses, ['in-force']);
  assert.equal(under(acts).disputed, false);
});

test('a withdrawal of which nobody gives the day is done on the day of the list, and open before', () => {
  const acts = [
    consent('2011-03-24'),
    spoken('bracket', { act: 'withdrawal-effective', effective: `/${AT}` }),
  ];
  assert.deepEqual(under(acts).statuses, ['withdrawn']);
  assert.deepEqual(under(acts, '2011-03-23').statuses, ['not-signed']);
  assert.ok(under(acts, '2020-01-01').statuses.length > 1);
});

test('a day of effect stated ahead tells of a notice; one that differs from the rule is disputed', () => {
  const ahead = [
    consent('2012-12-27'),
    spoken('stated', { act: 'withdrawal-effective', effective: '2026-02-20' }),
  ];
  assert.deepEqual(under(ahead).statuses, ['withdrawal-notified']);
  assert.deepEqual(under(ahead, '2025-08-19').statuses, ['in-force']);
  assert.deepEqual(under(ahead, '2026-02-20').statuses, ['withdrawn']);
  const otherwise = [
    ...ahead,
    spoken('notice', { act: 'withdrawal-notified', done: '2025-09-20', by: 'A monitor' }),
  ];
  assert.deepEqual(under(otherwise, '2026-03-01').statuses, ['withdrawal-notified', 'withdrawn']);
  assert.equal(under(otherwise).disputed, true);
  assert.deepEqual(under(otherwise, '2026-03-20').statuses, ['withdrawn']);
});

test('who claims a conflict when the notice ends puts the withdrawal off, and who denies it disputes the day', () => {
  const notice = (...said: { by: string; inConflict?: boolean; conflictEnded?: string }[]) => {
    const [first = { by: 'x' }, ...others] = said.map((s) => ({
      act: 'withdrawal-notified',
      received: '2025-06-27',
      ...s,
    }));
    return [consent('2004-05-12'), spoken('notice', first, ...others)];
  };
  assert.deepEqual(under(notice({ by: 'The state' })).statuses, ['withdrawn']);
  const claimed = under(notice({ by: 'A monitor', inConflict: true }));
  assert.deepEqual(claimed.statuses, ['withdrawal-notified']);
  assert.deepEqual(
    claimed.leaves,
    [
      { from: null, to: null, basis: 'rule' },
      { from: '2025-12-27', to: '2025-12-27', basis: 'without-conflict' },
    ],
    'the conflict is their claim: the day without one stands beside',
  );
  assert.equal(claimed.disputed, true);
  const denied = notice({ by: 'A monitor', inConflict: true }, { by: 'The state', inConflict: false });
  assert.deepEqual(under(denied).statuses, ['withdrawal-notified', 'withdrawn']);
  const ended = notice({ by: 'A monitor', inConflict: true, conflictEnded: '2026-01-31' });
  assert.deepEqual(under(ended, '2026-01-31').statuses, ['withdrawal-notified']);
  assert.deepEqual(under(ended, '2026-02-01').statuses, ['withdrawn']);
});

test('what follows from an act is told from the day it was done', () => {
  const acts = [
    consent('2004-05-12'),
    spoken('notice', { act: 'withdrawal-notified', received: '2025-06-27' }),
  ];
  const days = (on: string) => {
    const { how, in_force, leaves } = under(acts, on);
    return [how.length, in_force.map((f) => f.to), leaves.map((f) => f.to)];
  };
  assert.deepEqual(days('2004-05-11'), [0, [], []]);
  assert.deepEqual(days('2004-05-12'), [1, ['2004-11-01'], []]);
  assert.deepEqual(days('2025-06-27'), [1, ['2004-11-01'], ['2025-12-27']]);
});

test('a suspension is shown and is no status, and what is disputed to be one keeps both readings', () => {
  const stated = spoken('s', { act: 'suspension-stated', done: '2025-07-15' });
  assert.deepEqual(under([consent('2005-12-27'), stated]).statuses, ['in-force']);
  const either = spoken(
    's',
    { act: 'suspension-stated', received: '2025-07-15', by: 'The state' },
    { act: 'withdrawal-effective', by: 'A newspaper' },
  );
  assert.deepEqual(under([consent('2005-12-27'), either]).statuses, ['in-force', 'withdrawn']);
});

test('a state that left and joined again consented twice', () => {
  const again = [
    consent('2004-05-12'),
    consent('2004-05-12', 'A monitor'),
    spoken('notice', { act: 'withdrawal-notified', done: '2025-06-27' }),
    consent('2027-01-15'),
    consent('2027-01-16', 'A monitor'),
  ];
  const found = under(again, '2027-08-01');
  assert.deepEqual(found.statuses, ['in-force']);
  assert.deepEqual(
    found.acts.filter((a) => a.class === 'consent').map((a) => a.days.length),
    [1, 2],
  );
  assert.deepEqual(under(again, '2026-06-01').statuses, ['withdrawn']);
});

test('how it consented may be disputed where the day is not', () => {
  const found = under([
    consent('2006-10-23'),
    spoken('other', { act: 'succession', done: '2006-10-23', by: 'A monitor' }),
  ]);
  assert.deepEqual(found.how, ['accession', 'succession']);
  assert.equal(found.disputed, false);
});

test('states are counted by status; a name on no list is counted apart, and an act without a treaty nowhere', () => {
  const nameless: Spoken = {
    id: 'n',
    sayings: consent('2004-05-12').sayings.map((s) =>
      s.property === 'country'
        ? { ...s, value: { type: 'unknown', why: 'unreadable', typed: 'Estonnia' } }
        : s,
    ),
  };
  const items = [
    consent('2004-05-12'),
    spoken('signed', { country: 'AGO', act: 'signature', done: '1997-12-04' }),
    nameless,
    spoken('elsewhere', { treaty: 'Arms Trade Treaty', act: 'accession', done: '2014-01-01' }),
  ];
  const { acts, unplaced } = actsSaid(items, []);
  const found = statusOfStates('apmbc', acts, AT);
  assert.deepEqual([found.in_force, found.counts.signed, found.counts.open], [1, 1, 0]);
  assert.deepEqual(
    found.unrecognised.map((s) => [s.named, s.statuses]),
    [['Estonnia', ['in-force']]],
  );
  assert.deepEqual(unplaced, ['elsewhere']);
});

test('what was planned, denied, alleged, or tied to a condition changes no status; it is told beside', () => {
  const joined = consent('2004-05-12');
  const before = under([joined], AT);
  for (const certainty of ['planned', 'denied', 'alleged', 'conditional', 'opinion'] as const)
    for (const act of ['withdrawal-effective', 'withdrawal-notified', 'accession'])
      for (const done of [undefined, '2025-01-01']) {
        const found = under([joined, spoken('w', { act, certainty, ...(done && { done }) })], AT);
        const { acts, ...rest } = found;
        const { acts: _, ...was } = before;
        assert.deepEqual(rest, was, `${certainty} ${act}`);
        assert.deepEqual(
          acts.filter((a) => a.class === 'not-done').map((a) => a.types.map((t) => [t.code, t.certainty])),
          [[[act, certainty]]],
        );
      }
});

test('where one says that it was done and another that it is planned, it was done', () => {
  const told = spoken(
    'w',
    { act: 'withdrawal-effective', certainty: 'planned', by: 'A', done: '2025-12-27' },
    { act: 'withdrawal-effective', certainty: 'asserted', by: 'B', done: '2025-12-27' },
  );
  // both say the same act: the fold keeps each voice
  const sayings = told.sayings.map((s) =>
    s.property === 'act' && s.place === 'beside' ? { ...s, state: 'settled' as const } : s,
  );
  assert.deepEqual(under([consent('2004-05-12'), { ...told, sayings }], AT).statuses, ['withdrawn']);
});

test('a treaty is known by the names people use for it', () => {
  for (const name of ['APMBC', 'the Ottawa Convention', 'mine-ban treaty'])
    assert.equal(treatyNamed(name), 'apmbc');
  assert.equal(treatyNamed('CCW Amended Protocol II'), 'ap2');
  assert.equal(treatyNamed('ccw-p5'), 'p5');
  assert.equal(treatyNamed('Protocol II'), null, 'the protocol before it was amended is another');
});

const day = fc
  .date({ min: new Date('1997-12-03'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const act = fc.record({
  act: fc.constantFrom('signature', 'accession', 'ratification', 'withdrawal-notified', 'suspension-stated'),
  done: day,
  by: fc.constantFrom('The depositary', 'A monitor', 'A newspaper'),
});

test('the order in which acts are told changes nothing, nor does telling one twice', () => {
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 1, maxLength: 6 }),
      day,
      fc.infiniteStream(fc.nat()),
      (told, on, mix) => {
        const items = told.map((t, n) => spoken(`${n}`, t));
        const again = [...items, ...told.map((t, n) => spoken(`again ${n}`, t))]
          .map((item) => [mix.next().value ?? 0, item] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, item]) => item);
        assert.deepEqual(under(again, on).statuses, under(items, on).statuses);
      },
    ),
    { numRuns: 1000 },
  );
});

test('an act changes no status of the days before it', () => {
  const kindOf = (type: string) => (type === 'ratification' ? 'accession' : type);
  const acts = fc.uniqueArray(act, { minLength: 2, maxLength: 5, selector: (t) => kindOf(t.act) });
  fc.assert(
    fc.property(acts, day, (told, on) => {
      const items = told.map((t, n) => spoken(`${n}`, t));
      const done = items.filter((_, n) => (told[n]?.done ?? '') <= on);
      fc.pre(done.length > 0);
      assert.deepEqual(under(items, on).statuses, under(done, on).statuses);
    }),
    { numRuns: 1000 },
  );
});
