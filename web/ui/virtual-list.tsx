import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useRem } from './use-rem.ts';
import { useRowFocus } from './use-row-focus.ts';

interface Props {
  readonly label: string;
  readonly count: number;
  /** pixels at the usual text size */
  readonly rowHeight: number;
  readonly row: (index: number) => ReactNode;
  readonly onOpen: (index: number) => void;
  readonly selected?: number | undefined;
}

/** A list of any length that is all here already: only what is in sight is drawn; arrows move, Enter opens. */
export function VirtualList({ label, count, rowHeight, row, onOpen, selected }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const high = (rowHeight * useRem()) / 16;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => high,
    overscan: 10,
  });
  useEffect(() => {
    // measured anew when the text grows
    if (high > 0) virtual.measure();
  }, [high, virtual]);
  const { active, setActive, group } = useRowFocus({
    scroller,
    count,
    page: () => 10,
    scrollTo: (index) => virtual.scrollToIndex(index),
    open: onOpen,
    start: selected,
  });
  return (
    <div className="virtual-list" ref={scroller}>
      <div
        role="listbox"
        aria-label={label}
        className="grid-body"
        style={{ blockSize: virtual.getTotalSize() }}
        tabIndex={-1}
        {...group}
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
            tabIndex={index === active ? 0 : -1}
            style={{ transform: `translateY(${start}px)`, blockSize: high }}
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
