/**
 * A field figure, k of n, as a share with its 95 % bounds (Clopper and Pearson 1934, exact binomial). A figure informs only
 * the stage it was counted at, and only shares of the same thing: of items activated, of items used, or of items found.
 * Of those found, a share says nothing about those used, because nobody knows how many were not found.
 */
import { type Problem, problem } from '../problem.ts';
import type { Share } from './envelope.ts';

export type CountedOf = 'activated' | 'used' | 'found';

export interface FieldFigure {
  /** items that failed, whole, 0 to n */
  readonly k: number;
  /** items looked at, whole, 1 to MOST_COUNTED */
  readonly n: number;
  readonly of: CountedOf;
}

/** More items than anybody ever counted: the bounds of a share are added up term by term. */
export const MOST_COUNTED = 1_000_000;

/** `field-figure-wrong`: numbers that are no counts, more failed than looked at, or more than can be reckoned with. */
export function faultOfFigure({ k, n }: Pick<FieldFigure, 'k' | 'n'>): Problem | null {
  const counts = Number.isSafeInteger(k) && Number.isSafeInteger(n) && k >= 0 && n >= 1;
  return counts && k <= n && n <= MOST_COUNTED ? null : problem('field-figure-wrong', { most: MOST_COUNTED });
}

/** The share as counted with its bounds; null when it can't inform a stage whose share is of something else. */
export function observedShare(
  figure: FieldFigure,
  stageIsOf: CountedOf,
): (Share & { readonly counted: number }) | Problem | null {
  const { k, n, of } = figure;
  const wrong = faultOfFigure(figure);
  if (wrong !== null) return wrong;
  if (of !== stageIsOf) return null;
  return { counted: k / n, ...bounds(k, n) };
}

function bounds(k: number, n: number): Share {
  return {
    low: k === 0 ? 0 : lowest(k, n),
    // those that did not fail are at least as many as this leaves
    high: k === n ? 1 : 1 - lowest(n - k, n),
  };
}

/** The probability at which k or more of n come about once in forty times. */
function lowest(k: number, n: number): number {
  const ways = logWays(k, n);
  return solve((p) => atLeast(k, n, p, ways) - 0.025);
}

/** Logarithm of how many ways there are to choose k of n. */
function logWays(k: number, n: number): number {
  let log = 0;
  for (let i = 1; i <= Math.min(k, n - k); i++) log += Math.log((n - i + 1) / i);
  return log;
}

/** P(X ≥ k) for n trials of probability p, 1 ≤ k ≤ n. */
function atLeast(k: number, n: number, p: number, ways: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const odds = p / (1 - p);
  let term = Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p));
  let sum = 0;
  // away from the middle the terms fall: only those that count are added
  if (k > n * p) {
    for (let i = k; i <= n && term > sum * 1e-17; i++) {
      sum += term;
      term *= ((n - i) / (i + 1)) * odds;
    }
    return Math.min(1, sum);
  }
  for (let i = k - 1; i >= 0; i--) {
    term *= (i + 1) / (n - i) / odds;
    if (term <= sum * 1e-17) break;
    sum += term;
  }
  return Math.max(0, 1 - sum);
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
