/** Numbers that count nothing: of a day, of an article of a treaty, of things met before. */

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const BEFORE_MONTH = new RegExp(`^(?:st|nd|rd|th)? (?:of )?(?:${MONTHS})`, 'u');
const AFTER_NAME = new RegExp(
  `(?:\\b(?:${MONTHS})[a-z]*\\.?|\\b(?:[Aa]rticles?|[Pp]rotocol|[Cc]hapter|[Ss]ection|[Rr]esolution|[Pp]aragraph|[Aa]nnex|[Pp]hase|[Tt]ype|[Mm]odel|Mark|Mk|Form|Route|No\\.)) $`,
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

/** "one in ten lanes": a share in words, of which neither number counts. */
export const isShareOf = (text: string, start: number, rest: string) =>
  SHARE_AFTER.test(text.slice(Math.max(0, start - 22), start)) ||
  (/^(?:one|1)\b/i.test(text.slice(start)) && SHARE.test(rest));
const SHARE_AFTER = /\b(?:one|1) (?:in|out of) (?:every )?$/i;
const SHARE = /^ (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3})\b/;
