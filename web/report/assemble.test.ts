import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import { canonical } from '@tilth/domain/report/canonical';
import { opens } from '@tilth/domain/report/commitment';
import { assemble, fixed, sealed } from './assemble.ts';
import { type Answer, blankDraft, type Draft, saysAnything, sentDraft, withAnswer } from './draft.ts';

const id = '018f0000-0000-7000-8000-000000000001';
const by = '018f0000-0000-7000-8000-000000000002';
const item = '018f0000-0000-7000-8000-000000000003';

function kindOf(name: string) {
  const kind = builtIn.kinds.get(name);
  assert.ok(kind);
  return kind;
}

function draftOf(kind: string, answers: Readonly<Record<string, Answer>>, about = false): Draft {
  const blank = blankDraft({
    id,
    item,
    about,
    programme: 'orlia',
    by,
    kind,
    today: '2026-03-10',
    now: '2026-03-10T08:00:00.000Z',
  });
  const head = { ...blank.head, source: 'Survey form 12', when: 'March 2020' };
  return Object.entries(answers).reduce(
    (draft, [name, answer]) => {
      const property = kindOf(kind).properties[name];
      assert.ok(property, name);
      return withAnswer(draft, name, property, answer);
    },
    { ...blank, head },
  );
}

const outline: Answer = {
  as: 'geometry',
  shape: 'polygon',
  text: '44.2500, 17.5000\n44.2510, 17.5000\n44.2510, 17.5010',
  size: '',
  accuracy: '5',
  basis: 'gnss',
};

test('a filled form makes a report the record takes, with the outline closed and what was typed kept', () => {
  const made = assemble(draftOf('hazardous-area', { outline }), kindOf('hazardous-area'), builtIn);
  assert.deepEqual(made.needs, []);
  const claim = made.report?.claims.find((c) => c.property === 'outline');
  assert.ok(claim?.value.type === 'geometry' && claim.value.geometry.type === 'Polygon');
  const [ring = []] = claim.value.geometry.coordinates;
  assert.deepEqual(ring[0], ring.at(-1));
  assert.equal(claim.value.accuracy, 5);
  assert.match(claim.value.typed ?? '', /44\.2510, 17\.5010$/);
  assert.deepEqual(made.report?.when, { from: '2020-03-01', to: '2020-03-31', typed: 'March 2020' });
  assert.ok(made.report?.claims.some((c) => c.property === 'accuracy'));
});

test('nothing can be sent without a source, a date, a statement and, on a new record, a place', () => {
  const kind = kindOf('hazardous-area');
  const bare = draftOf('hazardous-area', {});
  const empty = { ...bare, head: { ...bare.head, source: ' ', when: '' } };
  assert.deepEqual(assemble(empty, kind, builtIn).needs, ['source', 'when', 'place', 'claims']);
  assert.equal(assemble(empty, kind, builtIn).report, null);
  const size: Answer = { as: 'number', text: '1200', give: '' };
  assert.deepEqual(assemble(draftOf('hazardous-area', { reported_area: size }), kind, builtIn).needs, [
    'place',
  ]);
  assert.ok(assemble(draftOf('hazardous-area', { reported_area: size }, true), kind, builtIn).report);
});

test('a place may be unknown when the reason is given, or as coarse as a code of its unit', () => {
  const kind = kindOf('hazardous-area');
  for (const answers of [
    { outline: { as: 'unknown', why: 'not-recorded' } as const },
    { pcode: { as: 'text', text: 'OL0102' } as const },
  ])
    assert.ok(assemble(draftOf('hazardous-area', answers), kind, builtIn).report);
});

test('a field that cannot be taken is named and holds the report back', () => {
  const kind = kindOf('hazardous-area');
  const tooFew: Answer = { ...outline, text: '44.25, 17.5\nnowhere' };
  const made = assemble(draftOf('hazardous-area', { outline: tooFew }), kind, builtIn);
  assert.equal(made.report, null);
  assert.equal(made.fields.get('outline')?.wrong.length, 2);
});

test('a personal value leaves the browser only beside the report, under a seal that it opens', () => {
  const kind = kindOf('victim');
  const draft = draftOf('victim', { name: { as: 'text', text: 'Somebody' } }, true);
  assert.deepEqual(Object.keys(draft.answers), [], 'it lies apart in the draft too');
  const { report } = assemble(draft, kind, builtIn);
  assert.ok(report);
  let n = 0;
  const salt = () => String(n++).padStart(32, '0');
  const ready = fixed(draft, report, builtIn, '2026-03-10T09:00:00.000Z', salt);
  const again = assemble(ready, kind, builtIn).report;
  assert.ok(again);
  const first = sealed(ready, again, builtIn, salt);
  assert.doesNotMatch(JSON.stringify(first.report), /Somebody/);
  const [kept] = first.personal;
  const value = first.report.claims[kept?.n ?? -1]?.value;
  assert.ok(kept && value?.type === 'personal' && opens(value.commitment, kept));

  const twice = sealed(fixed(ready, again, builtIn, '2026-03-11T09:00:00.000Z', salt), again, builtIn, salt);
  assert.equal(canonical(twice), canonical(first), 'sent again it is the same, byte for byte');
});

test('of a draft that was received nothing is left that it said', () => {
  const draft = draftOf('victim', { name: { as: 'text', text: 'Somebody' } }, true);
  assert.ok(saysAnything(draft));
  const left = sentDraft(draft, 12);
  assert.ok(!saysAnything(left));
  assert.doesNotMatch(JSON.stringify(left), /Somebody|Survey form/);
});
