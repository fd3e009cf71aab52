/** Every problem code is used, listed with its facts, and has a sentence that names no other fact. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problems } from '@tilth/domain/problems';
import words from '@tilth/words/en.json' with { type: 'json' };
import { IntlMessageFormat } from 'intl-messageformat';
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
    for (const name of argumentsOf(sentence)) if (!facts.includes(name)) wrong.push(`${c}: ${name}`);
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

/** The arguments of an ICU sentence, those inside plural and select branches too. */
function argumentsOf(sentence: string): readonly string[] {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    if (typeof node !== 'object' || node === null) return;
    // FormatJS: type 0 is text, 7 the # of a plural; all others name an argument
    if ('type' in node && 'value' in node && node.type !== 0 && node.type !== 7)
      names.add(String(node.value));
    if ('options' in node && typeof node.options === 'object' && node.options !== null)
      for (const option of Object.values(node.options)) walk((option as { value: unknown }).value);
  };
  walk(new IntlMessageFormat(sentence, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names];
}
