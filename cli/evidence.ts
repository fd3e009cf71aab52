/** Which article a command is about. */
import { problem, Refusal } from '@tilth/domain/problem';
import type { ArticlePage } from '@tilth/store/articles/articles';
import type { Call } from './command.ts';

/** The article whose digest begins so. Refusals `article-unknown`, `article-several`. */
export async function articleNamed(call: Call, typed: string): Promise<ArticlePage> {
  const begins = typed.toLowerCase();
  const { id } = await call.programme();
  const asker = await call.asker();
  if (!/^[0-9a-f]{1,64}$/.test(begins)) throw new Refusal(problem('article-unknown', { capture: typed }));
  const digest = await call.store.articles.find(asker, id, begins);
  const page = await call.store.articles.page(asker, id, digest);
  if (page === null) throw new Refusal(problem('article-unknown', { capture: typed }));
  return page;
}
