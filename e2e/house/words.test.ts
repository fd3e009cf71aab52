/** Every language has every word, and nobody keeps a word that is not said. English is the source. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { problems } from '@tilth/domain/problems';
import { builtIn } from '@tilth/domain/record/kinds';
import { IntlMessageFormat } from 'intl-messageformat';
import { code, isTest, root, textOf } from './source.ts';

type Words = Readonly<Record<string, string>>;
const readWords = (name: string): unknown => JSON.parse(textOf(`words/${name}.json`));
const en = readWords('en') as Words;
const languages = readWords('languages') as Readonly<
  Record<string, { name: string; direction: string; reviewed: boolean }>
>;
const safety = readWords('safety') as readonly string[];
const translations = Object.keys(languages).filter((tag) => tag !== 'en');

test('each language on the list has its words, and each file of words is on the list', () => {
  const here = readdirSync(`${root}words`)
    .filter((f) => f.endsWith('.json'))
    .map((f) => f.slice(0, -'.json'.length))
    .filter((f) => !['languages', 'safety', 'package'].includes(f));
  assert.deepEqual(here.sort(), Object.keys(languages).sort());
  for (const [tag, { name, direction, reviewed }] of Object.entries(languages)) {
    assert.ok(name.length > 0, tag);
    assert.match(direction, /^(ltr|rtl)$/, tag);
    assert.equal(typeof reviewed, 'boolean', tag);
  }
});

for (const tag of translations)
  test(`${tag}: no word is missing, none is left over, each can be said`, () => {
    const words = readWords(tag) as Words;
    const missing = Object.keys(en).filter((k) => !(k in words));
    const surplus = Object.keys(words).filter((k) => !(k in en));
    assert.deepEqual(
      missing,
      [],
      `words/${tag}.json: translate these too, marked unreviewed in languages.json`,
    );
    assert.deepEqual(surplus, [], `words/${tag}.json: English has no such word`);
    assert.deepEqual(
      Object.entries(words).flatMap(([key, sentence]) => faultsOf(key, sentence, tag)),
      [],
    );
  });

const labels = new Set([
  ...[...builtIn.kinds.values()].flatMap((k) => [
    k.label,
    k.plural,
    k.description,
    ...Object.values(k.properties).flatMap((p) => [p.label, p.description]),
  ]),
  ...[...builtIn.lists.values()].flatMap((l) =>
    Object.values(l.codes).flatMap((c) => [c.label, c.description ?? c.label]),
  ),
]);

for (const tag of translations) {
  const said = readWords(`records/${tag}`) as Words;
  test(`${tag}: the kinds of record have names and say what they are, and no label is left over`, () => {
    const names = [...builtIn.kinds.values()].flatMap((k) => [k.label, k.plural, k.description]);
    assert.deepEqual(
      names.filter((n) => !said[n]),
      [],
    );
    assert.deepEqual(
      Object.keys(said).filter((label) => !labels.has(label)),
      [],
    );
  });
  test(`${tag}: every property and code has a label and says what it is`, () => {
    assert.deepEqual(
      [...labels].filter((label) => !said[label]),
      [],
    );
  });
}

test('a fault in a translation is found', () => {
  const faults = (key: string, sentence: string) => faultsOf(key, sentence, 'uk').length;
  assert.equal(faults('web.list.unnamed', 'без назви {id}'), 0);
  assert.equal(faults('web.list.unnamed', 'без назви'), 1, 'an argument left out');
  assert.equal(faults('web.list.unnamed', 'без назви {id} {kind}'), 1, 'an argument made up');
  assert.equal(faults('web.list.unnamed', 'без назви {id'), 1, 'braces that do not close');
  assert.equal(faults('web.list.unnamed', ' '), 2, 'nothing said');
  assert.equal(
    faults(
      'web.list.matched',
      '{n, plural, one {{n, number} запис} few {{n, number} записи} other {{n, number} записів}}',
    ),
    1,
    'a plural without “many”',
  );
  assert.equal(
    faults('web.value.unknown', 'Невідомо ({why, select, not_stated {не вказано} other {{as_said}}})'),
    3,
    'a choice that lacks what English has',
  );
});

test('each sentence that lives may hang on is on record and in every language', () => {
  for (const tag of Object.keys(languages)) {
    const words = readWords(tag) as Words;
    assert.deepEqual(
      safety.filter((key) => !words[key]),
      [],
      tag,
    );
  }
  assert.deepEqual([...new Set(safety)].sort(), safety, 'in order, each once');
});

test('each word is said somewhere', () => {
  const text = code
    .filter((f) => !isTest(f))
    .map(textOf)
    .join('\n');
  const literal = new Set(
    [...text.matchAll(/['"`]((?:web|problem-class)\.[a-z0-9.-]+)['"`]/g)].map((m) => m[1]),
  );
  const templates = [...text.matchAll(/`(web\.[^`\s]*\$\{[^`]*)`/g)].map(
    (m) =>
      new RegExp(
        `^${(m[1] ?? '')
          .split(/\$\{[^}]*\}/)
          .map(verbatim)
          .join('[a-z0-9._-]+')}$`,
      ),
  );
  const classes = new Set<string>(Object.values(problems).map((p) => `problem-class.${p.class}`));
  const unsaid = Object.keys(en).filter(
    (key) =>
      !key.startsWith('problem.') &&
      !classes.has(key) &&
      !literal.has(key) &&
      !templates.some((t) => t.test(key)),
  );
  assert.deepEqual(unsaid, [], 'no code says these');
});

function verbatim(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What keeps a translation from being said: it can't be read, or its arguments or plurals aren't as they must be. */
function faultsOf(key: string, sentence: string, tag: string): readonly string[] {
  const at = `${tag} ${key}`;
  const faults: string[] = [];
  if (sentence.trim() === '') faults.push(`${at}: says nothing`);
  // an isolate that isn't closed turns round all that follows it
  if (
    sentence.split('\u2066').length !== sentence.split('\u2069').length ||
    /[\u200e\u200f\u202a-\u202e]/.test(sentence)
  )
    faults.push(`${at}: marks of direction that don't close`);
  try {
    const theirs = shapeOf(sentence, tag);
    const ours = shapeOf(en[key] ?? '', 'en');
    const names = [...theirs.options.keys()].sort().join(', ');
    const expected = [...ours.options.keys()].sort().join(', ');
    if (names !== expected)
      faults.push(`${at}: arguments ${names || 'none'}, in English ${expected || 'none'}`);
    const needed = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    for (const given of theirs.plurals)
      for (const category of needed)
        if (!given.includes(category)) faults.push(`${at}: a plural without “${category}”`);
    for (const [name, choices] of ours.options)
      for (const choice of choices)
        if (!theirs.options.get(name)?.has(choice)) faults.push(`${at}: {${name}} has no case “${choice}”`);
  } catch (fault) {
    faults.push(`${at}: ${fault instanceof Error ? fault.message : 'unreadable'}`);
  }
  return faults;
}

interface Shape {
  /** by argument: the cases it chooses between, in a select and in exact numbers of a plural */
  readonly options: Map<string, Set<string>>;
  /** the categories of each plural */
  readonly plurals: (readonly string[])[];
}

function shapeOf(sentence: string, tag: string): Shape {
  const shape: Shape = { options: new Map(), plurals: [] };
  type Node = ReturnType<IntlMessageFormat['getAst']>[number];
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      // FormatJS: 0 is text, 5 a select, 6 a plural, 7 the # of a plural; all but text and # name an argument
      if (node.type === 0 || node.type === 7 || node.type === 8) continue;
      const cases = shape.options.get(node.value) ?? new Set<string>();
      shape.options.set(node.value, cases);
      if (node.type !== 5 && node.type !== 6) continue;
      const given = Object.keys(node.options);
      if (node.type === 6) shape.plurals.push(given);
      for (const one of given) if (node.type === 5 || one.startsWith('=')) cases.add(one);
      for (const option of Object.values(node.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(sentence, tag, undefined, { ignoreTag: true }).getAst());
  return shape;
}
