/** Cells as a mapping sees them: cleaned text, words that say nothing, words compared without case, accents and spaces. */
import { undoubled } from '../read/encoding.ts';
import type { Cell } from '../read/table.ts';
import type { Mapping } from './mapping.ts';
import { readNumber } from './numbers.ts';

/** A cell as text: trimmed, NFC, inner white space single. Empty string for nothing. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  // most cells are plain words and numbers that need nothing done
  if (typeof cell === 'string' && /^[\x21-\x7e]*$/u.test(cell)) return cell;
  return String(cell).normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Words seen lately, folded: files repeat their words. Emptied when full; results never depend on it. */
const lately = new Map<string, string>();

/** For comparing words: no case, no accents, no punctuation or spaces. Letters of every script stay. */
export function folded(text: string): string {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const bare = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]/gu, '');
  const word = bare === '' ? text.trim().toLowerCase() : bare;
  if (lately.size > 20_000) lately.clear();
  if (text.length < 200) lately.set(text, word);
  return word;
}

/** What every cell goes through before it is used, for one mapping. Made once, used for each row. */
export interface Cleaner {
  /** the cell's text, with double encoding put right where the mapping asks for it */
  readonly text: (cell: Cell | undefined) => string;
  /** true for an empty text and for words of no information */
  readonly says_nothing: (text: string) => boolean;
  /** the text by which rows are compared: numbers in one spelling, '' for nothing */
  readonly normal: (column: string, cell: Cell | undefined) => string;
  readonly repairs_encoding: boolean;
}

/** Words that mean nothing is known, whatever the mapping says. */
const NOTHING = ['n/a', 'na', '-', '--', '?', 'null', '#n/a', 'nan'];

export function cleaner(mapping: Mapping, numeric: ReadonlySet<string>): Cleaner {
  const read = mapping.read ?? {};
  const nothing = new Set([...NOTHING, ...(read.no_information ?? [])].map(folded));
  const renamed = new Map(
    Object.entries(read.renamed ?? {}).map(([column, words]) => [
      column,
      new Map(Object.entries(words).map(([from, to]) => [folded(from), to])),
    ]),
  );
  const repairs_encoding = read.double_encoded === 'repair';
  const numbers = { ...read.numbers };
  const text: Cleaner['text'] = (cell) => {
    let t = textOf(cell);
    if (repairs_encoding && t !== '') t = undoubled(t)?.normalize('NFC') ?? t;
    return t;
  };
  const says_nothing: Cleaner['says_nothing'] = (t) => t === '' || nothing.has(folded(t));
  return {
    text,
    says_nothing,
    repairs_encoding,
    normal: (column, cell) => {
      const t = text(cell);
      if (says_nothing(t)) return '';
      if (!numeric.has(column)) return renamed.get(column)?.get(folded(t)) ?? t;
      const n = readNumber(t, numbers, false);
      return n === null ? t : String(n.number);
    },
  };
}
