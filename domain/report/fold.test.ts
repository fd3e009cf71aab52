/** What a reader sees of a property: the design's rules one by one, each by a small case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { columnsOf } from './columns.ts';
import { sealPersonal } from './commitment.ts';
import type { Claim, Digest, Report, Value } from './entry.ts';
import { foldItems } from './fold.ts';
import type { Named } from './mentions.ts';
import { registersOf } from './registers.ts';
import { squares } from './squares.testing.ts';
import { type Opened, unseal } from './unseal.ts';
import type { ItemView, PropertyView } from './view.ts';
import {
  approve,
  code,
  decide,
  item,
  model,
  named,
  number,
  outline,
  person,
  report,
  rule,
  text,
} from './worlds.testing.ts';

const fold = (log: readonly Named[], at: string | null = null): readonly ItemView[] =>
  foldItems(log, 'all', at, model, squares);

function only(log: readonly Named[], property: string, at: string | null = null): PropertyView {
  const found = fold(log, at)[0]?.properties.filter((p) => p.property === property) ?? [];
  assert.equal(found.length, 1);
  return found[0] as PropertyView;
}

/** Approved reports, one claim each. */
function live(...reports: readonly (Named & { entry: Report })[]): readonly Named[] {
  return [...reports, approve(...reports)];
}

const name = (t: string) => ({ property: 'name', value: text(t) });
const says = (said: string, when: string | readonly [string | null, string], claim: Omit<Claim, 'on'>) =>
  typeof when === 'string'
    ? report({ said, date: when }, claim)
    : report({ said, date: when[1], from: when[0], to: when[1] }, claim);

/* ---------------------------------------------------------------- latest */

test('law 4: two voices that speak of the same time and disagree make a dispute, with both shown', () => {
  const log = live(
    says('north', ['2020-01-01', '2020-12-31'], name('Hill')),
    says('south', ['2020-06-01', '2020-12-31'], name('Dale')),
  );
  const p = only(log, 'name');
  assert.equal(p.state, 'disputed');
  assert.deepEqual(p.value, text('Dale'));
  assert.deepEqual(
    p.remaining.map((s) => [s.voice, s.value]),
    [['north', text('Hill')]],
  );
  assert.equal(fold(log)[0]?.disputed, true);
});

test('a later word supersedes an earlier one of another time, and one voice never disputes itself', () => {
  const later = only(
    live(says('north', '2019-01-01', name('Hill')), says('south', '2020-01-01', name('Dale'))),
    'name',
  );
  assert.equal(later.state, 'settled');
  assert.deepEqual(later.value, text('Dale'));
  assert.equal(later.earlier.length, 1);
  const same = only(
    live(says('north', '2020-01-01', name('Hill')), says('north', '2020-01-01', name('Dale'))),
    'name',
  );
  assert.equal(same.state, 'settled');
});

test('another definition is no disagreement', () => {
  const log = live(
    says('north', '2020-01-01', { property: 'mines', value: number(3) }),
    says('south', '2020-01-01', { property: 'mines', value: number(9), definition: 'estimated' }),
  );
  const views = fold(log)[0]?.properties ?? [];
  assert.deepEqual(
    views.map((p) => [p.definition, p.state]),
    [
      ['estimated', 'settled'],
      ['found', 'settled'],
    ],
  );
});

test('a relay is no second voice: who said it counts, then who published it, then the source', () => {
  const log = live(
    report({ said: 'north', source: 'a newspaper' }, name('Hill')),
    report(
      { source: 'another newspaper' },
      { ...name('Dale'), published: { name: 'x' }, said: { name: 'north ' } },
    ),
  );
  assert.equal(only(log, 'name').state, 'settled');
  const unnamed = live(report({ source: 'a' }, name('Hill')), report({ source: 'b' }, name('Dale')));
  assert.equal(only(unnamed, 'name').state, 'disputed');
});

test('an undated word counts as late as its report, so that an earlier dated one does not supersede it', () => {
  const log = live(
    says('north', [null, '2020-06-01'], name('Hill')),
    says('south', '2019-01-01', name('Dale')),
  );
  const p = only(log, 'name');
  assert.deepEqual(p.value, text('Hill'));
  assert.equal(p.state, 'disputed');
});

