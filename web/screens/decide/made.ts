/** The decision made last here, for a while, so that it can be taken back where it was made; later it is, from the history. */
import { useSyncExternalStore } from 'react';

/** What somebody does on their screen; each may be several of the acts of domain/report/entry.ts. */
export type Doing = 'choose' | 'open' | 'merge' | 'move' | 'split' | 'void' | 'confirm' | 'undo';

export interface Made {
  readonly programme: string;
  readonly what: Doing;
  readonly decisions: readonly string[];
  /** the receipt of the last of them */
  readonly number: number;
}

/** Milliseconds for which taking back is offered. */
const OFFERED = 5 * 60_000;

let last: Made | null = null;
const listeners = new Set<() => void>();

export function noteMade(made: Made | null): void {
  last = made;
  for (const tell of listeners) tell();
  if (made) setTimeout(() => last === made && noteMade(null), OFFERED);
}

export function useMade(): Made | null {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => last,
  );
}
