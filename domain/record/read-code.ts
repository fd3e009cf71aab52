/**
 * Which code of a list a typed word means: one of the list's other spellings, the code itself, or its label, in that
 * order, so that a programme's own mapping of a word goes before ours. Capitals, spaces at the ends and the way accents
 * are written make no difference; in a code, spaces and underscores stand for hyphens.
 */
import type { CodeList } from './kind.ts';

/** The form in which spellings are compared. */
export function spelling(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}

/** The code that `typed` means in the list, or null when it means none, or more than one. */
export function readCode(list: CodeList, typed: string): string | null {
  const said = spelling(typed);
  if (said === '') return null;
  const { spellings, labels } = wordsOf(list);
  const known = spellings.get(said);
  if (known !== undefined) return known;
  const asCode = said.replace(/[ _]/g, '-');
  if (Object.hasOwn(list.codes, asCode)) return asCode;
  return labels.get(said) ?? null;
}

/** Words and the code each means; null where a word means several. */
type Words = ReadonlyMap<string, string | null>;
const read = new WeakMap<CodeList, { readonly spellings: Words; readonly labels: Words }>();

/** Worked out once for each list, since an importer asks for every cell. */
function wordsOf(list: CodeList): { readonly spellings: Words; readonly labels: Words } {
  const known = read.get(list);
  if (known) return known;
  const spellings = new Map<string, string | null>();
  const labels = new Map<string, string | null>();
  const add = (to: Map<string, string | null>, word: string, code: string) =>
    to.set(word, (to.get(word) ?? code) === code && to.get(word) !== null ? code : null);
  for (const [code, { label, also }] of Object.entries(list.codes)) {
    for (const a of also ?? []) add(spellings, spelling(a), code);
    add(labels, spelling(label), code);
  }
  const words = { spellings, labels };
  read.set(list, words);
  return words;
}

/** The code and all that are narrower than it, in the order of the list. Unknown codes stand for themselves. */
export function narrowerCodes(list: CodeList, code: string): readonly string[] {
  const found = new Set([code]);
  let before = 0;
  while (before < found.size) {
    before = found.size;
    for (const [name, c] of Object.entries(list.codes))
      if (c.within !== undefined && found.has(c.within)) found.add(name);
  }
  return [code, ...Object.keys(list.codes).filter((c) => c !== code && found.has(c))];
}
