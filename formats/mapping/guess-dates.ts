/**
 * Guesses how the dates of a column are written. Day and month that could be exchanged are never guessed: where the words
 * themselves don't tell, both formats are offered and a person says which is meant (law 7: nothing is silently reinterpreted).
 */
import { isFormat, readDate } from './dates.ts';

export interface DateGuess {
  /** a format of mapping.ts; '' stands for year first (ISO 8601), which needs none */
  readonly format: string;
  /** words that it reads, of those that were tried */
  readonly reads: number;
  /** the first words and the days that they say */
  readonly examples: readonly { readonly typed: string; readonly from: string; readonly to: string }[];
}

const FORMATS = [
  '',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'dd.MM.yyyy',
  'dd-MM-yyyy',
  'MM-dd-yyyy',
  'yyyyMMdd',
  'dd MMM yyyy',
  'dd-MMM-yyyy',
  'MMM yyyy',
  'MM/yyyy',
  'MM.yyyy',
].filter((f) => f === '' || isFormat(f));

const SHOWN = 3;
/** With fewer words read than this share of them, a format is no guess. */
const ENOUGH = 0.8;

/** Formats that read nearly all the words, the one that reads most first; several where the words fit several. */
export function guessDates(words: readonly string[]): readonly DateGuess[] {
  if (words.length === 0) return [];
  return FORMATS.map((format) => {
    const read = words.flatMap((typed) => {
      const span = readDate(typed, format === '' ? undefined : format);
      return span === null ? [] : [{ typed, from: span.from ?? span.to, to: span.to }];
    });
    return { format, reads: read.length, examples: read.slice(0, SHOWN) };
  })
    .filter((g) => g.reads >= words.length * ENOUGH)
    .sort((a, b) => b.reads - a.reads)
    .filter((g, _, all) => all[0]?.format !== '' || g.format === '');
}
