import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Kind, Model, Property, Sensitivity } from '../record/kind.ts';
import { builtIn } from '../record/kinds.ts';
import type { Claim, Decision, Entry, Report } from '../report/entry.ts';
import type { ItemView, PropertyView } from '../report/view.ts';
import { aroundOf } from './around.ts';
import { mayRead, type Role, readLevel } from './level.ts';
import { redactEntry, redactView } from './redact.ts';

const levels: Sensitivity[] = ['public', 'partner', 'restricted', 'personal'];
const property = (sensitivity: Sensitivity): Property => ({
  label: sensitivity,
  description: '',
  type: 'text',
  fold: 'latest',
  sensitivity,
});
const kind: Kind = {
  name: 'thing',
  label: 'Thing',
  plural: 'Things',
  description: '',
  sensitivity: 'public',
  standard: [],
  drawing: 'hazard',
  place: 'partner',
  properties: Object.fromEntries(levels.map((l) => [l, property(l)])),
};
const model: Model = { kinds: new Map([['thing', kind]]), lists: new Map() };
const item = '018f0000-0000-7000-8000-000000000001';

/** Every text says its own level, so that a leak can be seen in the answer's characters. */
const mark = (level: Sensitivity, n: number) => `<${level}-${n}>`;

const claimOf = (level: Sensitivity, n: number): Claim => ({
  on: 0,
  property: level,
  value: { type: 'text', text: mark(level, n) },
  where: { quote: { exact: mark('restricted', n) }, cell: { row: n } },
  sure: { source: 'B', doubt: mark('restricted', n) },
  said: { name: mark('restricted', n), speaker_kind: 'person-named' },
});

const anyReport = fc.array(fc.constantFrom(...levels), { maxLength: 8 }).map(
  (wanted): Report => ({
    type: 'report',
    id: '018f0000-0000-7000-8000-0000000000aa',
    programme: 'p',
    form: 'f',
    form_version: '1',
    date: '2024-01-01',
    when: { from: null, to: '2024-01-01' },
    by: '018f0000-0000-7000-8000-0000000000bb',
    written: '2024-01-01T00:00:00.000Z',
    source: { name: 'office' },
    items: [{ id: item, kind: 'thing' }],
    claims: wanted.map(claimOf),
    changes: [{ code: 'x', facts: { got: mark('restricted', 0) } }],
  }),
);

const viewOf = (report: Report): ItemView => ({
  id: item,
  kind: 'thing',
  joined: [item],
  standing: 'live',
  disputed: true,
  contested: [`choice/${item}/restricted/`, `standing/${report.id}/review`],
  properties: report.claims.map(
    (c, n): PropertyView => ({
      property: c.property,
      definition: '',
      value: c.value,
      state: c.property === 'personal' ? 'disputed' : 'settled',
      claim: { report: report.id, n },
      remaining: [
        {
          claim: { report: report.id, n },
          value: c.value,
          when: report.when,
          voice: c.said?.name ?? 'v',
          ...(c.said && { said: c.said }),
          source: 's',
          standing: 'live',
          ...(c.sure === undefined ? {} : { sure: c.sure }),
        },
      ],
      earlier: [],
    }),
  ),
  drawing: {
    geometry: { type: 'Point', coordinates: [1.234567, 2] },
    reported: null,
    unsupported: null,
    released: [],
    m2: null,
    extent: 'position',
  },
  reports: [],
});

function leaks(answer: unknown, level: Sensitivity | null): string[] {
  const text = JSON.stringify(answer);
  return levels.filter((l) => !mayRead(level, l) && text.includes(`<${l}-`));
}

test('nothing above the level of the reader is left in a view or an entry', () => {
  fc.assert(
    fc.property(anyReport, fc.constantFrom<Sensitivity | null>(null, ...levels), (report, level) => {
      const view = redactView(viewOf(report), kind, level);
      assert.deepEqual(leaks(view, level), []);
      if (level === null) assert.equal(view, null);
      if (!mayRead(level, 'partner')) assert.equal(JSON.stringify(view).includes('1.234567'), false);
      const entry = redactEntry(report, model, () => level);
      assert.deepEqual(leaks(entry, level), []);
      if (!mayRead(level, 'restricted')) assert.equal(JSON.stringify(entry).includes(report.by), false);
    }),
    { numRuns: 1000 },
  );
});

test('what may be read is left as it is', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const level = 'personal';
      assert.deepEqual(redactView(viewOf(report), kind, level), viewOf(report));
      assert.deepEqual(
        redactEntry(report, model, () => level),
        report,
      );
    }),
  );
});

test('claims keep their places, so that a claim can still be named', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const entry = redactEntry(report, model, () => 'public');
      assert.ok(entry.type === 'report' && entry.claims.length === report.claims.length);
    }),
  );
});

test('a hidden dispute does not show', () => {
  const report = fc.sample(anyReport, 1)[0];
  assert.ok(report);
  const settled = { ...viewOf({ ...report, claims: [claimOf('personal', 1)] }), contested: [] };
  assert.equal(redactView(settled, kind, 'public')?.disputed, false);
  assert.equal(redactView(settled, kind, 'personal')?.disputed, true);
});

