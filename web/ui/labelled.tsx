import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A label drawn above something that is named by itself, as a choice, and below it what is meant. */
export function Labelled({ label, hint, children }: Props) {
  return (
    <div className="field">
      <span className="label" aria-hidden="true">
        {label}
      </span>
      {children}
      {hint && <span className="soft hint">{hint}</span>}
    </div>
  );
}