test('law 4 over random claims: disputed exactly when one that remains beside the last does not meet it', () => {
  const claim = fc.record({
    voice: fc.constantFrom('a', 'b', 'c'),
    from: fc.integer({ min: 1, max: 6 }),
    length: fc.integer({ min: 0, max: 3 }),
    what: fc.constantFrom('x', 'y'),
  });
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 6 }), (claims) => {
      const spans = claims.map((c) => ({
        ...c,
        from: `2020-0${c.from}-01`,
        to: `2020-0${c.from + c.length}-01`,
      }));
      const reports = spans.map((c) => says(c.voice, [c.from, c.to], name(c.what)));
      const order = spans
        .map((c, i) => ({ ...c, id: reports[i]?.ref.id ?? '' }))
        .sort((a, b) => (`${a.to} ${a.from} ${a.id}` < `${b.to} ${b.from} ${b.id}` ? -1 : 1));
      const head = order.at(-1);
      assert.ok(head);
      const rivals = new Map(
        order.filter((c) => c.to >= head.from && c.from <= head.to).map((c) => [c.voice, c]),
      );
      rivals.set(head.voice, head);
      const disputed = [...rivals.values()].some((c) => c.what !== head.what);
      const p = only(live(...reports), 'name');
      assert.equal(p.state, disputed ? 'disputed' : 'settled');
      assert.equal(p.remaining.length, rivals.size - 1);
      assert.equal(p.remaining.length + p.earlier.length + 1, claims.length);
    }),
    { numRuns: 1000 },
  );
});

/* ---------------------------------------------------------------- choose */

test('a choice settles a dispute while its author saw all that remain, and lapses when a new word comes', () => {
  const a = says('north', '2020-01-01', name('Hill'));
  const b = says('south', '2020-01-01', name('Dale'));
  const choose = decide({
    act: 'choose',
    item: item(1),
    property: 'name',
    definition: '',
    saw: [a, b].map((r) => ({ report: r.ref.id, n: 0 })),
    takes: { report: a.ref.id, n: 0 },
  });
  const chosen = only([...live(a, b), choose], 'name');
  assert.equal(chosen.state, 'chosen');
  assert.deepEqual(chosen.value, text('Hill'));
  assert.equal(chosen.remaining.length, 1);
  const c = says('third', '2020-01-01', name('Vale'));
  const lapsed = only([...live(a, b, c), choose], 'name');
  assert.equal(lapsed.state, 'disputed');
  assert.equal(lapsed.lapsed, choose.ref.id);
});

test('two choices made apart that differ leave the property disputed; one made after the other counts', () => {
  const a = says('north', '2020-01-01', name('Hill'));
  const b = says('south', '2020-01-01', name('Dale'));
  const saw = [a, b].map((r) => ({ report: r.ref.id, n: 0 }));
  const choose = (takes: Named, after: readonly Named[] = []) =>
    decide(
      {
        act: 'choose',
        item: item(1),
        property: 'name',
        definition: '',
        saw,
        takes: { report: takes.ref.id, n: 0 },
      },
      { after: after.map((d) => d.ref) },
    );
  const first = choose(a);
  const apart = fold([...live(a, b), first, choose(b)])[0];
  assert.equal(apart?.properties.find((p) => p.property === 'name')?.state, 'disputed');
  assert.deepEqual(apart?.contested, [`choice/${item(1)}/name/`]);
  const after = only([...live(a, b), first, choose(b, [first])], 'name');
  assert.deepEqual([after.state, after.value], ['chosen', text('Dale')]);
});

/* ------------------------------------------------------- sum, set, monotone */

const area = (n: number, part: string) => ({ property: 'area', value: number(n), part });

test('a sum adds its parts, never one part twice', () => {
  const log = live(
    says('north', '2020-01-01', area(10, 'a')),
    says('north', '2020-01-01', area(5, 'b')),
    says('north', ['2019-12-01', '2020-02-01'], area(12, 'a')),
    says('north', '2021-01-01', area(1, 'a')),
  );
  const p = only(log, 'area');
  assert.deepEqual(p.value, number(18));
  assert.equal(p.state, 'settled');
  assert.equal(p.remaining.length, 3);
});

test('two voices on one part and time are disputed unless they say the same', () => {
  const both = (n: number) =>
    live(says('north', '2020-01-01', area(10, 'a')), says('south', '2020-01-01', area(n, 'a')));
  assert.equal(only(both(11), 'area').state, 'disputed');
  assert.equal(only(both(10), 'area').state, 'settled');
  assert.deepEqual(only(both(10), 'area').value, number(10));
});

