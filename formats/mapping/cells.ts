/** Cells as a mapping sees them: cleaned text, words that say nothing, words compared without case, accents and spaces. */
import { undoubled } from '../read/encoding.ts';
import type { Cell } from '../read/table.ts';
import type { Mapping } from './mapping.ts';
import { readNumber, styleOf } from './numbers.ts';

/** Marks of writing direction and of no width around a word: programs put them there, nobody sees them. */
const UNSEEN =
  /^[\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+|[\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+$/gu;

/** A cell as text: trimmed, NFC, inner white space single. Empty string for nothing. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  // most cells are plain words and numbers that need nothing done
  if (typeof cell === 'string' && /^[\x21-\x7e]*$/u.test(cell)) return cell;
  return String(cell).normalize('NFC').replace(UNSEEN, '').replace(/\s+/gu, ' ');
}

/** Words seen lately, folded: files repeat their words. Emptied when full; results never depend on it. */
const lately = new Map<string, string>();

/** Accents, and the vowel points of Arabic and Hebrew. The vowel signs of other scripts are letters in all but name. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/gu;

/**
 * For comparing words: no case, no accents, no punctuation or spaces. Letters of every script stay, and so does what
 * tells numbers apart: a sign before one, punctuation within one, more and less ("-1" is not "1", "0-4" not "04", "<18"
 * not ">18"); "1.0" is "1", because programs write whole numbers so.
 */
export function folded(text: string): string {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const bare = text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .toLowerCase()
    .replace(/^\s*([+-]?\d+)[.,]0+\s*$/u, '$1')
    .replace(
      /(?<=\d)\s*([^\p{L}\p{N}\p{M}\s])\s*(?=\d)|(?<=^\s*)(-)(?=\d)|[^\p{L}\p{N}\p{M}+<>≤≥]/gu,
      (_, within?: string, sign?: string) => within ?? sign ?? '',
    );
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

/** Words that mean nothing is known, whatever the mapping says; spelled so exactly, because Nan and Na are also names. */
const NOTHING = new Set(
  'n/a N/A N/a n.a. N.A. #N/A #n/a na NA - -- --- – — ? ?? null NULL nan NaN <null> <NULL> (null) (NULL)'.split(
    ' ',
  ),
);

export function cleaner(mapping: Mapping, numeric: ReadonlySet<string>): Cleaner {
  const read = mapping.read ?? {};
  const nothing = new Set((read.no_information ?? []).map(folded));
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
  const says_nothing: Cleaner['says_nothing'] = (t) =>
    t === '' || NOTHING.has(t) || (nothing.size > 0 && nothing.has(folded(t)));
  return {
    text,
    says_nothing,
    repairs_encoding,
    normal: (column, cell) => {
      const t = text(cell);
      if (says_nothing(t)) return '';
      if (!numeric.has(column)) return renamed.get(column)?.get(folded(t)) ?? t;
      const n = readNumber(t, styleOf(cell, numbers), false);
      return n === null ? t : String(n.number);
    },
  };
}
