/** What is read out of the bytes of an article: its text, and where its lines stand on a page that has such places. */
import type { Problem } from '../problem.ts';

/** Where a line of the text stands on a page of its capture: points (1/72 inch) from the page's upper left corner. */
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

export interface Extracted {
  /** its name and version: the same two read the same text out of the same bytes */
  readonly extractor: string;
  readonly version: string;
  readonly text: string;
  readonly layout: readonly Line[];
  readonly notices: readonly Problem[];
}