test('a sum with an unknown part is a lower bound, never less', () => {
  const log = live(
    says('north', '2020-01-01', area(10, 'a')),
    says('north', '2020-01-01', {
      property: 'area',
      value: { type: 'unknown', why: 'not-measured' },
      part: 'b',
    }),
  );
  assert.deepEqual(only(log, 'area').value, { type: 'number', min: 10 });
});

const has = (c: string, yes = true) => ({
  property: 'ordnance',
  value: { type: 'member' as const, of: code(c), yes },
});

test('a set holds what the last word on each member affirms; a dispute keeps the member', () => {
  const log = live(
    says('north', '2020-01-01', has('mine')),
    says('north', '2020-01-01', has('uxo')),
    says('north', '2021-01-01', has('uxo', false)),
  );
  assert.deepEqual(
    only(log, 'ordnance').members?.map((m) => m.value),
    [code('mine')],
  );
  const disputed = only(
    live(says('north', '2020-01-01', has('mine')), says('south', '2020-01-01', has('mine', false))),
    'ordnance',
  );
  assert.equal(disputed.state, 'disputed');
  assert.deepEqual(
    disputed.members?.map((m) => [m.value, m.state]),
    [[code('mine'), 'disputed']],
  );
});

test('a cumulative count that falls is a dispute, whoever says it; one that rises is not', () => {
  const mines = (n: number) => ({ property: 'mines', value: number(n) });
  const falls = only(
    live(says('north', '2019-01-01', mines(9)), says('north', '2020-01-01', mines(8))),
    'mines',
  );
  assert.equal(falls.state, 'disputed');
  assert.deepEqual(
    falls.remaining.map((s) => s.value),
    [number(9)],
  );
  assert.equal(
    only(live(says('north', '2019-01-01', mines(8)), says('south', '2020-01-01', mines(9))), 'mines').state,
    'settled',
  );
  const within = { property: 'mines', value: { type: 'number' as const, number: 8, precision: 1 } };
  assert.equal(
    only(live(says('north', '2019-01-01', mines(9)), says('north', '2020-01-01', within)), 'mines').state,
    'settled',
  );
});

/* --------------------------------------------------------------- guarded */

const status = (c: string) => ({ property: 'hazard_status', value: code(c) });
const hazardClass = (c: string) => ({ property: 'hazard_class', value: code(c) });

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

