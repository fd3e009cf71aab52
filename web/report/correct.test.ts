import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Claim, Report } from '@tilth/domain/report/entry';
import { assemble } from './assemble.ts';
import { correctionOf } from './correct.ts';

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const commitment = 'b'.repeat(64);

const claims: readonly Claim[] = [
  { on: 0, property: 'local_id', value: { type: 'text', text: 'OL-AC-7' } },
  {
    on: 0,
    property: 'occurred',
    value: { type: 'date', span: { from: '2026-02-01', to: '2026-02-28', typed: 'February 2026' } },
  },
  {
    on: 0,
    property: 'position',
    value: {
      type: 'geometry',
      geometry: { type: 'Point', coordinates: [17.5, 44.25] },
      accuracy: 10,
      basis: 'gnss',
    },
  },
  { on: 0, property: 'position_basis', value: { type: 'code', code: 'gnss' } },
  { on: 0, property: 'accuracy', value: { type: 'number', number: 10 } },
  {
    on: 0,
    property: 'marking_before',
    value: { type: 'member', of: { type: 'code', code: 'permanent-fence' }, yes: true },
  },
  { on: 0, property: 'casualties', value: { type: 'number', min: 2 } },
  { on: 0, property: 'narrative', value: { type: 'personal', commitment } },
  { on: 1, property: 'accident', value: { type: 'link', item: id(11) } },
  { on: 1, property: 'pcode', value: { type: 'text', text: 'OL0102' } },
  { on: 1, property: 'outcome', value: { type: 'code', code: 'killed' } },
  { on: 1, property: 'name', value: { type: 'personal', commitment } },
];
const report: Report = {
  type: 'report',
  id: id(10),
  programme: 'orlia',
  form: 'accident',
  form_version: 'web-1',
  date: '2026-03-01',
  when: { from: null, to: '2026-02-28' },
  by: id(1),
  written: '2026-03-01T08:00:00.000Z',
  source: { name: 'Police report 4', item: id(30) },
  said: { item: id(31) },
  sure: { source: 'B', information: 2 },
  items: [
    { id: id(11), kind: 'accident' },
    { id: id(12), kind: 'victim' },
  ],
  claims,
  attachments: [{ capture: 'c'.repeat(64), on: 1, media_type: 'image/jpeg', size: 5 }],
};
const ref = { id: id(10), digest: 'd'.repeat(64) };
let next = 100;
const begun = (personal: readonly { n: number; value: Claim['value'] }[], said: Report = report) =>
  correctionOf(
    {
      ref,
      number: 7,
      instant: '2026-03-01T09:00:00.000Z',
      report: said,
      personal,
      decisions: [],
      corrected: [],
    },
    builtIn,
    {
      id: id(20),
      report: id(21),
      by: id(1),
      today: '2026-03-10',
      now: '2026-03-10T08:00:00.000Z',
      tag: 'en',
      about: false,
      item: null,
      newId: () => id(next++),
    },
  );

test('a correction begins with all that the report said, under an id of its own, and names what it corrects', () => {
  const draft = begun([
    { n: 7, value: { type: 'text', text: 'An account' } },
    { n: 11, value: { type: 'text', text: 'Somebody' } },
  ]);
  assert.deepEqual(draft.lost, []);
  const made = assemble(draft, builtIn);
  assert.deepEqual(made.needs, []);
  const again = made.report;
  assert.ok(again);
  assert.equal(again.id, id(21));
  assert.deepEqual(again.corrects, [ref]);
  assert.deepEqual(again.items, report.items);
  assert.deepEqual(again.sure, report.sure);
  assert.deepEqual([again.source, again.said], [report.source, report.said]);
  const other = assemble(
    { ...draft, head: { ...draft.head, source: 'Police report 5', said: 'Police' } },
    builtIn,
  );
  assert.deepEqual(
    [other.report?.source, other.report?.said],
    [{ name: 'Police report 5' }, { name: 'Police' }],
  );
  assert.deepEqual([again.when.from, again.when.to], [report.when.from, report.when.to]);
  const said = (r: Report) => new Set(r.claims.map((c) => `${c.on} ${c.property}`));
  assert.deepEqual(said(again), said(report));
  const place = again.claims.find((c) => c.property === 'position')?.value;
  assert.ok(place?.type === 'geometry' && place.accuracy === 10 && place.basis === 'gnss');
  assert.deepEqual(again.claims.find((c) => c.property === 'casualties')?.value, {
    type: 'number',
    min: 2,
    typed: '>= 2',
  });
  assert.equal(again.attachments?.[0]?.capture, 'c'.repeat(64));
});

test('what is personal and may not be read is named as missing, not left out in silence', () => {
  const draft = begun([]);
  assert.deepEqual(draft.lost, ['What happened', 'Name']);
});

test('a claim with a date or a speaker of its own can’t be taken over by a form, and is named', () => {
  const own: Claim = {
    ...claims[0],
    on: 0,
    property: 'local_id',
    value: { type: 'text', text: 'X' },
    said: { name: 'Police' },
  };
  const draft = correctionOf(
    {
      ref,
      number: 7,
      instant: '2026-03-01T09:00:00.000Z',
      report: { ...report, claims: [own, ...claims.slice(1, 3)] },
      personal: [],
      decisions: [],
      corrected: [],
    },
    builtIn,
    {
      id: id(20),
      report: id(21),
      by: id(1),
      today: '2026-03-10',
      now: '2026-03-10T08:00:00.000Z',
      tag: 'en',
      about: false,
      item: null,
      newId: () => id(next++),
    },
  );
  assert.deepEqual(draft.lost, ['Local id']);
});

test('a size, a date and a place sent back untouched say what they said, whatever was typed then', () => {
  const size = { type: 'number', number: 12_500, precision: 1000, typed: '12.500' } as const;
  const found = {
    type: 'date',
    span: { from: '2020-01-01', to: '2026-03-01', typed: 'since 2020' },
  } as const;
  const position = {
    type: 'geometry',
    geometry: { type: 'Point', coordinates: [17.5, 44.25] },
    typed: '17.5 44.25',
  } as const;
  const said: Report = {
    ...report,
    said: { name: 'Police' },
    items: [{ id: id(11), kind: 'hazardous-area' }],
    claims: [
      { on: 0, property: 'reported_area', value: size },
      { on: 0, property: 'identified_on', value: found },
      { on: 0, property: 'reference_point', value: position },
    ],
    attachments: [],
  };
  const draft = begun([], said);
  assert.deepEqual(draft.lost, []);
  const values = assemble(draft, builtIn).sheets.flatMap((s) => s.claims.map((c) => c.value));
  const [a, b, c] = ['number', 'date', 'geometry'].map((type) => values.find((v) => v.type === type));
  assert.deepEqual(a, { type: 'number', number: 12_500, precision: 1000 });
  assert.ok(b?.type === 'date' && b.span.from === '2020-01-01' && b.span.to === '2026-03-01');
  assert.ok(c?.type === 'geometry');
  assert.deepEqual(c.geometry, position.geometry);
});
