import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Suggestion } from '@tilth/domain/evidence/suggestion';
import { checkApprovable } from '@tilth/domain/record/approvable';
import { builtIn } from '@tilth/domain/record/kinds';
import type { ArticlePage } from '../ask/articles.ts';
import { finish, storedOf } from './finish.ts';
import {
  acceptMark,
  beginReading,
  changeMark,
  markAgain,
  markByHand,
  rejectMark,
  sayNoPlace,
  withKind,
} from './reading.ts';

const text = 'The mines become inert within two weeks, a spokesman said.';
const suggestion: Suggestion = {
  span: { start: 4, end: 39, text: text.slice(4, 39) },
  subject: 'the mines',
  predicate: 'become',
  object: 'inert',
  value: 2,
  unit: 'week',
  bound: 'at-most',
  event_date: '2026-10-05',
  speaker: 'a spokesman',
  speaker_kind: 'unnamed',
  certainty: 'asserted',
  relayed_by: null,
  why: 'said',
  kind: 'munition-model',
  property: 'self_deactivate_claimed',
  code: null,
};
const page: ArticlePage = {
  digest: 'b'.repeat(64),
  text_digest: 'a'.repeat(64),
  title: 'Mines',
  publisher: 'Example Post',
  published: '2026-10-06',
  author: null,
  date_line: null,
  original_publisher: null,
  relays: [],
  language: 'en',
  address: null,
  media_type: 'text/plain',
  bytes: text.length,
  sensitivity: 'restricted',
  received: '2026-10-07T00:00:00.000Z',
  state: 'new',
  text,
  notices: [],
  near_duplicates: [],
  voice: { name: 'Example Post', because: 'own' },
  suggestions: [suggestion],
};
const id = (n: number) => `0192f000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const begun = () =>
  beginReading(
    page,
    builtIn,
    { tag: 'en', today: '2026-10-07' },
    { programme: 'orlia', by: id(1), report: id(2) },
  );
const now = { today: '2026-10-07', written: '2026-10-07T08:00:00.000Z' };

test('nothing is sent that nobody accepted, and nothing that was rejected', () => {
  assert.equal(finish(page, begun(), builtIn, now).report, null);
  assert.equal(finish(page, rejectMark(begun(), 's0'), builtIn, now).report, null);
});

test('what is accepted says in the report what the words say, of a record named by them', () => {
  const { report, claims } = finish(
    page,
    acceptMark(begun(), 's0', () => id(3)),
    builtIn,
    now,
  );
  assert.equal(claims, 1);
  assert.deepEqual(
    report?.claims.map((c) => c.value),
    [
      { type: 'text', text: 'mines become inert within two weeks' },
      { type: 'number', max: 336, typed: 'two weeks' },
    ],
  );
});

test('what is shown beside a quote before it is accepted is what the report then says', () => {
  const [mark] = begun().marks;
  const accepted = acceptMark(begun(), 's0', () => id(3));
  const { report } = finish(page, accepted, builtIn, now);
  assert.deepEqual(
    mark && storedOf(mark, builtIn, '2026-10-06').map(({ property, value }) => [property, value]),
    report?.claims.filter((c) => c.property !== 'name').map((c) => [c.property, c.value]),
  );
});

test('a record made of words that name somebody is not called by that name, until a person types one', () => {
  const words = 'Police arrested Omar Placeholder';
  const accepted = (name?: string) => {
    const marked = markByHand({ ...begun(), marks: [] }, 'h1', 0, [...words].length, words);
    const done = acceptMark(marked, 'h1', () => id(4));
    const own = (n: string) =>
      changeMark(done, 'h1', (m) => ({ ...m, subject: m.subject && { ...m.subject, name: n, typed: true } }));
    const { report } = finish({ ...page, text: words }, name === undefined ? done : own(name), builtIn, now);
    return report?.claims.find((c) => c.property === 'name')?.value;
  };
  assert.deepEqual(accepted(), { type: 'text', text: 'Police arrested …' });
  assert.deepEqual(accepted('An arrest'), { type: 'text', text: 'An arrest' });
});

test('what is wrong with a corrected field holds the report back and is told of its mark', () => {
  const wrong = changeMark(
    acceptMark(begun(), 's0', () => id(3)),
    's0',
    (m) => ({
      ...m,
      answers: { self_deactivate_claimed: { as: 'number', text: 'soon', give: '' } },
    }),
  );
  const made = finish(page, wrong, builtIn, now);
  assert.equal(made.report, null);
  assert.deepEqual([...made.wrong.keys()], ['s0']);
});

test('words marked by hand are a statement of the publication, and go altogether when they are rejected', () => {
  const marked = markByHand(begun(), 'h1', 0, 9, 'The mines');
  assert.deepEqual(
    marked.marks.map((m) => m.id),
    ['h1', 's0'],
  );
  const { report } = finish(
    page,
    acceptMark(marked, 'h1', () => id(4)),
    builtIn,
    now,
  );
  assert.equal(report?.claims[1]?.said?.name, 'Example Post');
  assert.equal(rejectMark(marked, 'h1').marks.length, 1);
});

test('the same words may be said of a second record, and another kind begins with nothing answered', () => {
  const twice = markAgain(begun(), 's0', 'h2');
  assert.equal(twice.marks.length, 2);
  const [mark] = twice.marks;
  assert.deepEqual(mark && withKind(mark, 'treaty-act').answers, {});
});

test('of a new record of something that happened somewhere it can be said that the text does not tell where, and then it may be approved', () => {
  const used = acceptMark(
    changeMark(begun(), 's0', (m) => ({
      ...withKind(m, 'use'),
      answers: { basis: { as: 'codes', codes: ['alleged'] } },
    })),
    's0',
    () => id(5),
  );
  const approvable = (reading: ReturnType<typeof begun>) => {
    const { report } = finish(page, reading, builtIn, now);
    return report && checkApprovable(report, builtIn, { placed: new Set(), reason: '' });
  };
  const { placeless } = finish(page, used, builtIn, now);
  assert.deepEqual(
    placeless.map((s) => s.id),
    [id(5)],
  );
  assert.equal(approvable(used)?.code, 'report-unplaced');
  const told = sayNoPlace(used, [id(5)], (kind) => builtIn.kinds.get(kind)?.place);
  assert.deepEqual(finish(page, told, builtIn, now).placeless, []);
  const silent = finish(page, told, builtIn, now).report?.claims.find((c) => c.value.type === 'unknown');
  assert.deepEqual([silent?.said, silent?.sure, silent?.where], [undefined, undefined, undefined]);
  assert.equal(approvable(told), null);
});
