/**
 * The number of a sheet that is issued, by the programme's pattern (record/next-number.ts); `2026-001` where it sets none.
 * `taken` are all that were ever issued, whatever came of them: a number that was sent is never sent again.
 */
import { numberAfter, partsOfPattern } from '../record/next-number.ts';

export function sheetNumber(pattern: string | null, year: string, taken: Iterable<string>): string {
  const usual = { before: `${year}-`, width: 3, after: '' };
  return numberAfter(partsOfPattern(pattern ?? '', year) ?? usual, taken);
}
