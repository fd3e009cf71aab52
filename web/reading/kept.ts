/**
 * Readings under way on this machine, in IndexedDB: written at every change, so that a tab that dies loses nothing. They hold
 * words of texts that may be restricted, so they go when the person signs out, and when the report is received.
 */
import { thisTab } from '../ask/left.ts';
import type { Reading } from './reading.ts';

const NAME = 'tilth-readings';
const STORE = 'readings';

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(STORE);
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  database.onversionchange = () => database.close();
  try {
    return await new Promise((done, fail) => {
      const doing = database.transaction(STORE, mode, { durability: 'strict' });
      const asked = work(doing.objectStore(STORE));
      doing.oncomplete = () => done(asked.result);
      doing.onerror = () => fail(doing.error);
      doing.onabort = () => fail(doing.error);
    });
  } finally {
    database.close();
  }
}

/** Whose reading of what it is. */
type Named = Pick<Reading, 'article' | 'programme' | 'by'>;
const keyOf = ({ article, programme, by }: Named) => `${programme}/${by}/${article}`;

/** Not in a tab that somebody has signed out of. */
export async function keepReading(reading: Reading): Promise<void> {
  if (thisTab.isLeft()) return;
  await within('readwrite', (store) => store.put(reading, keyOf(reading)));
}

export async function readReading(of: Named): Promise<Reading | null> {
  const found: Reading | undefined = await within('readonly', (store) => store.get(keyOf(of)));
  return found ?? null;
}

/** Takes all readings off this machine: at signing out. */
export async function forgetReadings(): Promise<void> {
  await within('readwrite', (store) => store.clear());
}
