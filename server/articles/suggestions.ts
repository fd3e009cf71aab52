/**
 * What a text seems to claim, from domain/evidence/suggest.ts in a thread beside: asked for the same text again it is
 * remembered. The thread starts when first needed and keeps no process alive.
 */
import { Worker } from 'node:worker_threads';
import type { Known } from '@tilth/domain/evidence/suggest';
import type { Suggestion } from '@tilth/domain/evidence/suggestion';

/** A text of a million characters takes some seconds. */
const SECONDS = 120;
const REMEMBERED = 50;

interface Waiting {
  readonly by: Worker;
  readonly done: (suggestions: readonly Suggestion[] | null) => void;
}

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();
const remembered = new Map<string, Promise<readonly Suggestion[] | null>>();

/** `digest` is the text's. Null when it takes too long. */
export function suggestionsOf(
  digest: string,
  text: string,
  known: Known,
): Promise<readonly Suggestion[] | null> {
  const key = JSON.stringify([digest, known.publisher ?? null, known.published ?? null]);
  const before = remembered.get(key);
  if (before !== undefined) return before;
  const made = ask(text, known);
  remembered.set(key, made);
  void made.then((found) => found === null && remembered.delete(key));
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return made;
}

function ask(text: string, known: Known): Promise<readonly Suggestion[] | null> {
  worker ??= started();
  const asked = worker;
  const id = ++last;
  let patience: NodeJS.Timeout | undefined;
  return new Promise<readonly Suggestion[] | null>((done) => {
    waiting.set(id, { by: asked, done });
    patience = setTimeout(() => void asked.terminate(), SECONDS * 1000);
    asked.ref();
    asked.postMessage({ id, text, known });
  }).finally(() => {
    clearTimeout(patience);
    waiting.delete(id);
    if (waiting.size === 0) asked.unref();
  });
}

function started(): Worker {
  const made = new Worker(new URL('./suggest-worker.ts', import.meta.url));
  made.on('message', ({ id, suggestions }: { id: number; suggestions: readonly Suggestion[] }) =>
    waiting.get(id)?.done(suggestions),
  );
  const gone = () => {
    if (worker === made) worker = null;
    // a thread tells of its end twice: by then another may have been asked
    for (const { by, done } of waiting.values()) if (by === made) done(null);
  };
  made.once('error', gone);
  made.once('exit', gone);
  return made;
}
