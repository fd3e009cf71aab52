import type { MouseEvent, ReactNode } from 'react';
import type { Address } from '../address.ts';
import { go, hrefOf } from '../use-address.ts';

interface Props {
  /** what changes in the address */
  readonly to: Partial<Address>;
  readonly className?: string;
  /** the place one is at */
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** A link within the app: goes there without loading the page anew, and opens elsewhere where that is asked for. */
export function PlaceLink({ to, className, current, children }: Props) {
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={hrefOf(to)} className={className} aria-current={current ? 'page' : undefined} onClick={onClick}>
      {children}
    </a>
  );
}
