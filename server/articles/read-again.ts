/** Reading the text of an article out of its bytes again, to hold it against the text that quotes anchor to. */
import { extractArticle } from '@tilth/formats/article/extract';
import type { ArticlePage } from '@tilth/store/articles/articles';
import type { Asker, Store } from '@tilth/store/store';

/** same, differs, or other-version: extractors have changed since, so the kept text stays and cannot be compared. */
export type ReadAgain = 'same' | 'differs' | 'other-version';

/** Refusals of extractArticle, and `capture-unknown` where the bytes were erased. */
export async function readAgain(
  store: Store,
  asker: Asker,
  programme: string,
  { digest, media_type, extractor, version, text }: ArticlePage,
): Promise<ReadAgain> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of store.readCapture(asker, programme, digest)) chunks.push(chunk);
  const again = await extractArticle(Buffer.concat(chunks), media_type, asker.person);
  if (again.extractor !== extractor || again.version !== version) return 'other-version';
  return again.text === text ? 'same' : 'differs';
}
