import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report, Value } from './entry.ts';
import { sayingsOf, speakerOf, voiceOf } from './sayings.ts';
import type { ItemView, PropertyView, Shown } from './view.ts';

const text = (words: string): Value => ({ type: 'text', text: words });
const report = (id: string, said: string, ...values: readonly Value[]): Report => ({
  type: 'report',
  id,
  programme: 'p',
  form: 'public-text',
  form_version: '1',
  date: '2024-11-25',
  when: { from: '2024-11-25', to: '2024-11-25' },
  by: 'x',
  written: '2024-11-25T00:00:00.000Z',
  source: { name: 'A page' },
  said: { name: said },
  items: [{ id: 'i', kind: 'statement' }],
  claims: values.map((value) => ({ on: 0, property: 'gist', value })),
});
const shown = (id: string, said: string, value: Value, standing: Shown['standing'] = 'live'): Shown => ({
  claim: { report: id, n: 0 },
  value,
  when: { from: '2024-11-23', to: '2024-11-23' },
  voice: said,
  said: { name: said },
  source: 'A page',
  standing,
});
const view = (...properties: readonly PropertyView[]): ItemView => ({
  id: 'i',
  kind: 'statement',
  joined: ['i'],
  standing: 'live',
  disputed: false,
  contested: [],
  properties,
  reports: [],
});

const gist: PropertyView = {
  property: 'gist',
  definition: '',
  value: text('changed'),
  state: 'settled',
  claim: { report: 'b', n: 0 },
  remaining: [shown('c', 'A rival', text('not changed'))],
  earlier: [
    shown('a', 'An office', text('not confirmed')),
    shown('d', 'Somebody', text('never'), 'rejected'),
  ],
};
const reports = new Map([['b', { report: report('b', 'The House', text('changed')), number: 12 }]]);

test('each claim stands by its speaker: the one in force first, then those beside it, then the earlier', () => {
  assert.deepEqual(
    sayingsOf(view(gist), reports).map((s) => [s.place, speakerOf(s).name, s.number]),
    [
      ['stands', 'The House', 12],
      ['beside', 'A rival', null],
      ['earlier', 'An office', null],
    ],
    'what was rejected is not compared',
  );
});

test('each member of a set is a saying of its own', () => {
  const set: PropertyView = {
    ...gist,
    value: null,
    claim: null,
    remaining: [],
    earlier: [],
    members: [{ value: text('changed'), state: 'settled', claim: { report: 'b', n: 0 } }],
  };
  assert.deepEqual(
    sayingsOf(view(set), reports).map((s) => s.place),
    ['stands'],
  );
});

test('what nobody reviewed is left out, and so is a claim whose report is not shown', () => {
  assert.deepEqual(sayingsOf(view({ ...gist, state: 'pending' }), reports), []);
  assert.equal(sayingsOf(view(gist), new Map()).length, 2);
});

test('nobody named as speaker: who published it speaks, else the source', () => {
  assert.deepEqual(speakerOf({ published: { name: 'AFP' }, source: 's' }), { name: 'AFP' });
  assert.deepEqual(speakerOf({ said: { name: ' ' }, source: 's' }), { name: 's' });
});

test('a private person without their name stays the speaker, is not the publisher, and is nobody else', () => {
  const told = (report: string) => ({
    said: { speaker_kind: 'person-named' as const },
    published: { name: 'The Dale Post' },
    source: 's',
    claim: { report, n: 0 },
  });
  assert.deepEqual(speakerOf(told('one')), { speaker_kind: 'person-named' });
  assert.notEqual(voiceOf(told('one')), voiceOf({ ...told('one'), said: { name: 'The Dale Post' } }));
  assert.notEqual(voiceOf(told('one')), voiceOf(told('two')));
});
