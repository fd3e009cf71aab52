import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mark, Reading } from './reading.ts';
import { acceptPlan, type OnRecord, planSure } from './sure.ts';

const mark = (id: string, words: string, more: Partial<Mark> = {}): Mark => ({
  id,
  start: 0,
  end: words.length,
  words,
  why: 'said',
  sure: true,
  state: 'open',
  kind: 'treaty-act',
  subject: null,
  answers: { act: { as: 'codes', codes: ['signature'] }, country: { as: 'codes', codes: ['EST'] } },
  said: {
    speaker: '',
    speaker_kind: 'outlet',
    relayed_by: '',
    certainty: 'asserted',
    doubt: '',
    event_date: '',
  },
  ...more,
});
const reading = (...marks: Mark[]): Reading => ({
  article: 'a',
  programme: 'orlia',
  by: 'b',
  report: 'r',
  marks,
  written: null,
  receipt: null,
});
const signed: OnRecord = {
  id: 'one',
  name: 'Estonia: signature',
  values: { act: 'signature', country: 'EST' },
};
let made = 0;
const newId = () => `new${made++}`;
const planned = (of: Reading, records: readonly OnRecord[] | null = []) => planSure(of, () => records, newId);

test('an act of a state that is on record once is said of that record; two sentences of one act make one record', () => {
  const both = reading(mark('a', 'Estonia signed it'), mark('b', 'Estonia, which signed it'));
  assert.deepEqual(
    planned(both, [signed]).accept.map(({ subject }) => [subject.id, subject.fresh]),
    [
      ['one', false],
      ['one', false],
    ],
  );
  const [first, second] = planned(both).accept;
  assert.equal(first?.subject.fresh, true);
  assert.equal(second?.subject.id, first?.subject.id);
});

test('where several records could be meant, or one is called alike, or not all are known, a person looks', () => {
  const one = reading(mark('a', 'Estonia signed it'));
  assert.deepEqual(planned(one, [signed, { ...signed, id: 'two' }]).accept, []);
  assert.deepEqual(planned(one, null).accept, []);
  const sent = reading(
    mark('t', 'Veltland has sent Orlia mines', {
      kind: 'transfer',
      answers: { state: { as: 'codes', codes: ['delivered'] } },
    }),
  );
  const alike = { id: 'three', name: 'Mines of Veltland for Orlia', values: { state: 'decided' } };
  assert.deepEqual(
    planned(sent, [alike]).look.map((m) => m.id),
    ['t'],
  );
  assert.equal(planned(sent, [signed]).accept.length, 1);
});

test('accepting takes what was planned and nothing else', () => {
  const { sure: _, ...unsure } = mark('b', 'a fragment');
  const all = reading(mark('a', 'Estonia signed it'), unsure);
  const after = acceptPlan(all, planned(all));
  assert.deepEqual(
    after.marks.map((m) => [m.state, m.subject?.name]),
    [
      ['accepted', 'Estonia signed it'],
      ['open', undefined],
    ],
  );
});
