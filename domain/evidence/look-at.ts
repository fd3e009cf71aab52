/**
 * What a person should know of an article before they rely on what is suggested from it: a day it gives that is not the day
 * it is said to be published, a day it tells of that was still to come then, a quotation that never closes, a language no
 * rules are there for. Notices: nothing is refused for them.
 */
import { type Problem, problem } from '../problem.ts';
import type { Day } from '../report/entry.ts';
import { daysBetween } from '../today/days-between.ts';
import { type Block, findDate, readArticle } from './article.ts';
import { CodePoints } from './code-points.ts';
import type { Description } from './description.ts';
import { openQuote } from './open-quote.ts';

/** Languages suggestions can be made from. */
const READ: ReadonlySet<string> = new Set(['en']);
/** Days between writing and publishing that nobody wonders about: a weekly, another time zone. */
const USUAL = 7;

/** Whether claims can be suggested from a text in this language (BCP 47); of an unknown one they are tried. */
export function isRead(language: string): boolean {
  return language === 'und' || READ.has(language.split('-')[0]?.toLowerCase() ?? '');
}

/** In the order a person would care about them. `received`: the day it was brought in, or the day it is looked at. */
export function lookAt(
  text: string,
  about: Pick<Description, 'published' | 'language'>,
  received: Day,
): readonly Problem[] {
  const { published, language } = about;
  const found: Problem[] = [];
  if (!isRead(language)) found.push(problem('article-language-unread', { language }));
  const article = readArticle(text);
  const own = article.dated?.day ?? null;
  if (published !== null && own !== null && Math.abs(daysBetween(own, published)) > USUAL)
    found.push(problem('article-dates-differ', { date_line: own, published }));
  if (published === null && own !== null && own > received)
    found.push(problem('article-date-to-come', { date_line: own }));
  const later = published === null ? null : toldAsPast(article.blocks, published);
  if (published !== null && later !== null)
    found.push(problem('article-dates-later', { date: later, published }));
  const at = openQuote(text);
  if (at !== null) found.push(problem('article-quote-open', { at: new CodePoints(text).at(at) + 1 }));
  return found;
}

const PAST = /\b(?:said|told|was|were|had|announced|reported|killed|injured|found|signed|took|began)\b/i;
const TO_COME =
  /\b(?:will|would|shall|by|until|before|due|expires?|deadline|next|plan\w*|expect\w*|scheduled|extend\w*|to begin)\b/i;

/** A whole date after `published` in a sentence that speaks of what was and of nothing to come. */
function toldAsPast(blocks: readonly Block[], published: Day): Day | null {
  for (const { type, text } of blocks) {
    if (type !== 'body') continue;
    for (const sentence of text.split(/(?<=[.!?]["”]?)\s+/)) {
      const date = findDate(sentence);
      if (date !== null && date.day > published && PAST.test(sentence) && !TO_COME.test(sentence))
        return date.day;
    }
  }
  return null;
}
