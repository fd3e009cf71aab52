import type { MouseEvent, ReactNode } from 'react';
import type { Address } from '../address.ts';
import { go, hrefOf } from '../use-address.ts';

interface Props {
  /** what changes in the address */
  readonly to: Partial<Address>;
  readonly className?: string;
  /** says where it goes when its content may not be seen */
  readonly label?: string;
  /** the place one is at */
  readonly current?: boolean;
  /** called after it was gone to, unless it opened elsewhere */
  readonly onGo?: () => void;
  readonly children: ReactNode;
}

/** A link within the app: goes there without loading the page anew, and opens elsewhere where that is asked for. */
export function PlaceLink({ to, className, label, current, onGo, children }: Props) {
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
    onGo?.();
  };
  return (
    <a
      href={hrefOf(to)}
      className={className}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
    >
      {children}
    </a>
  );
}
