/** Of the rules on one setting and key: those that hold, and what each came after (domain/record/rule-heads.ts). */
import type { Rule } from '@tilth/domain/report/entry';
import type { Ruled } from '../../ask/settings.ts';

export type Sets = Rule['sets'];

/** Those that none comes after; several when two people set it without seeing each other's. */
export function headsOn(all: readonly Ruled[], sets: Sets, key: string): readonly Ruled[] {
  const on = all.filter((r) => r.rule.sets === sets && r.rule.key === key);
  const passed = new Set(on.flatMap((r) => r.rule.after.map((ref) => ref.id)));
  return on.filter((r) => !passed.has(r.ref.id));
}

/** The keys on which something is set now, in order. */
export function keysOf(all: readonly Ruled[], sets: Sets): readonly string[] {
  const keys = new Set(all.filter((r) => r.rule.sets === sets).map((r) => r.rule.key));
  return [...keys].filter((key) => headsOn(all, sets, key).some((r) => r.rule.value !== null)).sort();
}

/** What held before a rule: the value it came after, null when there was none. */
export function valueBefore(all: readonly Ruled[], { rule }: Ruled): unknown {
  const [first] = rule.after;
  return all.find((r) => r.ref.id === first?.id)?.rule.value ?? null;
}
