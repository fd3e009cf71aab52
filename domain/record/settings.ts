/**
 * What a programme sets beside kinds and codes, as its rules hold: patterns of numbers, limits (steps of review stand in
 * review.ts). Each is read from the heads of its rules (rule-heads.ts); contested, the cautious one holds.
 */
import { CHECK_LIMITS } from '../geometry/check.ts';
import { REPAIR_LIMITS } from '../geometry/repair.ts';
import type { Rule } from '../report/entry.ts';
import { isRecord } from './own-property.ts';
import { ruleHeads } from './rule-heads.ts';

/** The rules that hold on a key, else on the whole programme (key ''). */
function heads(rules: readonly Rule[], sets: Rule['sets'], key: string): readonly Rule[] {
  const all = ruleHeads(rules, sets);
  return [all.get(key), all.get('')].find((found) => found?.some((r) => r.value !== null)) ?? [];
}

/**
 * How local ids of a kind are made, such as `HA-{year}-{number:4}`; null without a rule. Contested: the first by id,
 * since a number already given is never changed.
 */
export function numberPattern(rules: readonly Rule[], kind: string): string | null {
  const patterns = heads(rules, 'number-pattern', kind).map((r) => r.value);
  return (patterns.find((p) => typeof p === 'string' && p !== '') as string | undefined) ?? null;
}

/** Limits of the geometry checks and repairs; see CheckLimits and RepairLimits. */
export interface Limits {
  readonly repair_percent: number;
  readonly repair_m2: number;
  readonly leg_m: number;
  readonly overlap_percent: number;
}

const DEFAULT_LIMITS: Limits = {
  repair_percent: REPAIR_LIMITS.percent,
  repair_m2: REPAIR_LIMITS.m2,
  leg_m: CHECK_LIMITS.leg_m,
  overlap_percent: CHECK_LIMITS.overlap_percent,
};

/** The programme's limits. A rule names those it changes. Contested: the smallest, so that more waits for a person. */
export function limitsOf(rules: readonly Rule[]): Limits {
  const stated = heads(rules, 'limits', '').map((r) => (isRecord(r.value) ? r.value : {}));
  const smallest = (name: keyof Limits): number => {
    const values = stated.map((s) => s[name]).filter((v): v is number => typeof v === 'number' && v >= 0);
    return values.length === 0 ? DEFAULT_LIMITS[name] : Math.min(...values);
  };
  return {
    repair_percent: smallest('repair_percent'),
    repair_m2: smallest('repair_m2'),
    leg_m: smallest('leg_m'),
    overlap_percent: smallest('overlap_percent'),
  };
}

/** The mappings of files that the programme keeps, in order of name. Contested: all that are said, for who chooses sees each. */
export function mappingsOf(rules: readonly Rule[]): readonly unknown[] {
  return [...ruleHeads(rules, 'mapping')]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, found]) => found.flatMap(({ value }) => (value === null ? [] : [value])));
}
