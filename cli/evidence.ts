/** What the commands on articles have in common: which article is meant, and what is suggested for it. */
import { isRead, lookAt } from '@tilth/domain/evidence/look-at';
import type { Suggestion } from '@tilth/domain/evidence/suggestion';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import { suggestionsOf } from '@tilth/server/articles/suggestions';
import type { ArticlePage } from '@tilth/store/articles/articles';
import type { Call } from './command.ts';

/** The article whose digest begins so. Refusals `article-unknown`, `article-several`. */
export async function articleNamed(call: Call, typed: string): Promise<ArticlePage> {
  const begins = typed.toLowerCase();
  const { id } = await call.programme();
  const asker = await call.asker();
  if (!/^[0-9a-f]{4,64}$/.test(begins)) throw new Refusal(problem('article-unknown', { capture: typed }));
  const digest = await call.store.articles.find(asker, id, begins);
  const page = await call.store.articles.page(asker, id, digest);
  if (page === null) throw new Refusal(problem('article-unknown', { capture: typed }));
  return page;
}

/** What the text seems to claim, reckoned from the day it was published; with what a person should look at. */
export async function suggestedFor(
  page: ArticlePage,
): Promise<{ readonly suggestions: readonly Suggestion[]; readonly notices: readonly Problem[] }> {
  const { text, text_digest, publisher, published, language } = page;
  const known = { publisher, ...(published === null ? {} : { published }) };
  return {
    suggestions: isRead(language) ? await suggestionsOf(text_digest, text, known) : [],
    notices: [...page.notices, ...lookAt(text, page)],
  };
}
