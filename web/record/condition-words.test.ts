import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askable, testsOf } from '@tilth/domain/filter/askable';
import { type Condition, valuesOf } from '@tilth/domain/filter/condition';
import { readFilter } from '@tilth/domain/filter/read';
import { builtIn } from '@tilth/domain/record/kinds';
import { say } from '@tilth/domain/say';
import words from '@tilth/words/en.json' with { type: 'json' };
import { makeFormats } from '../language/formats.ts';
import type { Language } from '../language/language.tsx';
import { sayCondition } from './condition-words.ts';

const sentences: Readonly<Record<string, string>> = words;
const language: Language = {
  tag: 'en',
  direction: 'ltr',
  say: (key, facts = {}) => say(sentences[key] ?? key, facts, 'en'),
  sayIf: (key, facts = {}) => (key in sentences ? say(sentences[key] ?? '', facts, 'en') : null),
  labels: {},
  ...makeFormats('en'),
};
const showing = { language, lists: builtIn.lists };
const area = builtIn.kinds.get('hazardous-area');
const said = (text: string, names?: ReadonlyMap<string, string>) => {
  const read = readFilter(text);
  assert.ok(!('code' in read) && read[0] && area);
  return sayCondition(read[0], area, showing, names);
};

test('a condition is said in the labels of the record, its codes and dates in the reader’s words', () => {
  assert.equal(said('hazard_class is cha'), 'Class is Confirmed hazardous area');
  assert.equal(said('reported_area > 2 ha'), 'Area as stated more than 2 ha');
  assert.equal(said('identified_on before 2020-05-01'), `Identified on before ${language.day('2020-05-01')}`);
  assert.equal(said('standing is reported'), 'Standing is reported, not reviewed');
  assert.equal(said('priority is empty'), 'Priority has no value');
  assert.equal(said('to_locate is yes'), 'Still to be located is Yes');
});

test('a linked item is called by its name, not by the ids that find it', () => {
  const id = '018f0000-0000-7000-8000-000000000001';
  assert.equal(said(`place is one of (${id}, P-12)`, new Map([[id, 'Elmorum']])), 'Place is one of Elmorum');
});

test('every way of asking has its words', () => {
  for (const kind of builtIn.kinds.values())
    for (const name of ['standing', 'disputed', 'to_locate', 'drawn_m2', ...Object.keys(kind.properties)]) {
      const asked = askable(kind, name);
      for (const test of asked ? testsOf(asked) : []) {
        const n = valuesOf(test);
        const condition: Condition = { property: name, test, values: Array(n === 'many' ? 1 : n).fill('x') };
        assert.doesNotMatch(sayCondition(condition, kind, showing), /web\./, `${name} ${test}`);
      }
    }
});