test('decisions lose their words and their persons for the public', () => {
  const decision: Decision = {
    type: 'decision',
    id: item,
    programme: 'p',
    by: '018f0000-0000-7000-8000-0000000000bb',
    written: '2024-01-01T00:00:00.000Z',
    reason: mark('restricted', 1),
    after: [],
    act: 'void',
    of: { item, land: { type: 'Point', coordinates: [1.234567, 2] }, m2: 3 },
    evidence: mark('restricted', 2),
  };
  const seen = JSON.stringify(redactEntry(decision, model, () => 'public'));
  assert.deepEqual(leaks(JSON.parse(seen), 'public'), []);
  assert.equal(seen.includes('1.234567'), false);
  assert.equal(seen.includes(decision.by), false);
});

test('without a role one has what the programme opens, and never more', () => {
  const role = fc.constantFrom<Role | undefined>(
    undefined,
    'viewer',
    'collector',
    'reviewer',
    'administrator',
  );
  const opened = fc.dictionary(
    fc.constantFrom('*', 'thing', 'other'),
    fc.constantFrom('public', 'partner', 'restricted'),
  );
  fc.assert(
    fc.property(role, opened, (r, o) => {
      const level = readLevel(r, o, 'thing');
      if (r === undefined) assert.equal(level, o.thing ?? o['*'] ?? null);
      else assert.ok(mayRead(level, 'partner'));
      if (level === 'personal') assert.ok(r === 'reviewer' || r === 'administrator');
    }),
  );
});

const idOf = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** A report on items of these kinds, decisions about it and its first item, and what its reader gets of them. */
function historyOf(kinds: readonly string[], level: Sensitivity, standing: 'live' | 'pending' = 'live') {
  const id = idOf(1);
  const plain = { programme: 'p', by: idOf(9), written: '2024-01-01T00:00:00.000Z' } as const;
  const decided = { ...plain, type: 'decision', after: [], reason: 'Spoke with N. N.' } as const;
  const items = kinds.map((k, n) => ({ id: idOf(2 + n), kind: k }));
  const [first] = items;
  assert.ok(first);
  const entries: Entry[] = [
    {
      ...plain,
      type: 'report',
      id,
      form: 'f',
      form_version: '1',
      date: '2024-01-01',
      when: { from: null, to: '2024-01-01' },
      source: { name: 'office' },
      sure: { source: 'B', doubt: 'N. N. is not sure' },
      items,
      claims: [
        { on: 0, property: 'local_id', value: { type: 'text', text: 'H-1' } },
        { on: 0, property: 'hazard_class', value: { type: 'code', code: 'sha' } },
      ],
      changes: [{ code: 'x', facts: { got: 'N. N.' } }],
    },
    { ...decided, id: idOf(20), act: 'return', reports: [{ id, digest: '0' }], step: 'review' },
    { ...decided, id: idOf(21), act: 'withdraw', registers: [`standing/${id}/review`] },
    { ...decided, id: idOf(22), act: 'void', of: { item: first.id }, evidence: 'Asked N. N.', saw: [] },
    { ...decided, id: idOf(23), act: 'confirm', of: { id: idOf(22), digest: '0' } },
  ];
  const view: ItemView = {
    id: first.id,
    kind: first.kind,
    joined: [first.id],
    standing: 'live',
    disputed: false,
    contested: [],
    properties: [],
    reports: [{ id, standing, date: '2024-01-01' }],
  };
  const around = aroundOf(view, entries);
  return entries.map((e) => redactEntry(e, builtIn, () => level, around));
}

test('words about victims and accidents are personal: of a report, of each decision on it, also by way of another', () => {
  const tells = (e: Entry) => JSON.stringify(e).includes('N. N.');
  for (const kind of ['victim', 'accident']) {
    for (const level of ['public', 'partner', 'restricted'] as const)
      assert.deepEqual(historyOf([kind], level).filter(tells), [], `${kind} at ${level}`);
    assert.ok(historyOf([kind], 'personal').every(tells));
  }
  const mixed = historyOf(['hazardous-area', 'accident'], 'restricted').map(tells);
  assert.deepEqual(
    mixed,
    [false, false, false, true, true],
    'but a void of the land alone is about the land',
  );
});

test('words about land are for those who read what is restricted, and so is who wrote them', () => {
  const told = historyOf(['hazardous-area'], 'restricted');
  assert.ok(told.every((e) => JSON.stringify(e).includes('N. N.') && e.by === idOf(9)));
  const hidden = historyOf(['hazardous-area'], 'partner');
  assert.ok(hidden.every((e) => !JSON.stringify(e).includes('N. N.') && e.by !== idOf(9)));
});

test('everybody reads of a report nobody approved only what puts danger on the map', () => {
  const propertiesOf = (entries: readonly Entry[]) =>
    entries.flatMap((e) => (e.type === 'report' ? e.claims.map((c) => c.property) : []));
  assert.deepEqual(propertiesOf(historyOf(['hazardous-area'], 'public', 'pending')), ['hidden', 'hidden']);
  assert.deepEqual(propertiesOf(historyOf(['hazardous-area'], 'partner', 'pending')), [
    'local_id',
    'hazard_class',
  ]);
});
