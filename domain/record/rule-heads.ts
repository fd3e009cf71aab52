/**
 * Which of a programme's rules hold (design, *Decisions set registers*: rules do too). A rule sets one place, named by
 * what it sets and its key, and names in `after` the rules on that place its author had seen. Those that none comes after
 * are the heads. Heads of equal value stand; heads that differ are contested, and then the reader takes the cautious one.
 */
import { canonical } from '../report/canonical.ts';
import type { Rule } from '../report/entry.ts';

/** The heads on each key of one setting, in order of id, one for each differing value. */
export function ruleHeads(rules: readonly Rule[], sets: Rule['sets']): ReadonlyMap<string, readonly Rule[]> {
  const byKey = new Map<string, Map<string, Rule>>();
  for (const rule of rules) {
    if (rule.sets !== sets) continue;
    const ones = byKey.get(rule.key) ?? new Map<string, Rule>();
    // an id may name two rules: both stand, whichever came first, and are contested
    byKey.set(rule.key, ones.set(canonical(rule), rule));
  }
  return new Map([...byKey].map(([key, ones]) => [key, headsOf([...ones.values()])]));
}

function headsOf(rules: readonly Rule[]): readonly Rule[] {
  const passed = new Set(rules.flatMap((r) => r.after.map((ref) => ref.id)));
  const heads = rules.filter((r) => !passed.has(r.id)).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const byValue = new Map<string, Rule>();
  for (const rule of heads) {
    const value = canonical(rule.value);
    if (!byValue.has(value)) byValue.set(value, rule);
  }
  return [...byValue.values()];
}

function orderOf(rule: Rule): string {
  return rule.id + canonical(rule.value);
}
