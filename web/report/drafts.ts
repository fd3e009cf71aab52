/**
 * Drafts on this machine, in IndexedDB: written at every keystroke, so that a crash loses nothing. What may be personal lies in
 * stores of its own: answers to personal properties, who said it, what linked records are called, the names and bytes of files,
 * and reports sealed for sending with the values beside them (apart.ts). Those go when the report is received and when the person signs out, whatever becomes of the rest.
 * Nothing of a draft is ever in the address or leaves the machine but by sending.
 */
import type { DraftReport } from '@tilth/domain/report/draft';
import { thisTab } from '../ask/left.ts';
import { type Apart, type Bare, forgotten, type Kept, split, together } from './apart.ts';
import type { Draft } from './draft.ts';

const NAME = 'tilth-drafts';
const PARTS = ['drafts', 'personal', 'files'] as const;
type Part = (typeof PARTS)[number];
type Stores = Readonly<Record<Part, IDBObjectStore>>;

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(NAME, 3);
    asked.onupgradeneeded = ({ oldVersion }) => {
      // version 1 was never released
      if (oldVersion === 1)
        for (const part of asked.result.objectStoreNames) asked.result.deleteObjectStore(part);
      for (const part of PARTS)
        if (!asked.result.objectStoreNames.contains(part)) asked.result.createObjectStore(part);
      if (oldVersion === 2 && asked.transaction) setApart(storesOf(asked.transaction));
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
    // another tab holds an older version open
    asked.onblocked = () => fail(new Error('drafts are in use by an older page'));
  });
}

function storesOf(doing: IDBTransaction): Stores {
  return {
    drafts: doing.objectStore('drafts'),
    personal: doing.objectStore('personal'),
    files: doing.objectStore('files'),
  };
}

/** In version 2 who said it and what links are called stood among what may stay. */
function setApart(stores: Stores): void {
  const asked = readEach(stores);
  stores.personal.getAllKeys().onsuccess = () => {
    for (const { draft, sealed } of asked()) put(stores, draft, sealed);
  };
}

/**
 * Runs `work` in one transaction over all stores and answers with its request's result when all is on disk. A tab that somebody
 * has signed out of writes nothing any more but to forget: what it still shows would come back.
 */
async function within<T>(
  mode: 'readonly' | 'readwrite',
  work: (stores: Stores) => (() => T) | undefined,
  forgets = false,
): Promise<T | undefined> {
  const database = await open();
  if (mode === 'readwrite' && !forgets && thisTab.isLeft()) {
    database.close();
    return undefined;
  }
  database.onversionchange = () => database.close();
  try {
    return await new Promise<T | undefined>((done, fail) => {
      const doing = database.transaction(PARTS, mode, { durability: 'strict' });
      const result = work(storesOf(doing));
      doing.oncomplete = () => done(result?.());
      doing.onerror = () => fail(doing.error);
      doing.onabort = () => fail(doing.error);
    });
  } finally {
    database.close();
  }
}

const fileKey = (draft: string, file: string) => `${draft}/${file}`;
const filesOf = (draft: string) => IDBKeyRange.bound(`${draft}/`, `${draft}/\uffff`);

function put({ drafts, personal }: Stores, draft: Draft, sealed: DraftReport | null): void {
  const { bare, apart } = split(draft, sealed);
  drafts.put(bare, draft.id);
  if (apart === null) personal.delete(draft.id);
  else personal.put(apart, draft.id);
}

/** Keeps the draft as it is now; of one that is on its way what is sent is `sealed`. */
export async function keepDraft(draft: Draft, sealed: DraftReport | null = null): Promise<void> {
  if (sealed !== null) holdOn();
  await within('readwrite', (stores) => {
    put(stores, draft, sealed);
    if (draft.receipt !== null) stores.files.delete(filesOf(draft.id));
    return undefined;
  });
  tellChange(draft.id);
}

/** Changes the draft as it is on disk, and nothing else of it: for what happens while it is sent. */
export async function changeDraft(id: string, change: (draft: Draft) => Draft): Promise<void> {
  const found = await readDraft(id);
  if (found === null) return;
  const next = change(found.draft);
  await keepDraft(next, next.out === null ? null : found.sealed);
}

/** Asks the browser not to clear away what is kept here when space runs short; it may say no. */
function holdOn(): void {
  void navigator.storage?.persist?.().catch(() => false);
}

