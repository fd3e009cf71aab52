import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import { opens } from '@tilth/domain/report/commitment';
import { digestOf } from '@tilth/domain/report/digest';
import { assemble as assembled, sealed } from './assemble.ts';
import {
  type Answer,
  blankDraft,
  type Draft,
  saysAnything,
  sentDraft,
  withAnswer,
  withoutPart,
  withPart,
  withSheet,
} from './draft.ts';

const id = '018f0000-0000-7000-8000-000000000001';
const by = '018f0000-0000-7000-8000-000000000002';
const item = '018f0000-0000-7000-8000-000000000003';
const report = '018f0000-0000-7000-8000-000000000004';

const assemble = (draft: Draft) => {
  const made = assembled(draft, builtIn);
  return { ...made, needs: made.needs.map((n) => (n.sheet === 0 ? n.what : `${n.what} ${n.sheet}`)) };
};

function kindOf(name: string) {
  const kind = builtIn.kinds.get(name);
  assert.ok(kind);
  return kind;
}

function draftOf(kind: string, answers: Readonly<Record<string, Answer>>, about = false): Draft {
  const blank = blankDraft({
    id,
    report,
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
  const made = assemble(draftOf('hazardous-area', { outline }));
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
  const bare = draftOf('hazardous-area', {});
  const empty = { ...bare, head: { ...bare.head, source: ' ', when: '' } };
  assert.deepEqual(assemble(empty).needs, ['source', 'when', 'place', 'claims']);
  assert.equal(assemble(empty).report, null);
  const size: Answer = { as: 'number', text: '1200', give: '' };
  assert.deepEqual(assemble(draftOf('hazardous-area', { reported_area: size })).needs, ['place']);
  assert.ok(assemble(draftOf('hazardous-area', { reported_area: size }, true)).report);
});

test('a place may be unknown when the reason is given, or as coarse as a code of its unit', () => {
  for (const answers of [
    { outline: { as: 'unknown', why: 'not-recorded' } as const },
    { pcode: { as: 'text', text: 'OL0102' } as const },
  ])
    assert.ok(assemble(draftOf('hazardous-area', answers)).report);
});

test('a field that cannot be taken is named and holds the report back', () => {
  const tooFew: Answer = { ...outline, text: '44.25, 17.5\nnowhere' };
  const made = assemble(draftOf('hazardous-area', { outline: tooFew }));
  assert.equal(made.report, null);
  assert.equal(made.sheets[0]?.fields.get('outline')?.wrong.length, 2);
});

const salts = () => {
  let n = 0;
  return () => String(n++).padStart(32, '0');
};

test('a personal value leaves the browser only beside the report, under a seal that it opens', () => {
  const draft = draftOf('victim', { name: { as: 'text', text: 'Somebody' } }, true);
  assert.deepEqual(Object.keys(draft.answers), [], 'it lies apart in the draft too');
  const made = assemble(draft).report;
  assert.ok(made);
  const now = '2026-03-10T09:00:00.000Z';
  const first = sealed(made, builtIn, now, salts());
  assert.doesNotMatch(JSON.stringify(first.sealed.report), /Somebody/);
  const [kept] = first.sealed.personal;
  const value = first.sealed.report.claims[kept?.n ?? -1]?.value;
  assert.ok(kept && value?.type === 'personal' && opens(value.commitment, kept));
  assert.equal(digestOf(first.sealed.report), first.digest);
  assert.equal(first.sealed.report.id, report);
  const quoting = made.claims.map((c) =>
    c.property === 'name' ? { ...c, where: { quote: { exact: 'Somebody was hurt' } } } : c,
  );
  const second = sealed({ ...made, claims: quoting }, builtIn, now, salts());
  assert.doesNotMatch(JSON.stringify(second.sealed.report), /was hurt/);
  assert.match(JSON.stringify(second.sealed.kept), /was hurt/, 'its words go to the room apart, not lost');
});

const accident: Readonly<Record<string, Answer>> = {
  position: { as: 'geometry', shape: 'point', text: '44.25, 17.5', size: '', accuracy: '10', basis: 'gnss' },
  occurred: { as: 'date', text: '2026-02-14' },
};
const twoVictims = (): Draft => {
  const one = withPart(draftOf('accident', accident), kindOf('victim'), 'accident', 'victim-1');
  const both = withPart(one, kindOf('victim'), 'accident', 'victim-2');
  const injured: Answer = { as: 'codes', codes: ['injured'] };
  const outcome = kindOf('victim').properties.outcome;
  assert.ok(outcome);
  return withSheet(both, 2, (sheet) => withAnswer(sheet, 'outcome', outcome, injured));
};

test('an accident with two victims is one report on three items, each victim linked back', () => {
  const made = assembled(twoVictims(), builtIn);
  assert.deepEqual(made.needs, []);
  const claims = made.sheets.flatMap((s) => s.claims);
  for (const on of [1, 2]) {
    const said = claims.filter((c) => c.on === on);
    assert.deepEqual(said.find((c) => c.property === 'accident')?.value, { type: 'link', item });
    const place = said.find((c) => c.property === 'position')?.value;
    assert.deepEqual(place?.type === 'geometry' && place.geometry.coordinates, [17.5, 44.25], 'same place');
    assert.ok(said.some((c) => c.property === 'accident_date' && c.value.type === 'date'));
  }
  assert.deepEqual(
    claims.filter((c) => c.property === 'outcome').map((c) => c.on),
    [2],
  );
});

test('a part that has its own place keeps it, one that shares none has to say where, and a part can be taken out', () => {
  const own = withSheet(twoVictims(), 1, (sheet) => ({
    ...sheet,
    same: false,
    answers: { pcode: { as: 'text', text: 'OL0102' } as const },
  }));
  const [, first] = assembled(own, builtIn).sheets;
  assert.ok(first?.claims.every((c) => c.property !== 'position'));
  const bare = withSheet(twoVictims(), 2, (sheet) => ({ ...sheet, same: false }));
  assert.deepEqual(assemble(bare).needs, ['place 2']);
  assert.deepEqual(
    withoutPart(bare, 1).parts.map((p) => p.item),
    ['victim-1'],
  );
});

test('an outline is no place of a single find beside it', () => {
  const area = withPart(draftOf('hazardous-area', { outline }), kindOf('find'), 'hazard', 'find-1');
  assert.deepEqual(assemble(area).needs, ['place 1']);
});

test('photos stand in the report by their digest and item, never by their name', () => {
  const file = {
    id: 'file-1',
    on: 'victim-2',
    name: 'Somebody.jpg',
    media_type: 'image/jpeg',
    size: 12,
    digest: 'a'.repeat(64),
    bare: true,
    extras: 'none',
    place: null,
    sent: false,
  } as const;
  const draft = withSheet({ ...twoVictims(), files: [file] }, 1, (sheet) => ({
    ...sheet,
    answers: { outcome: { as: 'codes', codes: ['killed'] } as const },
  }));
  const made = assemble(draft).report;
  // ids of this test are words, which the checks refuse
  assert.equal(made, null);
  const ids = (id: string) => `018f0000-0000-7000-8000-00000000000${id.slice(-1)}`;
  const sound = {
    ...draft,
    parts: draft.parts.map((p) => ({ ...p, item: ids(`1${p.item.slice(-1) === '1' ? 7 : 8}`) })),
    files: [{ ...file, on: ids('8') }],
  };
  const said = assemble(sound).report;
  assert.deepEqual(said?.attachments, [{ capture: file.digest, on: 2, media_type: 'image/jpeg', size: 12 }]);
  assert.doesNotMatch(JSON.stringify(said), /Somebody/);
});

test('a value beside which another makes no sense is told, and does not hold the report back', () => {
  const died: Answer = { as: 'date', text: '2026-02-14' };
  const injured: Answer = { as: 'codes', codes: ['injured'] };
  const made = assemble(draftOf('victim', { outcome: injured, died_on: died }, true));
  assert.deepEqual(
    made.sheets[0]?.notices.map((p) => p.code),
    ['value-without-ground'],
  );
  assert.ok(made.report);
});

test('an outline may be pasted whole, and is kept as it was pasted', () => {
  const text = 'POLYGON ((17.5 44.25, 17.501 44.25, 17.501 44.251, 17.5 44.25))';
  const made = assemble(draftOf('hazardous-area', { outline: { ...outline, text } }));
  const value = made.report?.claims.find((c) => c.property === 'outline')?.value;
  assert.ok(value?.type === 'geometry' && value.geometry.type === 'Polygon' && value.typed === text);
});

test('of a draft that was received nothing is left that it said', () => {
  const draft = draftOf('victim', { name: { as: 'text', text: 'Somebody' } }, true);
  assert.ok(saysAnything(draft));
  const receipt = { number: 12, instant: '2026-03-10T09:00:00.000Z', digest: 'a'.repeat(64), chain: null };
  const left = sentDraft(draft, receipt);
  assert.ok(!saysAnything(left));
  assert.doesNotMatch(JSON.stringify(left), /Somebody|Survey form/);
});
