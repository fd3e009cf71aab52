/**
 * Small numbers about people are not given to who may not read each record (reference peers.md: public aggregates with
 * small-number suppression): a cell of 1 to 4 is withheld, and when it is the only one, the next smallest with it, since
 * the total would give it away. A total of 1 to 4 is withheld with all its cells. Used where a sheet leaves the programme.
 */
import type { Counts, Tallied } from './tally.ts';

export const SMALL = 5;

type Withheld = { readonly [N in keyof Counts]: number | null };
export type Suppressed = Omit<Tallied, keyof Counts | 'cells'> &
  Withheld & { readonly cells: readonly (Withheld & { readonly key: string })[] };

const withheld: Withheld = { value: null, least: null, most: null };

export function suppress(t: Tallied): Suppressed {
  const isSmall = (n: number) => n > 0 && n < SMALL;
  if (isSmall(t.value) || isSmall(t.most))
    return { ...t, ...withheld, cells: t.cells.map((c) => ({ key: c.key, ...withheld })) };
  const hidden = new Set(t.cells.filter((c) => isSmall(c.value) || isSmall(c.most)).map((c) => c.key));
  if (hidden.size === 1) {
    const [next] = t.cells
      .filter((c) => !hidden.has(c.key) && c.value > 0)
      .toSorted((a, b) => a.value - b.value || (a.key < b.key ? -1 : 1));
    if (next === undefined)
      return { ...t, ...withheld, cells: t.cells.map((c) => ({ key: c.key, ...withheld })) };
    hidden.add(next.key);
  }
  return { ...t, cells: t.cells.map((c) => (hidden.has(c.key) ? { key: c.key, ...withheld } : c)) };
}
