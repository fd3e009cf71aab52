import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextDay } from '../report/day.ts';
import { type ActOfState, latestNotice, statusOn, treatyStatuses, withdrawals } from './status-on.ts';
import { inForceFor, type TreatyName, treatyRules, withdrawalEffect } from './treaty-rules.ts';

const act = (type: string, ...days: (string | [string | null, string])[]): ActOfState =>
  days.map((d) => (typeof d === 'string' ? { type, from: d, to: d } : { type, from: d[0], to: d[1] }));

test('the two conventions enter into force for a state on the first day of the sixth month after deposit', () => {
  // deposits and days of entry as the depositary kept them
  assert.equal(inForceFor('apmbc', '2002-09-11'), '2003-03-01');
  assert.equal(inForceFor('apmbc', '2000-02-29'), '2000-08-01');
  assert.equal(inForceFor('apmbc', '2025-06-26'), '2025-12-01');
  assert.equal(inForceFor('apmbc', '1998-06-29'), '1999-03-01', 'not before the convention itself');
  assert.equal(inForceFor('ccm', '2011-03-24'), '2011-09-01');
  assert.equal(inForceFor('ccm', '2008-12-03'), '2010-08-01');
});

test('the CCW protocols six months after the day consent was notified', () => {
  assert.equal(inForceFor('ap2', '1999-12-15'), '2000-06-15');
  assert.equal(inForceFor('ap2', '1997-03-25'), '1998-12-03');
  assert.equal(inForceFor('p5', '2010-06-10'), '2010-12-10');
});

test('a withdrawal takes effect six months after receipt, under the CCW one year', () => {
  assert.equal(withdrawalEffect('apmbc', '2025-07-10'), '2026-01-10');
  assert.equal(withdrawalEffect('ccm', '2024-09-06'), '2025-03-06');
  assert.equal(withdrawalEffect('ap2', '2025-07-10'), '2026-07-10');
});

test('a state goes from signature through consent and notice of withdrawal to having left', () => {
  const acts = [
    act('signature', '1997-12-04'),
    act('ratification', '2012-12-27'),
    act('withdrawal-notified', '2025-08-20'),
  ];
  const on = (day: string) => statusOn('apmbc', acts, day);
  assert.deepEqual(on('1997-12-03'), ['not-signed']);
  assert.deepEqual(on('2012-12-26'), ['signed']);
  assert.deepEqual(on('2012-12-27'), ['consented']);
  assert.deepEqual(on('2013-06-01'), ['in-force']);
  assert.deepEqual(on('2025-08-19'), ['in-force']);
  assert.deepEqual(on('2026-02-03'), ['withdrawal-notified']);
  assert.deepEqual(on('2026-02-20'), ['withdrawn']);
});

test('who gave notice of withdrawal had joined, though no consent is on record', () => {
  const on = (day: string) => statusOn('apmbc', [act('withdrawal-notified', '2025-07-04')], day);
  assert.deepEqual(on('2025-07-03'), ['not-signed']);
  assert.deepEqual(on('2025-07-04'), ['withdrawal-notified']);
  assert.deepEqual(on('2026-01-04'), ['withdrawn']);
});

test('notice of a withdrawal that takes effect on the last day of February can have come on the last of August', () => {
  assert.equal(latestNotice('apmbc', '2026-02-28'), '2025-08-31');
  assert.equal(latestNotice('apmbc', '2028-02-29'), '2027-08-31');
  assert.equal(latestNotice('ccm', '2025-03-06'), '2024-09-06');
  assert.equal(latestNotice('ap2', '2025-02-28'), '2024-02-29');
});

test('whether a withdrawal took effect is disputed where the conflict is', () => {
  const acts = [act('ratification', '2005-12-27'), act('withdrawal-notified', '2025-06-29')];
  const at = '2026-02-03';
  const says = (inConflict: boolean) => ({ inConflict, from: '2022-02-24', to: null });
  assert.deepEqual(statusOn('apmbc', acts, at), ['withdrawn']);
  assert.deepEqual(statusOn('apmbc', acts, at, [says(true)]), ['withdrawal-notified']);
  assert.deepEqual(statusOn('apmbc', acts, at, [says(true), says(false)]), [
    'withdrawal-notified',
    'withdrawn',
  ]);
  assert.deepEqual(withdrawals('apmbc', '2025-06-29', [{ ...says(true), to: '2026-03-01' }]), ['2026-03-02']);
});

test('a stated suspension changes no status', () => {
  const acts = [act('ratification', '2005-12-27'), act('suspension-stated', '2025-07-15')];
  assert.deepEqual(statusOn('apmbc', acts, '2026-02-03'), ['in-force']);
});

test('a day that is known to the year alone leaves open what the record leaves open', () => {
  const acts = [act('accession', ['2026-01-01', '2026-12-31'])];
  assert.deepEqual(statusOn('apmbc', acts, '2025-12-31'), ['not-signed']);
  assert.deepEqual(statusOn('apmbc', acts, '2026-02-03'), ['not-signed', 'consented']);
  assert.deepEqual(statusOn('apmbc', acts, '2026-08-01'), ['not-signed', 'consented', 'in-force']);
  assert.deepEqual(statusOn('apmbc', acts, '2027-06-01'), ['in-force']);
});

test('a record that can be read in too many ways leaves everything open, and is answered at once', () => {
  const vague = Array.from(
    { length: 12 },
    (_, n): ActOfState =>
      ['accession', 'withdrawal-notified', 'suspension-stated'].map((type) => ({
        type,
        from: `${2000 + n}-01-01`,
        to: `${2001 + n}-12-31`,
      })),
  );
  assert.deepEqual(statusOn('apmbc', vague, '2012-06-01'), treatyStatuses);
});

