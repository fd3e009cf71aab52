/** What is read out of the bytes of an article, and the limits that hold for all formats. */
import type { Extracted } from '@tilth/domain/evidence/extracted';

/** Bytes of an article: a long report with its pictures. */
export const ARTICLE_BYTES = 25 * 1024 * 1024;
/** Code points of its text: a book. Larger things are read chapter by chapter. */
export const ARTICLE_LENGTH = 1_000_000;

/** What the page says of itself, to be confirmed by a person; null where it does not say. */
export interface SaysItself {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

export interface Extraction extends Extracted {
  readonly says: SaysItself;
}

export const saysNothing: SaysItself = {
  title: null,
  author: null,
  publisher: null,
  published: null,
  language: null,
};
