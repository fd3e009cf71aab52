/**
 * The difference between a figure then and now, by cause (cause.ts). Pure arithmetic over the figure's values along the
 * way: a value that is kept back at any point, as a small number or for want of rights, leaves nothing to be told.
 */
import { type Cause, causes } from './cause.ts';

export interface Part {
  readonly cause: Cause;
  /** what this cause added; negative where it took away */
  readonly by: number;
}

export interface Difference {
  readonly was: number;
  readonly now: number;
  /** causes that made a difference, in their order; they add up to `now` less `was` */
  readonly parts: readonly Part[];
}

const cents = (n: number) => Math.round(n * 100);

/** `was`: as it was sent. `after`: the value once each cause was let in; a cause that is missing changed nothing. */
export function difference(was: number, after: Readonly<Partial<Record<Cause, number>>>): Difference {
  let last = cents(was);
  const parts: Part[] = [];
  for (const cause of causes) {
    const value = after[cause];
    if (value === undefined) continue;
    const by = cents(value) - last;
    if (by !== 0) parts.push({ cause, by: by / 100 });
    last = cents(value);
  }
  return { was, now: last / 100, parts };
}
