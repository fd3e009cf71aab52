/**
 * What a text seems to claim, from domain/evidence/suggest.ts in a thread beside: asked for the same text again it is
 * remembered. The thread starts when first needed and keeps no process alive.
 */
import { Worker } from 'node:worker_threads';
import type { Known } from '@tilth/domain/evidence/suggest';
import type { Suggestion } from '@tilth/domain/evidence/suggestion';
import type { SuggestJob } from './suggest-worker.ts';

/** A text of a million characters takes some seconds. Counted from when it is begun. */
const SECONDS = 20;
const REMEMBERED = 50;

interface Job {
  readonly text: string;
  readonly known: Known;
  /** whose turn it is */
  readonly by: string;
  readonly done: (suggestions: readonly Suggestion[] | null) => void;
}

let worker: Worker | null = null;
let current: Job | null = null;
let servedLast: string | null = null;
let patience: NodeJS.Timeout | undefined;
const waiting: Job[] = [];
const remembered = new Map<string, Promise<readonly Suggestion[] | null>>();

/**
 * `digest` is the text's, `by` who asks: nobody is served twice while somebody else waits. Null when it takes too long, or
 * breaks the thread; whoever waits behind it is served all the same.
 */
export function suggestionsOf(
  digest: string,
  text: string,
  known: Known,
  by: string,
): Promise<readonly Suggestion[] | null> {
  const key = JSON.stringify([digest, known.publisher ?? null, known.published ?? null]);
  const before = remembered.get(key);
  if (before !== undefined) return before;
  const made = new Promise<readonly Suggestion[] | null>((done) => {
    waiting.push({ text, known, by, done });
    next();
  });
  remembered.set(key, made);
  void made.then((found) => found === null && remembered.delete(key));
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return made;
}

/** Begins the next text, one at a time: the thread would keep the others waiting anyway, and their time running. */
function next(): void {
  if (current !== null) return;
  const other = waiting.findIndex((job) => job.by !== servedLast);
  current = waiting.splice(Math.max(0, other), 1)[0] ?? null;
  if (current === null) {
    worker?.unref();
    return;
  }
  servedLast = current.by;
  worker ??= started();
  const busy = worker;
  busy.ref();
  patience = setTimeout(() => {
    worker = null;
    void busy.terminate();
    finish(null);
  }, SECONDS * 1000);
  const { text, known } = current;
  busy.postMessage({ text, known } satisfies SuggestJob);
}

function finish(suggestions: readonly Suggestion[] | null): void {
  clearTimeout(patience);
  current?.done(suggestions);
  current = null;
  next();
}

function started(): Worker {
  const made = new Worker(new URL('./suggest-worker.ts', import.meta.url));
  made.on('message', (found: readonly Suggestion[]) => {
    if (worker === made) finish(found);
  });
  const gone = () => {
    // a thread tells of its end twice, and one given up ends later: by then another may be at work
    if (worker !== made) return;
    worker = null;
    finish(null);
  };
  made.once('error', gone);
  made.once('exit', gone);
  return made;
}
