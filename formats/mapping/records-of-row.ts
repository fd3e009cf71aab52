/** Which records one row makes under a mapping: kind by rule or by case, and the rules that fill each property. */
import { type Problem, problem } from '@tilth/domain/problem';
import type { Kind } from '@tilth/domain/record/kind';
import { folded } from './cells.ts';
import type { Case, Mapping, RecordRule, ValueRule } from './mapping.ts';
import { type RowWork, type Setting, wordOf } from './row.ts';

export interface Chosen {
  readonly rule: RecordRule;
  /** place of the rule in the mapping, from 0 */
  readonly n: number;
  readonly kind: Kind;
  readonly properties: readonly (readonly [string, readonly ValueRule[]])[];
}

/** Made once for each mapping: the cases of its records by folded word. */
export interface Plan {
  readonly rule: RecordRule;
  readonly n: number;
  readonly fixed: Chosen | null;
  readonly cases: ReadonlyMap<string, Chosen>;
  readonly otherwise: Chosen | 'refuse' | 'nothing';
}

export function plans(mapping: Mapping, kinds: ReadonlyMap<string, Kind>): Plan[] {
  return mapping.records.map((rule, n) => {
    const choose = (c: Case): Chosen => {
      const kind = kinds.get(c.kind);
      if (kind === undefined) throw new Error(`mapping was not checked: ${c.kind}`);
      const merged = { ...rule.properties, ...c.properties };
      const properties = Object.entries(merged).map(([p, r]) => [p, Array.isArray(r) ? r : [r]] as const);
      return { rule, n, kind, properties };
    };
    const by = rule.by;
    const cases = Object.entries(by?.cases ?? {}).map(([word, c]) => [folded(word), choose(c)] as const);
    const last = by?.else;
    return {
      rule,
      n,
      fixed: by === undefined ? choose({ kind: rule.kind! }) : null,
      cases: new Map(cases),
      otherwise: last === undefined ? 'refuse' : typeof last === 'string' ? last : choose(last),
    };
  });
}

/** The records of this row, or why it can't be taken. */
export function chosen(setting: Setting, work: RowWork, all: readonly Plan[]): Chosen[] | Problem {
  const found: Chosen[] = [];
  for (const plan of all) {
    const when = plan.rule.only_when;
    if (when !== undefined) {
      const word = wordOf(setting, work, when.column);
      if (when.is === undefined ? word === '' : !when.is.some((w) => folded(w) === folded(word))) continue;
    }
    if (plan.fixed !== null) {
      found.push(plan.fixed);
      continue;
    }
    const column = plan.rule.by!.column;
    const word = wordOf(setting, work, column);
    const pick = plan.cases.get(folded(word)) ?? plan.otherwise;
    if (pick === 'refuse') return problem('row-case-unknown', { row: work.source.row, column });
    if (pick !== 'nothing') found.push(pick);
  }
  return found.length > 0 ? found : problem('row-skipped', { row: work.source.row });
}
