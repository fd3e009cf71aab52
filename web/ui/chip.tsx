import type { ReactNode } from 'react';

export type ChipTone = 'plain' | 'disputed' | 'pending' | 'alarm' | 'notice';

/** A short mark of state; its words always say what its colour says. */
export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  tone?: ChipTone;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className="chip" data-tone={tone} title={title}>
      {children}
    </span>
  );
}
