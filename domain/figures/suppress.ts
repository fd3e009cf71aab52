/**
 * Small numbers about people are not given to who may not read each record (reference peers.md: public aggregates with
 * small-number suppression). A cell of 1 to 4 is withheld, and with it the next smallest, until what is left of the total
 * tells none of them: neither that each is one, nor that each is four. Where there are too few cells for that, and where
 * the total itself is 1 to 4, all is withheld, and how many reports it rests on too. Used where a sheet leaves the programme.
 */
import type { Counts, Tallied } from './tally.ts';

export const SMALL = 5;

type Withheld<T> = { readonly [N in keyof T]: number | null };
export type Suppressed = Withheld<Omit<Tallied, 'cells'>> & {
  readonly cells: readonly (Withheld<Counts> & { readonly key: string })[];
};

const nothing: Withheld<Counts> = { value: null, least: null, most: null };

export function suppress(t: Tallied): Suppressed {
  if (isSmall(t)) return withhold(t);
  const hidden = t.cells.filter(isSmall);
  if (hidden.length === 0) return t;
  const rest = t.cells
    .filter((c) => !isSmall(c) && c.value > 0)
    .toSorted((a, b) => a.value - b.value || (a.key < b.key ? -1 : 1));
  while (!isSafe(hidden)) {
    const next = rest.shift();
    if (next === undefined) return withhold(t);
    hidden.push(next);
  }
  const keys = new Set(hidden.map((c) => c.key));
  return { ...t, cells: t.cells.map((c) => (keys.has(c.key) ? { key: c.key, ...nothing } : c)) };
}

/** All of it withheld but the names of its cells. */
export function withhold({ cells }: { readonly cells: readonly { readonly key: string }[] }): Suppressed {
  const beside = { sources: null, pending: null, unknown: null };
  return { ...nothing, ...beside, cells: cells.map(({ key }) => ({ key, ...nothing })) };
}

function isSmall({ value, most }: Counts): boolean {
  return [value, most].some((n) => n > 0 && n < SMALL);
}

/** Whether the sum of these cells, which total and other cells tell, leaves open what each of them is. */
function isSafe(hidden: readonly Counts[]): boolean {
  const sum = hidden.reduce((s, c) => s + c.value, 0);
  return sum >= SMALL + hidden.length && sum !== (SMALL - 1) * hidden.length;
}
