/**
 * Reading an article in a thread of its own: files come from anywhere, and one that is made to take for ever or to eat all
 * memory takes only this thread with it. Reads one file and ends.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { isProblem, type Problem, Refusal } from '@tilth/domain/problem';
import type { Extraction } from './extracted.ts';

export interface ExtractJob {
  readonly format: 'html' | 'pdf';
  readonly bytes: Uint8Array;
}

export type ExtractAnswer =
  | { readonly extraction: Extraction }
  | { readonly problem: Problem }
  | { readonly broken: string };

/** Only the library that is needed is loaded. */
const readers = {
  html: async (bytes: Uint8Array) => (await import('./html.ts')).readHtml(bytes),
  pdf: async (bytes: Uint8Array) => (await import('./pdf.ts')).readPdf(bytes),
};

async function answer({ format, bytes }: ExtractJob): Promise<ExtractAnswer> {
  try {
    return { extraction: await readers[format](bytes) };
  } catch (error) {
    if (error instanceof Refusal && isProblem(error.problem)) return { problem: error.problem };
    return { broken: error instanceof Error ? error.name : 'unknown' };
  }
}

parentPort?.postMessage(await answer(workerData));
