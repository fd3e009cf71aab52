/** What is suggested for an article, and what a person should look at in it: for the reading room and the command line alike. */
import { isRead, lookAt } from '@tilth/domain/evidence/look-at';
import type { Suggestion } from '@tilth/domain/evidence/suggestion';
import { type Problem, problem } from '@tilth/domain/problem';
import type { ArticlePage } from '@tilth/store/articles/articles';
import { suggestionsOf } from './suggestions.ts';

export interface Suggested {
  readonly suggestions: readonly Suggestion[];
  readonly notices: readonly Problem[];
}

/**
 * For the person `by`. An article is there to be read also where nothing can be suggested for it: notice
 * `article-not-suggested`.
 */
export async function suggestedFor(page: ArticlePage, by: string): Promise<Suggested> {
  const { text, text_digest, publisher, published, language } = page;
  const notices = [...page.notices, ...lookAt(text, page, page.received.slice(0, 10))];
  if (!isRead(language)) return { suggestions: [], notices };
  const known = { publisher, ...(published === null ? {} : { published }) };
  const suggestions = await suggestionsOf(text_digest, text, known, by);
  return suggestions === null
    ? { suggestions: [], notices: [...notices, problem('article-not-suggested')] }
    : { suggestions, notices };
}
