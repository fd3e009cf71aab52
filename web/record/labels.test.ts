import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLists } from '@tilth/domain/record/code-lists';
import { builtIn } from '@tilth/domain/record/kinds';
import uk from '@tilth/words/records/uk.json' with { type: 'json' };
import { kindInWords, listInWords } from './labels.ts';

const area = builtIn.kinds.get('hazardous-area');
assert.ok(area);
const open = { ...area, level: 'public' as const };

test('a kind, its plural, what it is and its properties are said in the language of the reader', () => {
  const kind = kindInWords(open, uk, 'uk');
  assert.equal(kind.label, 'Небезпечна територія');
  assert.equal(kind.plural, 'Небезпечні території');
  assert.match(kind.description, /^Земля, щодо якої/);
  assert.equal(kind.properties.local_id?.label, 'Місцевий ідентифікатор');
  assert.match(kind.properties.local_id?.description ?? '', /^\p{Script=Cyrillic}/u);
});

test('what has no translation stays in English, and nothing else of it changes', () => {
  assert.deepEqual(kindInWords(open, {}, 'uk'), open);
  for (const list of codeLists) assert.deepEqual(listInWords(list, {}), list);
});

test('a programme’s own property brings its labels with it', () => {
  const local = area.properties.local_id;
  assert.ok(local);
  const own = { ...open, properties: { own_mark: { ...local, labels: { uk: 'Власна позначка' } } } };
  assert.equal(kindInWords(own, uk, 'uk').properties.own_mark?.label, 'Власна позначка');
  assert.equal(kindInWords(own, uk, 'uk-UA').properties.own_mark?.label, 'Власна позначка');
});
