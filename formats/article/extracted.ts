/** What is read out of the bytes of an article, and the limits that hold for all formats. */
import type { Problem } from '@tilth/domain/problem';

/** Bytes of an article: a long report with its pictures. */
export const ARTICLE_BYTES = 25 * 1024 * 1024;
/** Code points of its text: a book. Larger things are read chapter by chapter. */
export const ARTICLE_LENGTH = 1_000_000;

/** Where a line of the text stands on a page: points (1/72 inch) from the page's upper left corner. */
export interface Line {
  /** code points of the text */
  readonly start: number;
  readonly end: number;
  /** from 1 */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the page says of itself, to be confirmed by a person; null where it does not say. */
export interface SaysItself {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

export interface Extraction {
  /** the same extractor and version read the same text out of the same bytes */
  readonly extractor: string;
  readonly version: string;
  readonly text: string;
  readonly layout: readonly Line[];
  readonly notices: readonly Problem[];
  readonly says: SaysItself;
}

export const saysNothing: SaysItself = {
  title: null,
  author: null,
  publisher: null,
  published: null,
  language: null,
};
