/**
 * A field figure, k of n, as a share with its 95 % bounds (Clopper and Pearson 1934, exact binomial). A figure informs only
 * the stage it was counted at, and only shares of the same thing: of items activated, of items used, or of items found.
 * Of those found, a share says nothing about those used, because nobody knows how many were not found.
 */
import type { Share } from './envelope.ts';

export type CountedOf = 'activated' | 'used' | 'found';

export interface FieldFigure {
  /** items that failed, whole, 0 to n */
  readonly k: number;
  /** items looked at, whole, at least 1 */
  readonly n: number;
  readonly of: CountedOf;
}

/** What is wrong with a figure as entered: numbers that are no counts, more failed than looked at. */
export function faultOfFigure({ k, n }: Pick<FieldFigure, 'k' | 'n'>): 'number' | 'order' | null {
  if (!Number.isSafeInteger(k) || !Number.isSafeInteger(n) || k < 0 || n < 1) return 'number';
  return k > n ? 'order' : null;
}

/** The share as counted with its bounds; null when it can't inform a stage whose share is of something else. */
export function observedShare(
  figure: FieldFigure,
  stageIsOf: CountedOf,
): (Share & { readonly counted: number }) | null {
  const { k, n, of } = figure;
  if (of !== stageIsOf) return null;
  // few terms either way: of more than half, those that did not fail are counted
  const { low, high } = k * 2 > n ? turned(bounds(n - k, n)) : bounds(k, n);
  return { counted: k / n, low, high };
}

const turned = ({ low, high }: Share): Share => ({ low: 1 - high, high: 1 - low });

function bounds(k: number, n: number): Share {
  return {
    low: k === 0 ? 0 : solve((p) => 1 - atMost(k - 1, n, p) - 0.025),
    high: k === n ? 1 : solve((p) => 0.025 - atMost(k, n, p)),
  };
}

/** P(X ≤ k) for n trials of probability p. */
function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  // logarithms: n may be hundreds of thousands
  const odds = Math.log(p) - Math.log1p(-p);
  let log = n * Math.log1p(-p);
  let sum = Math.exp(log);
  for (let i = 1; i <= k; i++) {
    log += Math.log((n - i + 1) / i) + odds;
    sum += Math.exp(log);
  }
  return Math.min(1, sum);
}

/** Where a function that rises from below to above zero on 0 to 1 crosses it. */
function solve(f: (p: number) => number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
