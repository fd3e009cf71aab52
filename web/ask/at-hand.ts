/**
 * What has to be known to write a report, kept on this machine from the last time the server answered: who is signed in (by id,
 * without a name), in which programmes and with what rights, and what kinds of record those have. Nothing of the record itself
 * is kept, and all of it goes when nobody is signed in any more.
 */
import type { Me } from './answers.ts';
import { Refused } from './ask.ts';
import { thisTab } from './left.ts';

const NAME = 'tilth-at-hand';
const STORE = 'answers';

function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => void asked.result.createObjectStore(STORE);
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => {
      const database = asked.result;
      database.onversionchange = () => database.close();
      const doing = database.transaction(STORE, mode);
      const request = work(doing.objectStore(STORE));
      doing.oncomplete = () => {
        database.close();
        done(request.result);
      };
      doing.onabort = () => {
        database.close();
        fail(doing.error);
      };
    };
  });
}

/** Where answers are kept; the tests bring their own. */
export interface Kept {
  get(name: string): Promise<unknown>;
  put(name: string, answer: unknown): Promise<unknown>;
  clear(): Promise<unknown>;
}

const machine: Kept = {
  get: (name) => within('readonly', (store) => store.get(name)),
  // an answer that was under way when somebody signed out is nobody's
  put: async (name, answer) =>
    thisTab.isLeft() ? undefined : within('readwrite', (store) => store.put(answer, name)),
  clear: () => within('readwrite', (store) => store.clear()),
};

/** Takes it all off this machine: at signing out. */
export async function forgetAtHand(): Promise<void> {
  await machine.clear();
}

/** What may be kept of who is signed in: not their name; nothing where nobody is. */
export function nameless(me: Me): Me | null {
  return me.person && { ...me, person: { ...me.person, name: '' } };
}

/** Nobody answered: no way to the server, or a proxy before one that does not. */
function isSilence(error: unknown): boolean {
  return error instanceof Refused && [0, 502, 504].includes(error.problem.status);
}

/**
 * The server's answer; where nobody answers, the one kept under `name`. `keep` says what is kept of an answer; null: nothing, and
 * whatever was kept goes.
 */
export async function orAtHand<T>(
  name: string,
  asking: () => Promise<T>,
  keep: (answer: T) => T | null,
  kept: Kept = machine,
): Promise<T> {
  try {
    const answer = await asking();
    const rest = keep(answer);
    // nobody waits for it, and a browser that keeps nothing asks the server each time
    (rest === null ? kept.clear() : kept.put(name, rest)).catch(() => undefined);
    return answer;
  } catch (error) {
    const found = isSilence(error) ? await kept.get(name).catch(() => undefined) : undefined;
    if (found === undefined) throw error;
    return found as T;
  }
}
