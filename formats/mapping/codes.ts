/** Words of a file → codes of a list: by the mapping's table, then by the code, its label and its other spellings. */
import type { CodeList } from '@tilth/domain/record/kind';
import { folded } from './cells.ts';

export type Lookup = (word: string) => string | null | undefined;

/** Finds a word's code; null: the table says it makes no claim; undefined: no table knows it. */
export function lookup(
  list: CodeList | undefined,
  table: Readonly<Record<string, string | null>> | undefined,
): Lookup {
  const known = new Map<string, string | null>();
  for (const [code, about] of Object.entries(list?.codes ?? {})) {
    for (const word of about.also ?? []) setOnce(known, folded(word), code);
  }
  for (const [code, about] of Object.entries(list?.codes ?? {})) {
    known.set(folded(about.label), code);
  }
  for (const code of Object.keys(list?.codes ?? {})) known.set(folded(code), code);
  for (const [word, code] of Object.entries(table ?? {})) known.set(folded(word), code);
  return (word) => known.get(folded(word));
}

function setOnce(known: Map<string, string | null>, word: string, code: string): void {
  if (!known.has(word)) known.set(word, code);
}

const YES = ['yes', 'y', 'true', '1', 'si', 's', 'oui', 'o', 'sim', 'да', 'так', 'da', 'نعم'].map(folded);
const NO = ['no', 'n', 'false', '0', 'non', 'nao', 'нет', 'ні', 'ne', 'لا'].map(folded);

/** Yes or no in the languages of the field; null when it is neither. */
export function yesOrNo(word: string): boolean | null {
  const w = folded(word);
  if (YES.includes(w)) return true;
  return NO.includes(w) ? false : null;
}
