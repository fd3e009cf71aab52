/** Suggestions in a thread of its own, which stays: a long text would hold up every other answer of the server. */
import { parentPort } from 'node:worker_threads';
import { type Known, suggest } from '@tilth/domain/evidence/suggest';

export interface SuggestJob {
  readonly text: string;
  readonly known: Known;
}

parentPort?.on('message', ({ text, known }: SuggestJob) => parentPort?.postMessage(suggest(text, known)));
