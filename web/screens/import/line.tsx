import type { ReactNode } from 'react';

/** A control with its name above it. The control carries the name itself for those who hear the page. */
export function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="field">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}