const lower = (from: string) =>
  decide({
    act: 'lower',
    item: item(1),
    property: 'hazard_class',
    value: code('sha'),
    when: { from, to: '2023-01-01' },
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

/* -------------------------------------------------------------- standings */

test('a report is live once every step its rule asks has approved it', () => {
  const two = rule('review-steps', ['office', 'quality']);
  const r = report({}, name('Hill'));
  const step = (s: string) => decide({ act: 'approve', reports: [r.ref], step: s, under: two.ref });
  const standing = (log: readonly Named[]) => fold(log)[0]?.reports[0]?.standing;
  assert.equal(standing([r]), 'pending');
  assert.equal(standing([r, two, step('office')]), 'pending');
  assert.equal(standing([r, two, step('office'), step('quality')]), 'live');
  // the rule has not arrived at this office yet: what it asks is not known
  assert.equal(standing([r, step('office'), step('quality')]), 'pending');
  assert.equal(standing([r, approve(r)]), 'live');
});

test('returned, rejected, contested and withdrawn reports do not count, and say so', () => {
  const r = report({}, name('Hill'));
  const yes = approve(r);
  const act = (what: 'return' | 'reject', after: readonly Named[]) =>
    decide({ act: what, reports: [r.ref], step: 'review' }, { after: after.map((d) => d.ref) });
  const standing = (log: readonly Named[]) => fold(log)[0]?.reports[0]?.standing;
  assert.equal(standing([r, yes, act('return', [yes])]), 'returned');
  assert.equal(standing([r, yes, act('reject', [yes])]), 'rejected');
  assert.equal(standing([r, yes, act('reject', [])]), 'contested');
  const withdraw = decide({ act: 'withdraw', registers: registersOf(yes.entry) }, { after: [yes.ref] });
  assert.equal(standing([r, yes, withdraw]), 'pending');
  assert.equal(standing([r, yes, withdraw, approve(r)]), 'contested');
});

test('a live correction takes the corrected report out; a pending one does not, and a second does not bring it back', () => {
  const first = report({}, name('Hill'));
  const second = report({ corrects: [first.ref] }, name('Dale'));
  const third = report({ corrects: [second.ref] }, name('Vale'));
  assert.deepEqual(only([...live(first), second], 'name').value, text('Hill'));
  assert.deepEqual(only(live(first, second), 'name').value, text('Dale'));
  const p = only(live(first, second, third), 'name');
  assert.deepEqual([p.value, p.state], [text('Vale'), 'settled']);
});

test('one id with two contents: neither counts until a person settles which', () => {
  const a = report({ id: item(900) }, name('Hill'));
  const b = report({ id: item(900) }, name('Dale'));
  const log = [...live(a), b, approve(b)];
  assert.equal(only(log, 'name').state, 'pending');
  assert.deepEqual(fold(log)[0]?.contested, [`id/${item(900)}`]);
  const settle = decide({ act: 'settle-id', entry: item(900), takes: b.ref.digest });
  const p = only([...log, settle], 'name');
  assert.deepEqual([p.value, p.state], [text('Dale'), 'settled']);
});

test('a decision about another digest of a report is about another report', () => {
  const r = report({}, name('Hill'));
  const forged = decide({
    act: 'approve',
    reports: [{ id: r.ref.id, digest: '0'.repeat(64) }],
    step: 'review',
  });
  assert.equal(only([r, forged], 'name').state, 'pending');
});

test('a void with a second person stands only when another than its author confirms it', () => {
  const r = report({}, name('Hill'));
  const voided = decide(
    { act: 'void', of: { report: r.ref }, evidence: 'test entry', second: true },
    { by: person(2) },
  );
  const confirm = (by: number) => decide({ act: 'confirm', of: voided.ref }, { by: person(by) });
  const standing = (log: readonly Named[]) => fold(log)[0]?.standing;
  assert.equal(standing([...live(r), voided]), 'live');
  assert.equal(standing([...live(r), voided, confirm(2)]), 'live');
  assert.equal(standing([...live(r), voided, confirm(3)]), 'void');
});

/* ---------------------------------------------------- retarget and merge */

test('moving a claim to the right item, and back: nothing is lost', () => {
  const r = report({ kind: 'victim', item: item(1) }, { property: 'outcome', value: code('killed') });
  const other = report({ kind: 'victim', item: item(2) }, { property: 'outcome', value: code('injured') });
  const before = live(r, other);
  const move = decide({ act: 'retarget', moves: [{ report: r.ref, from: item(1), to: item(2) }] });
  const moved = fold([...before, move]);
  assert.deepEqual(
    moved.map((v) => v.id),
    [item(2)],
  );
  const back = decide({ act: 'withdraw', registers: registersOf(move.entry) }, { after: [move.ref] });
  assert.deepEqual(fold([...before, move, back]), fold(before));
});

test('single claims go before the whole of a report; a contested move leaves the claim where it was reported', () => {
  const r = report(
    { kind: 'victim' },
    { property: 'outcome', value: code('killed') },
    { property: 'needs', value: text('x') },
  );
  const whole = decide({ act: 'retarget', moves: [{ report: r.ref, from: item(1), to: item(2) }] });
  const single = decide({
    act: 'split',
    moves: [{ report: r.ref, from: item(1), to: item(3), claims: [0] }],
  });
  const views = fold([...live(r), whole, single]);
  assert.deepEqual(
    views.map((v) => [v.id, v.kind, v.properties.map((p) => p.property)]),
    [
      [item(2), 'victim', ['needs']],
      [item(3), 'victim', ['outcome']],
    ],
  );
  const against = decide({ act: 'retarget', moves: [{ report: r.ref, from: item(1), to: item(4) }] });
  const contested = fold([...live(r), whole, against]);
  assert.deepEqual(
    contested.map((v) => v.id),
    [item(1)],
  );
  assert.deepEqual(contested[0]?.contested, [`claims/${r.ref.id}/${item(1)}`]);
});

test('merged items show under the smallest id with the more dangerous class; other kinds are not merged', () => {
  const a = report({ item: item(2) }, hazardClass('sha'), outline(0, 0));
  const b = report({ item: item(1), said: 'south' }, hazardClass('cha'), outline(3, 3));
  const log = live(a, b);
  const merge = decide({ act: 'merge', pairs: [[item(2), item(1)]] });
  const [view, ...rest] = fold([...log, merge]);
  assert.equal(rest.length, 0);
  assert.deepEqual([view?.id, view?.joined], [item(1), [item(1), item(2)]]);
  assert.deepEqual(columnsOf(view as ItemView, model), {
    hazard_class: 'cha',
    hazard_class_state: 'disputed',
  });
  assert.equal(view?.drawing?.m2, 2);
  const victim = report({ item: item(3), kind: 'victim' }, { property: 'outcome', value: code('killed') });
  const wrong = decide({ act: 'merge', pairs: [[item(3), item(1)]] });
  assert.equal(fold([...live(a, b, victim), wrong]).length, 3);
});

/* --------------------------------------------------------- sealed, columns */

test('personal claims of two voices are sealed, and judged by the same rule once opened', () => {
  const opened = new Map<Digest, Value>();
  let salt = 0;
  const sealed = (said: string, when: string, ...claims: readonly Omit<Claim, 'on'>[]) => {
    const plain = report({ kind: 'victim', said, date: when }, ...claims);
    const draft = sealPersonal(plain.entry, model, () => (++salt).toString(16).padStart(32, '0'));
    for (const p of draft.personal) {
      const v = draft.report.claims[p.n]?.value;
      if (v?.type === 'personal') opened.set(v.commitment, JSON.parse(p.value) as Value);
    }
    return named(draft.report);
  };
  const called = (t: string) => ({ property: 'full_name', value: text(t) });
  const open = (log: readonly Named[], values: Opened = opened) =>
    unseal(fold(log)[0] as ItemView, values, model, squares).properties[0];
  const differ = live(
    sealed('north', '2020-01-01', called('A B')),
    sealed('south', '2020-01-01', called('A C')),
  );
  assert.equal(only(differ, 'full_name').state, 'sealed');
  assert.equal(open(differ)?.state, 'disputed');
  assert.deepEqual(open(differ)?.value, text('A C'));
  assert.equal(open(differ, new Map())?.state, 'sealed');
  assert.equal(
    open(live(sealed('north', '2020-01-01', called('A B')), sealed('south', '2020-01-01', called('A B '))))
      ?.state,
    'settled',
  );
  const age = (n: number) => ({ property: 'age', value: number(n) });
  const fallen = live(sealed('north', '2019-01-01', age(30)), sealed('north', '2020-01-01', age(29)));
  assert.equal(only(fallen, 'age').state, 'sealed');
  assert.equal(open(fallen)?.state, 'disputed');
});

test('columns hold plain values under the default definition, with the state beside what is not settled', () => {
  const [view] = fold(
    live(
      says('north', '2020-01-01', name('Hill')),
      says('south', '2020-01-01', name('Dale')),
      says('north', '2020-01-01', { property: 'mines', value: { type: 'number', min: 2, max: 5 } }),
      says('north', '2020-01-01', { property: 'mines', value: number(9), definition: 'estimated' }),
      says('north', '2020-01-01', has('mine')),
      says('north', '2020-01-01', has('uxo')),
      says('north', '2020-01-01', {
        property: 'unit',
        value: { type: 'link', key: { kind: 'place', id: 'P-1' } },
      }),
      says('north', '2020-01-01', outline(0, 0)),
    ),
  );
  assert.deepEqual(columnsOf(view as ItemView, model), {
    mines: null,
    mines_max: 5,
    mines_min: 2,
    name: 'Dale',
    name_state: 'disputed',
    ordnance: 'mine; uxo',
    unit: 'P-1',
  });
});

test('asking for some items gives the views of just those, joined ones under the shown id', () => {
  const reports = [1, 2, 3].map((n) => report({ item: item(n) }, name(`n${n}`)));
  const merge = decide({ act: 'merge', pairs: [[item(1), item(2)]] });
  const views = foldItems([...live(...reports), merge], [item(2)], null, model, squares);
  assert.deepEqual(
    views.map((v) => v.id),
    [item(1)],
  );
  assert.deepEqual(foldItems(reports, [item(9)], null, model, squares), []);
});
