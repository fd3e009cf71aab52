/**
 * Whether somebody has signed out since a tab was opened, in whichever tab, and whether the server still has to hear of it. Two
 * marks that every tab of this browser sees at once, and that stay when it is closed: a tab that began before the last
 * signing out is nobody's any more, keeps nothing and shows nothing; and a session that the server could not be told of is
 * ended before it is asked for anything else. Neither mark says who.
 */

/** Small texts by name, the same ones in every tab; the tests bring their own. */
export interface Marks {
  get(name: string): string | null;
  put(name: string, text: string | null): void;
}

const LEFT = 'tilth-left';
const OWED = 'tilth-session-to-end';

export interface Tab {
  /** somebody signed out since this tab was opened */
  isLeft(): boolean;
  /** the server still has a session of somebody who signed out here */
  owes(): boolean;
  /** somebody signs out. @param mark differs from the one of any time before */
  leave(mark: string): void;
  /** the server has ended the session */
  settle(): void;
  /** called when any of it changes in this tab, and when it may have in another */
  watch(tell: () => void): () => void;
}

export function tabWith(marks: Marks): Tab {
  const began = marks.get(LEFT);
  const watchers = new Set<() => void>();
  const put = (name: string, text: string | null) => {
    marks.put(name, text);
    for (const tell of watchers) tell();
  };
  return {
    isLeft: () => marks.get(LEFT) !== began,
    owes: () => marks.get(OWED) !== null,
    leave(mark) {
      // a tab that dies in between has signed out all the same
      put(OWED, mark);
      put(LEFT, mark);
    },
    settle: () => put(OWED, null),
    watch(tell) {
      watchers.add(tell);
      // the browser tells other tabs; one that slept looks when it wakes
      const away = [
        ['storage', globalThis.window],
        ['pageshow', globalThis.window],
        ['visibilitychange', globalThis.document],
      ] as const;
      for (const [what, where] of away) where?.addEventListener(what, tell);
      return () => {
        watchers.delete(tell);
        for (const [what, where] of away) where?.removeEventListener(what, tell);
      };
    },
  };
}

/** A browser that keeps nothing for a page has these for as long as the page stands. */
function marksOfBrowser(): Marks {
  const here = new Map<string, string | null>();
  const kept = <T>(work: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return work(window.localStorage);
    } catch {
      return otherwise();
    }
  };
  return {
    get: (name) =>
      kept(
        (storage) => storage.getItem(name),
        () => here.get(name) ?? null,
      ),
    put: (name, text) =>
      kept(
        (storage) => (text === null ? storage.removeItem(name) : storage.setItem(name, text)),
        () => void here.set(name, text),
      ),
  };
}

export const thisTab: Tab = tabWith(marksOfBrowser());
