/** Numbers that count nothing: of a day, of an article of a treaty, of things met before. */

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const BEFORE_MONTH = new RegExp(`^(?:st|nd|rd|th)? (?:of )?(?:${MONTHS})`, 'u');
const AFTER_NAME = new RegExp(
  `(?:\\b(?:${MONTHS})[a-z]*\\.?|\\b(?:[Aa]rticles?|[Pp]rotocol|[Cc]hapter|[Ss]ection|[Rr]esolution|[Pp]aragraph|No\\.)) $`,
  'u',
);

/** "3 November", "July 8", "Article 5": the number at `start` with what follows it names a day or a clause. */
export function isName(text: string, start: number, rest: string): boolean {
  return BEFORE_MONTH.test(rest) || AFTER_NAME.test(text.slice(Math.max(0, start - 14), start));
}

/** "the two armies": those already met, no count. */
export const isKnown = (text: string, start: number, worded: string | undefined) =>
  worded !== undefined && /\b(?:the|these|those|all) $/i.test(text.slice(Math.max(0, start - 8), start));

/** "155 mm shells" */
export const isCalibre = (rest: string) => /^[ -]?mm\b/.test(rest);
