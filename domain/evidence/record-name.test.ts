import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { namesSomebody, recordName } from './record-name.ts';

test('no private or accused person’s name stands in what a record is called', () => {
  const called: readonly (readonly [words: string, name: string])[] = [
    ['Police arrested Omar Placeholder', 'Police arrested …'],
    ['Two children, Ali Sample and Sara Sample, were injured', 'Two children, … and …, were injured'],
    ['Placeholder was killed by a mine', '… was killed by a mine'],
    ['the wife of J. R. Placeholder lost a leg', 'the wife of … lost a leg'],
    ['a mine in Placeholder’s field near Sample exploded', 'a mine in … field near … exploded'],
    ['Defence Minister Anna Placeholder ordered the mines laid', 'Defence Minister … ordered the mines laid'],
    ['Jordan Placeholder laid the mines', '… laid the mines'],
    ['ALI PLACEHOLDER was killed by a mine near the school', '… was killed by a mine near the school'],
    ['Стара Петренко підірвалася на міні', '… підірвалася на міні'],
  ];
  for (const [words, name] of called) assert.equal(recordName(words), name);
});

test('states, bodies, dates, designations and places said to be places stay', () => {
  for (const words of [
    'Estonia signed the Mine Ban Treaty in 2004',
    'UN accusations against Ukraine on 6 October 2026',
    'PMN-2 mines were found in Tel Kaif',
    'mines become inert within two weeks',
  ])
    assert.equal(recordName(words), words);
});

test('where letters do not tell a name, or nothing else is said, there is none', () => {
  for (const words of [
    'Police Arrest Omar Placeholder Over Mines',
    'Omar Placeholder',
    'اعتقلت الشرطة عمر صالح',
    '',
  ])
    assert.equal(recordName(words), null);
});

test('no word written large that is nobody’s known gets through, wherever it stands', () => {
  const around = fc.array(
    fc.constantFrom('police', 'arrested', 'The', 'mines', 'of', 'Norway', 'and', 'near'),
    {
      minLength: 3,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(around, around, (before, after) => {
      const name = recordName([...before, 'Zaqir', 'Placeholder', ...after].join(' '));
      assert.ok(name === null || !/Zaqir|Placeholder/.test(name), `${name}`);
    }),
  );
});

test('a typed name is told to hold somebody’s when it does', () => {
  const passage = 'Police arrested Omar Placeholder near the school';
  assert.ok(namesSomebody('Arrest of PLACEHOLDER', passage, null));
  assert.ok(namesSomebody('Words of Sample', passage, 'Marta Sample'));
  assert.ok(!namesSomebody('Arrest near the school', passage, null));
});
