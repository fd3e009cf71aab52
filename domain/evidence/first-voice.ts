/**
 * Whose voice an article is where it speaks in its own name. The same wire story on two sites is one voice: the first
 * publisher's that any of them names, else that of the copy published first (design, the fold: a relay is no second voice).
 */
import { type Description, firstPublisher } from './description.ts';

export interface Copy extends Pick<Description, 'publisher' | 'original_publisher' | 'published'> {
  /** an order for copies of one day: when it was received */
  readonly received: string;
}

export interface Voice {
  readonly name: string;
  /** named: the article says where it took the text from; a-copy-names: another copy says so; first: published first */
  readonly because: 'own' | 'named' | 'a-copy-names' | 'first';
}

/** The name under which the article's own claims are said. `copies` are its near-duplicates, without itself. */
export function firstVoice(article: Copy, copies: readonly Copy[]): Voice {
  if (article.original_publisher !== null) return { name: article.original_publisher, because: 'named' };
  if (copies.length === 0) return { name: article.publisher, because: 'own' };
  const inOrder = [article, ...copies].sort(
    (a, b) => order(a.published ?? '9999', b.published ?? '9999') || order(a.received, b.received),
  );
  const names = inOrder.find((c) => c.original_publisher !== null);
  if (names !== undefined) return { name: firstPublisher(names), because: 'a-copy-names' };
  const [first = article] = inOrder;
  return first === article
    ? { name: article.publisher, because: 'own' }
    : { name: first.publisher, because: 'first' };
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