/** The bytes of a file, kept until its report is received. */
export async function keepFile(draft: string, file: string, bytes: Blob): Promise<void> {
  holdOn();
  await within('readwrite', ({ files }) => {
    files.put(bytes, fileKey(draft, file));
    return undefined;
  });
}

export async function dropFile(draft: string, file: string): Promise<void> {
  await within('readwrite', ({ files }) => {
    files.delete(fileKey(draft, file));
    return undefined;
  });
}

/** Null when this machine does not have it. */
export async function readFile(draft: string, file: string): Promise<Blob | null> {
  const found = await within('readonly', ({ files }) => {
    const asked: IDBRequest<Blob | undefined> = files.get(fileKey(draft, file));
    return () => asked.result ?? null;
  });
  return found ?? null;
}

/** Takes the draft and its files off this machine; what comes back brings it all back. */
export async function dropDraft(id: string): Promise<() => Promise<void>> {
  const before = await readDraft(id);
  const kept = await within('readwrite', ({ drafts, personal, files }) => {
    const [names, blobs] = [files.getAllKeys(filesOf(id)), files.getAll(filesOf(id))];
    drafts.delete(id);
    personal.delete(id);
    files.delete(filesOf(id));
    return () => names.result.map((name, i): [IDBValidKey, unknown] => [name, blobs.result[i]]);
  });
  tellChange(id);
  return async () => {
    if (before === null) return;
    await within('readwrite', (stores) => {
      put(stores, before.draft, before.sealed);
      for (const [name, blob] of kept ?? []) stores.files.put(blob, name);
      return undefined;
    });
    tellChange(id);
  };
}

async function readAll(): Promise<readonly Kept[]> {
  return (await within('readonly', readEach)) ?? [];
}

/** Asks for every draft; what comes back gives them once all the transaction's requests so far are answered. */
function readEach({ drafts, personal }: Stores): () => readonly Kept[] {
  const rows: IDBRequest<Bare[]> = drafts.getAll();
  const ids = drafts.getAllKeys();
  const rooms: IDBRequest<Apart[]> = personal.getAll();
  const names = personal.getAllKeys();
  return () => {
    const apart = new Map(names.result.map((name, i) => [name, rooms.result[i]]));
    return rows.result.map((row, i) => together(row, apart.get(ids.result[i] ?? '')));
  };
}

export async function readDraft(id: string): Promise<Kept | null> {
  return (await readAll()).find(({ draft }) => draft.id === id) ?? null;
}

/** The drafts of one person in one programme, last changed first; those sent are among them, emptied. */
export async function draftsOf(by: string, programme: string): Promise<readonly Kept[]> {
  return (await readAll())
    .filter(({ draft }) => draft.by === by && draft.programme === programme)
    .sort((a, b) => (a.draft.changed < b.draft.changed ? 1 : -1));
}

/** Takes all of drafts that lies apart off this machine: at signing out. */
export async function forgetPersonal(): Promise<void> {
  await within(
    'readwrite',
    ({ drafts, personal, files }) => {
      const rooms = personal.getAllKeys();
      const rows: IDBRequest<Bare[]> = drafts.getAll();
      rows.onsuccess = () => {
        for (const row of rows.result) if (rooms.result.includes(row.id)) drafts.put(forgotten(row), row.id);
        personal.clear();
        files.clear();
      };
      return undefined;
    },
    true,
  );
}

const changes = new EventTarget();
/** other tabs of this machine */
const elsewhere = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME);
elsewhere?.addEventListener('message', ({ data }) => {
  if (typeof data === 'string') announce(data, true);
});

function announce(id: string, elsewhere: boolean): void {
  changes.dispatchEvent(new CustomEvent('change', { detail: { id, elsewhere } }));
}

function tellChange(id: string): void {
  announce(id, false);
  elsewhere?.postMessage(id);
}

/** Called with the id of every draft that changes on this machine; `elsewhere`: in another tab. */
export function onDraftsChange(tell: (id: string, elsewhere: boolean) => void): () => void {
  const listen = (e: Event) => {
    if (e instanceof CustomEvent) tell(String(e.detail.id), e.detail.elsewhere === true);
  };
  changes.addEventListener('change', listen);
  return () => changes.removeEventListener('change', listen);
}
