/** A map of a screen's own, for as long as the screen stands: begun in its place, shown what is wished, ended with it. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MapView } from '../address.ts';
import { useHere } from '../screens/frame/here.tsx';
import { type Drawn, drawMap, type Told } from './draw-map.ts';
import type { Bounds } from './graticule.ts';
import type { Wish } from './style.ts';

const world: Bounds = [-170, -58, 170, 72];

interface Start extends Partial<Pick<Told, 'onView' | 'onPick'>> {
  readonly title: string;
  readonly wish: Wish;
  /** where it looks first; null: at all that is on record. Asked once, when it begins */
  readonly first: () => MapView | Bounds | null;
  readonly began?: (map: Drawn) => void;
}

/** `fault`: nothing can be drawn here, or something did not load. What the map shows stands beside it in words too. */
export function useDrawnMap(start: Start): {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly drawn: RefObject<Drawn | null>;
  readonly fault: boolean;
} {
  const { programme } = useHere();
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const [fault, setFault] = useState(false);
  const latest = useRef(start);
  latest.current = start;
  useEffect(() => {
    if (!container.current) return;
    const { title, wish, first, began } = latest.current;
    try {
      drawn.current = drawMap(
        container.current,
        { title, first: first() ?? programme.extent ?? world, aside: { left: 0, right: 0 }, wish },
        {
          onView: (...seen) => {
            setFault(false);
            latest.current.onView?.(...seen);
          },
          onPointer: () => {},
          onBusy: () => {},
          onPick: (...picked) => latest.current.onPick?.(...picked),
          onFault: () => setFault(true),
        },
      );
      began?.(drawn.current);
    } catch {
      // no WebGL here: what it would show stands beside it
      setFault(true);
    }
    return () => {
      drawn.current?.end();
      drawn.current = null;
    };
  }, [programme.extent]);
  const { wish } = start;
  useEffect(() => drawn.current?.show(wish), [wish]);
  return { container, drawn, fault };
}
