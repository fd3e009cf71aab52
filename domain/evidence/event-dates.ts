/**
 * When something is said to have happened, as EDTF (ISO 8601-2): dates as written, and dates relative to the day the article
 * is of ("on Monday", "last year", "yesterday"). What is imprecise stays so: "in 2022" is 2022, "in May" a month.
 */
import { forms } from './date-forms.ts';

/** A year that only names a thing ("the 2006 war"): taken where nothing else dates it. */
const NAMED_BY_YEAR =
  /\bthe ((?:19|20)\d{2}) (?:\p{Ll}+ )?(?:war|conflict|invasion|offensive|campaign|attack|clash\w*|fighting|ceasefire|elections?)\b/u;

/** The date a stretch of text gives, as EDTF; null where it gives none, or a relative one and `on` is not known. */
export function eventDate(text: string, on: string | null): string | null {
  let first: { index: number; date: string } | null = null;
  for (const { form, date } of forms) {
    const m = form.exec(text);
    const found = m && date(m, on);
    if (m && found !== null && found !== undefined && (first === null || m.index < first.index))
      first = { index: m.index, date: found };
  }
  return first?.date ?? NAMED_BY_YEAR.exec(text)?.[1] ?? null;
}

/** "On Monday, …" dates all of a sentence; "said Wednesday" dates the saying. */
export function dateOfSentence(sentence: string, on: string | null): string | null {
  const leading = /^(?:On|In|Last|Since|Yesterday|Earlier|By|During|Late|Early)\b[^,]{0,40},/.exec(sentence);
  return leading ? eventDate(leading[0], on) : null;
}

/** Something not confirmed or answered is so on the day of the article. */
export function isOpen(text: string): boolean {
  return (
    /\b(?:has|have|had) not (?:yet )?(?:been )?(?:\w+ly )?\w+ed\b/i.test(text) &&
    /\b(?:confirm|announce|comment|respond)/i.test(text)
  );
}
