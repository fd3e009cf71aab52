import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Bare, forgotten, split, together } from './apart.ts';
import { type Answer, blankDraft, type Draft } from './draft.ts';

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const links = (...all: Extract<Answer, { as: 'links' }>['links']): Answer => ({ as: 'links', links: all });
const informant = 'Keeper of the mill';

const blank = blankDraft({
  id: id(1),
  report: id(2),
  item: id(3),
  about: false,
  programme: 'orlia',
  by: id(4),
  kind: 'accident',
  today: '2026-03-10',
  now: '2026-03-10T08:00:00.000Z',
});
const written: Draft = {
  ...blank,
  head: { ...blank.head, source: 'Visit', said: informant },
  answers: {
    local_id: { as: 'text', text: 'OL-AC-7' },
    areas: links({ kind: 'hazardous-area', title: 'Mill field', item: id(30) }),
    organisation: links({ kind: 'organisation', title: `${informant}’s group` }),
  },
  personal: { narrative: { as: 'text', text: `As ${informant} told it` } },
  parts: [
    {
      item: id(5),
      kind: 'victim',
      by: 'accident',
      same: true,
      answers: { place: links({ kind: 'place', title: `Home of ${informant}`, item: id(31) }) },
      personal: { name: { as: 'text', text: informant } },
    },
  ],
  corrects: { ref: { id: id(6), digest: 'd'.repeat(64) }, number: 7 },
  spoke: { source: { name: 'Visit' }, said: { name: informant } },
};

test('a draft kept in two comes back whole', () => {
  const { bare, apart } = split(written, null);
  assert.ok(apart);
  assert.deepEqual(together(bare, apart), { draft: written, sealed: null });
});

test('what stays after signing out names neither who said it nor what linked records are called', () => {
  const { bare } = split(written, null);
  const left = JSON.stringify(bare);
  assert.ok(!left.includes(informant) && !left.includes('Mill field'));
  const { draft } = together(bare, undefined);
  assert.deepEqual(draft.head, { ...written.head, said: '' });
  assert.equal(draft.spoke, null);
  // the link itself stays, by its record; a link that was nothing but a name goes
  assert.deepEqual(draft.answers, {
    local_id: written.answers.local_id,
    areas: links({ kind: 'hazardous-area', title: id(30).slice(0, 8), item: id(30) }),
  });
  assert.deepEqual(draft.parts[0]?.answers, {
    place: links({ kind: 'place', title: id(31).slice(0, 8), item: id(31) }),
  });
});

test('a correction that lost values at signing out says so, once; another report has nothing to say', () => {
  const { bare } = split(written, null);
  assert.deepEqual(forgotten(forgotten(bare)).lost, ['web.form.forgotten']);
  assert.deepEqual(forgotten({ ...bare, corrects: null }).lost, []);
});

test('a draft with nothing to keep apart is kept in one', () => {
  const plain: Draft = { ...blank, answers: { local_id: { as: 'text', text: 'OL-AC-7' } } };
  const { bare, apart } = split(plain, null);
  assert.equal(apart, null);
  assert.deepEqual(together(bare, undefined).draft, plain);
});

test('a draft kept before these lay apart is read whole, and lies apart once it is kept again', () => {
  const { personal, files, parts, ...rest } = written;
  const before: Bare = { ...rest, parts: parts.map(({ personal: _, ...part }) => part) };
  const room = { personal, files, sealed: null, parts: { [id(5)]: parts[0]?.personal ?? {} } };
  const read = together(before, room);
  assert.deepEqual(read.draft, written);
  assert.ok(!JSON.stringify(split(read.draft, read.sealed).bare).includes(informant));
});
