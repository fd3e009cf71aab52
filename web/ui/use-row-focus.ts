import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';

interface Rows {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** rows that a page key moves by */
  readonly page: () => number;
  readonly scrollTo: (index: number) => void;
  readonly open: (index: number) => void;
  /** what `x` does to a row: it is chosen, or no more */
  readonly toggle?: (index: number) => void;
  readonly start?: number | undefined;
}

/**
 * One row of a virtual list has the focus at a time (roving tabindex). The row may be drawn only after the list has
 * scrolled to it, so the focus follows after each rendering, and only while it is in the list or nowhere: a reader who
 * went elsewhere is left alone. Rows carry `data-index`.
 */
export function useRowFocus({ scroller, count, page, scrollTo, open, toggle, start = 0 }: Rows) {
  const [active, setActive] = useState(start);
  const [inside, setInside] = useState(false);
  useEffect(() => {
    const holder = document.activeElement;
    if (!inside || (holder !== document.body && !scroller.current?.contains(holder))) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    if (row && row !== holder) row.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      j: 1,
      k: -1,
      PageDown: page(),
      PageUp: -page(),
      Home: -count,
      End: count,
    };
    const step = steps[event.key];
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') open(active);
    else if (event.key === 'x' && toggle) toggle(active);
    else if (step === undefined) return;
    else {
      const next = Math.min(count - 1, Math.max(0, active + step));
      setActive(next);
      scrollTo(next);
    }
    event.preventDefault();
  };
  const group = { onKeyDown, onFocus: () => setInside(true), onBlur: () => setInside(false) };
  return { active: Math.min(active, Math.max(0, count - 1)), setActive, group };
}
