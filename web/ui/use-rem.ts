/** How many pixels a `rem` is now: who reads at twice the text size has rows twice as high, also where rows are drawn one by one. */
import { useSyncExternalStore } from 'react';

const changed = new Set<() => void>();
let probe: HTMLElement | null = null;

function watch(tell: () => void): () => void {
  changed.add(tell);
  if (probe === null) {
    probe = document.createElement('div');
    Object.assign(probe.style, { position: 'absolute', visibility: 'hidden', inlineSize: '1rem' });
    document.body.append(probe);
    new ResizeObserver(() => {
      for (const listener of changed) listener();
    }).observe(probe);
  }
  return () => changed.delete(tell);
}

const now = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

export function useRem(): number {
  return useSyncExternalStore(watch, now);
}
