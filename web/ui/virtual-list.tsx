import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

interface Props {
  readonly label: string;
  readonly count: number;
  readonly rowHeight: number;
  readonly row: (index: number) => ReactNode;
  readonly onOpen: (index: number) => void;
  readonly selected?: number | undefined;
}

/** A list of any length that is all here already: only what is in sight is drawn; arrows move, Enter opens. */
export function VirtualList({ label, count, rowHeight, row, onOpen, selected }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(selected ?? 0);
  const [focused, setFocused] = useState(false);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  useEffect(() => {
    if (focused) scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus();
  }, [active, focused]);
  const move = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -count,
      End: count,
    };
    const step = steps[event.key];
    if (event.key === 'Enter' || event.key === ' ') onOpen(active);
    else if (step !== undefined) {
      const next = Math.min(count - 1, Math.max(0, active + step));
      virtual.scrollToIndex(next);
      requestAnimationFrame(() => setActive(next));
    } else return;
    event.preventDefault();
  };
  return (
    <div className="virtual-list" ref={scroller}>
      <div
        role="listbox"
        aria-label={label}
        className="grid-body"
        style={{ blockSize: virtual.getTotalSize() }}
        tabIndex={-1}
        onKeyDown={move}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        {virtual.getVirtualItems().map(({ index, start }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the list around the rows
          <div
            key={index}
            role="option"
            className="line"
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={count}
            aria-selected={index === selected}
            tabIndex={index === Math.min(active, count - 1) ? 0 : -1}
            style={{ transform: `translateY(${start}px)`, blockSize: rowHeight }}
            onClick={() => {
              setActive(index);
              onOpen(index);
            }}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
