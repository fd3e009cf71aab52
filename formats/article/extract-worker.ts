/**
 * Reading an article in a thread of its own: files come from anywhere, and one that is made to take for ever or to eat all
 * memory takes only this thread with it. Reads one file and ends.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { isProblem, type Problem, Refusal } from '@tilth/domain/problem';
import type { Extraction } from './extracted.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';
import { readPlain } from './plain.ts';

export type ArticleFormat = 'plain' | 'html' | 'pdf';

export interface ExtractJob {
  readonly format: ArticleFormat;
  readonly bytes: Uint8Array;
}

export type ExtractAnswer =
  | { readonly extraction: Extraction }
  | { readonly problem: Problem }
  | { readonly broken: string };

const readers = { plain: readPlain, html: readHtml, pdf: readPdf };

async function answer({ format, bytes }: ExtractJob): Promise<ExtractAnswer> {
  try {
    return { extraction: await readers[format](bytes) };
  } catch (error) {
    if (error instanceof Refusal && isProblem(error.problem)) return { problem: error.problem };
    return { broken: error instanceof Error ? error.name : 'unknown' };
  }
}

parentPort?.postMessage(await answer(workerData));