test('sources that differ by a day differ in status only on the days between', () => {
  const acts = [act('accession', '2025-06-25', '2025-06-26')];
  assert.deepEqual(statusOn('apmbc', acts, '2025-06-25'), ['not-signed', 'consented']);
  assert.deepEqual(statusOn('apmbc', acts, '2026-02-03'), ['in-force']);
});

test('a state that left and joined again is bound again', () => {
  const acts = [
    act('accession', '2004-05-12'),
    act('withdrawal-notified', '2025-06-27'),
    act('accession', '2027-01-15'),
  ];
  assert.deepEqual(statusOn('apmbc', acts, '2026-06-01'), ['withdrawn']);
  assert.deepEqual(statusOn('apmbc', acts, '2027-02-01'), ['consented']);
  assert.deepEqual(statusOn('apmbc', acts, '2027-07-01'), ['in-force']);
});

test('who applies it provisionally does so until it is in force for them', () => {
  const acts = [
    act('signature', '2008-12-03'),
    act('provisional-application', '2009-01-01'),
    act('ratification', '2010-05-04'),
  ];
  assert.deepEqual(statusOn('ccm', acts, '2009-06-01'), ['applying-provisionally']);
  assert.deepEqual(statusOn('ccm', acts, '2010-11-01'), ['in-force']);
});

const names: readonly TreatyName[] = ['apmbc', 'ccm', 'ap2', 'p5'];
const day = fc
  .date({ min: new Date('1996-06-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const types = [
  'signature',
  'accession',
  'ratification',
  'withdrawal-notified',
  'provisional-application',
  'suspension-stated',
];
const someActs = fc.array(
  fc
    .record({ type: fc.constantFrom(...types), a: day, b: day })
    .map(({ type, a, b }) => act(type, a < b ? [a, b] : [b, a])),
  { maxLength: 4 },
);

test('an imprecise day allows every status that a day within it allows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      someActs,
      day,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
      (treaty, acts, on, parts) => {
        const exact = acts.map((a, i) => {
          const [d] = a;
          assert.ok(d);
          let chosen = d.from ?? d.to;
          for (let n = Math.floor((parts[i] ?? 0) * 400); n > 0 && chosen < d.to; n--)
            chosen = nextDay(chosen);
          return act(d.type, chosen);
        });
        const possible = statusOn(treaty, acts, on);
        for (const status of statusOn(treaty, exact, on))
          assert.ok(possible.includes(status), `${status} of ${possible}`);
      },
    ),
    { numRuns: 2000 },
  );
});

test('exact days leave no doubt, and nobody is bound before the treaty is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(fc.record({ type: fc.constantFrom(...types), at: day }), { maxLength: 6 }),
      day,
      (treaty, acts, on) => {
        const found = statusOn(
          treaty,
          acts.map((a) => act(a.type, a.at)),
          on,
        );
        assert.equal(found.length, 1);
        assert.ok(treatyStatuses.includes(found[0] as never));
        if (found[0] === 'in-force') assert.ok(on >= treatyRules[treaty].inForce);
      },
    ),
    { numRuns: 2000 },
  );
});

test('without a withdrawal a state only comes nearer: no later day finds it further away', () => {
  const joining = ['signature', 'provisional-application', 'accession', 'ratification'];
  const rank = (status: string) => treatyStatuses.indexOf(status as never);
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(fc.record({ type: fc.constantFrom(...joining), at: day }), { maxLength: 5 }),
      day,
      day,
      (treaty, acts, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        // who consents again, without having left, is a party by the first consent
        const once = acts.filter((x, n) => acts.findIndex((y) => kindOf(y.type) === kindOf(x.type)) === n);
        const on = (when: string) =>
          rank(
            statusOn(
              treaty,
              once.map((x) => act(x.type, x.at)),
              when,
            )[0] ?? '',
          );
        // consent ends what is applied provisionally only by putting in its place that the treaty is in force
        assert.ok(on(early) <= on(late), `${early} ${late}`);
      },
    ),
    { numRuns: 2000 },
  );
});

const kindOf = (type: string) => (type === 'ratification' ? 'accession' : type);

test('by the conventions a state enters on a first of a month, within six months of its deposit and not before the convention', () => {
  fc.assert(
    fc.property(fc.constantFrom('apmbc', 'ccm'), day, (treaty: 'apmbc' | 'ccm', deposit) => {
      const entry = inForceFor(treaty, deposit);
      assert.equal(entry.slice(8), '01');
      const { inForce } = treatyRules[treaty];
      assert.ok(entry >= inForce);
      const months = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
      if (entry > inForce) assert.equal(months(entry) - months(deposit), 6);
    }),
    { numRuns: 2000 },
  );
});

test('the days at which a status turns belong to what they bring', () => {
  const party = [act('ratification', '1998-09-01')];
  assert.deepEqual(statusOn('apmbc', party, '1999-02-28'), ['consented']);
  assert.deepEqual(statusOn('apmbc', party, '1999-03-01'), ['in-force'], 'not before the convention itself');
  const next = [act('ratification', '1998-10-01')];
  assert.deepEqual(statusOn('apmbc', next, '1999-03-31'), ['consented']);
  assert.deepEqual(statusOn('apmbc', next, '1999-04-01'), ['in-force']);
  const leaving = [act('accession', '2000-01-01'), act('withdrawal-notified', '2025-08-31')];
  assert.deepEqual(statusOn('apmbc', leaving, '2026-02-27'), ['withdrawal-notified']);
  assert.deepEqual(statusOn('apmbc', leaving, '2026-02-28'), ['withdrawn'], 'February has no 31st');
});
