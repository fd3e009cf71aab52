/**
 * Which review a report has to pass, and under which rule its approvals are made (design, *Reports*: approved in every step
 * that the programme's rule in force at receipt asks; the rule is itself an entry). The one place that says so: who appends
 * an approval, who approves a whole file and who shows what is left to do ask here.
 *
 * Rules on `review-steps` are read as registers are (rule-heads.ts): the heads on the report's kind, else those on the whole
 * programme. A rule taken back (null) or unreadable asks nothing, so the next wider one holds, in the end the one step
 * `review`. Where several hold at once, because heads differ or the report speaks of several kinds, every one has its steps
 * done (the cautious reading), and an approval names them all.
 */
import { type Problem, problem } from '../problem.ts';
import { canonical } from '../report/canonical.ts';
import type { Decision, Entry, Id, Ref, Rule } from '../report/entry.ts';
import { stepsOf } from '../report/standing.ts';
import { ruleHeads } from './rule-heads.ts';

/** An entry as it is filed; of those given only rules on `review-steps` count. */
export interface FiledEntry {
  readonly ref: Ref;
  readonly entry: Entry;
}

export interface Review {
  /** all steps to be approved, in order of work */
  readonly steps: readonly string[];
  /** the rules that ask them, which an approval names; none: the one step there is without a rule */
  readonly under: readonly Ref[];
}

export type Approval = Decision & { readonly act: 'approve' | 'return' | 'reject' };

const plain = ['review'];

/**
 * The review of a report on items of these kinds. `rules`: the programme's entries that were received before the report, in
 * any order; for a report that is being received, all of them.
 */
export function reviewOf(kinds: readonly string[], rules: readonly FiledEntry[]): Review {
  const force = inForce(kinds, rules);
  const steps = [...new Set(force.flatMap((f) => f.steps))];
  return { steps: steps.length === 0 ? plain : steps, under: force.map((f) => f.ref) };
}

/** The part of an approval that names the rules it is made under. */
export function underOf(review: Review): { readonly under?: Ref; readonly also_under?: readonly Ref[] } {
  const [under, ...more] = review.under;
  if (under === undefined) return {};
  return more.length === 0 ? { under } : { under, also_under: more };
}

/**
 * `step-unknown` when the report's review has no such step, `rule-not-in-force` when the approval names other rules than
 * those the review is made under; else null. Another rule that says word for word the same may stand for one of them.
 */
export function checkApproval(
  approval: Approval,
  report: Id,
  kinds: readonly string[],
  rules: readonly FiledEntry[],
): Problem | null {
  const review = reviewOf(kinds, rules);
  if (!review.steps.includes(approval.step))
    return problem('step-unknown', { step: approval.step, steps: review.steps });
  const names = [...(approval.under ? [approval.under] : []), ...(approval.also_under ?? [])];
  const named = names.map((ref) => stepsNamed(ref, rules));
  const asked = inForce(kinds, rules).map((f) => f.steps);
  const same = named.every((steps) => steps !== null) && sameSets(orPlain(named), orPlain(asked));
  return same ? null : problem('rule-not-in-force', { report });
}

/**
 * An approval that arrives before its report: nobody knows yet of which kinds that is, so the approval has to be good
 * under every rule that the report could be received under now. Else `report-not-here`.
 */
export function checkEarlyApproval(
  approval: Approval,
  report: Id,
  rules: readonly FiledEntry[],
): Problem | null {
  const keys = rules.flatMap(({ entry }) =>
    entry.type === 'rule' && entry.sets === 'review-steps' ? [entry.key] : [],
  );
  const bad = ['', ...keys].some((kind) => checkApproval(approval, report, [kind], rules) !== null);
  return bad ? problem('report-not-here', { report }) : null;
}

interface Asking {
  readonly ref: Ref;
  readonly steps: readonly string[];
}

/** The rules that hold at once, one for each that differs, in order of kind and id. */
function inForce(kinds: readonly string[], filed: readonly FiledEntry[]): readonly Asking[] {
  const refs = new Map<Rule, Ref>();
  for (const { entry, ref } of filed)
    if (entry.type === 'rule' && entry.sets === 'review-steps') refs.set(entry, ref);
  const heads = ruleHeads([...refs.keys()], 'review-steps');
  const asking = (key: string): readonly Asking[] =>
    (heads.get(key) ?? []).flatMap((rule) => {
      const ref = refs.get(rule);
      const steps = rule.value === null ? null : stepsOf(rule);
      return ref === undefined || steps === null ? [] : [{ ref, steps }];
    });
  const found = [...new Set(kinds)].sort().flatMap((kind) => {
    const own = asking(kind);
    return own.length > 0 ? own : asking('');
  });
  return [...new Map(found.map((f) => [canonical(f.steps), f])).values()];
}

function stepsNamed(ref: Ref, rules: readonly FiledEntry[]): readonly string[] | null {
  const found = rules.find((r) => r.ref.id === ref.id && r.ref.digest === ref.digest);
  return found?.entry.type === 'rule' ? stepsOf(found.entry) : null;
}

function orPlain(all: readonly (readonly string[] | null)[]): ReadonlySet<string> {
  return new Set(all.length === 0 ? [canonical(plain)] : all.map((steps) => canonical(steps)));
}

function sameSets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
