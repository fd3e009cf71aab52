/** Every problem code is used, listed with its facts, and has a sentence that names no other fact. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problems } from '@tilth/domain/problems';
import words from '@tilth/words/en.json' with { type: 'json' };
import { code, isTest, textOf } from './source.ts';

const list: Readonly<Record<string, { class: string; facts: readonly string[] }>> = problems;
const sentences: Readonly<Record<string, string>> = words;

test('every listed problem has a sentence, and every sentence a problem', () => {
  const spoken = Object.keys(sentences)
    .filter((k) => k.startsWith('problem.'))
    .map((k) => k.slice('problem.'.length));
  assert.deepEqual(spoken.filter((c) => !(c in list)).sort(), [], 'sentences without a problem');
  assert.deepEqual(
    Object.keys(list)
      .filter((c) => !spoken.includes(c))
      .sort(),
    [],
    'problems without a sentence',
  );
});

test('a sentence names only facts of its problem', () => {
  const wrong: string[] = [];
  for (const [c, { facts }] of Object.entries(list)) {
    const sentence = sentences[`problem.${c}`] ?? '';
    for (const m of sentence.matchAll(/\{\s*([a-z0-9_]+)/g))
      if (!facts.includes(m[1] ?? '')) wrong.push(`${c}: ${m[1]}`);
  }
  assert.deepEqual(wrong, []);
});

test('every listed problem arises somewhere', () => {
  const all = code
    .filter((f) => f !== 'domain/problems.ts' && !isTest(f))
    .map(textOf)
    .join('\n');
  const unused = Object.keys(list).filter((c) => !all.includes(`'${c}'`));
  assert.deepEqual(unused, []);
});
