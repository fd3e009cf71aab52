/**
 * Drafts on this machine, in IndexedDB: written at every keystroke, so that a crash loses nothing. Answers to personal
 * properties, and the salts of their seals, lie in a store of their own: they go when the report is sent and when the
 * person signs out, whatever becomes of the rest. Nothing of a draft is ever in the address or leaves the machine but by
 * sending.
 */
import type { Draft } from './draft.ts';

const NAME = 'tilth-drafts';
const PARTS = ['drafts', 'personal'] as const;

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      for (const part of PARTS) asked.result.createObjectStore(part);
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}

/** Runs `work` in one transaction over both stores and answers with its request's result when all is on disk. */
async function within<T>(
  mode: 'readonly' | 'readwrite',
  work: (drafts: IDBObjectStore, personal: IDBObjectStore) => (() => T) | undefined,
): Promise<T | undefined> {
  const database = await open();
  try {
    return await new Promise<T | undefined>((done, fail) => {
      const doing = database.transaction(PARTS, mode, { durability: 'strict' });
      const result = work(doing.objectStore('drafts'), doing.objectStore('personal'));
      doing.oncomplete = () => done(result?.());
      doing.onerror = () => fail(doing.error);
      doing.onabort = () => fail(doing.error);
    });
  } finally {
    database.close();
  }
}

/** Keeps the draft as it is now. */
export async function keepDraft(draft: Draft): Promise<void> {
  const { personal, salts, ...rest } = draft;
  await within('readwrite', (drafts, room) => {
    drafts.put(rest, draft.id);
    if (Object.keys(personal).length > 0 || salts.length > 0) room.put({ personal, salts }, draft.id);
    else room.delete(draft.id);
    return undefined;
  });
}

export async function dropDraft(id: string): Promise<void> {
  await within('readwrite', (drafts, room) => {
    drafts.delete(id);
    room.delete(id);
    return undefined;
  });
}

/** The drafts of one person in one programme, last changed first; those sent are among them, emptied. */
export async function draftsOf(by: string, programme: string): Promise<readonly Draft[]> {
  const all = await within('readonly', (drafts, room) => {
    const [rows, ids, rooms, names] = [
      drafts.getAll(),
      drafts.getAllKeys(),
      room.getAll(),
      room.getAllKeys(),
    ];
    return () =>
      rows.result.map((row, i): Draft => {
        const at = names.result.indexOf(ids.result[i] ?? '');
        return { ...row, personal: {}, salts: [], ...(at >= 0 ? rooms.result[at] : {}) };
      });
  });
  return (all ?? [])
    .filter((d) => d.by === by && d.programme === programme)
    .sort((a, b) => (a.changed < b.changed ? 1 : -1));
}

/** Takes every personal value in drafts off this machine: at signing out. */
export async function forgetPersonal(): Promise<void> {
  await within('readwrite', (_, room) => {
    room.clear();
    return undefined;
  });
}
