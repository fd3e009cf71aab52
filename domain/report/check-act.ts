/**
 * What a decision on items must be to be taken at the door (design §1: each with a reason; *Items*: a merge makes two items
 * of one kind one). It may speak of what has not arrived yet: only what is known to be wrong is refused, for decisions
 * come from other offices too, in any order.
 */
import { type Problem, problem } from '../problem.ts';
import type { Act, Decision, Id } from './entry.ts';

/** Acts that were always taken without a word: what is approved speaks for itself, and what is withdrawn was said before. */
const unreasoned: ReadonlySet<Act['act']> = new Set(['approve', 'withdraw', 'confirm', 'settle-id']);

/** `decision-without-reason` (of a void, also without its evidence), or null; asked of people at their screen, not of what other offices send. */
export function checkReason(d: Decision): Problem | null {
  const groundless = d.act === 'void' && d.evidence.trim() === '';
  return unreasoned.has(d.act) || (d.reason.trim() !== '' && !groundless)
    ? null
    : problem('decision-without-reason', { decision: d.id });
}

/** @param kindOf the kind of an item on record; undefined where it is not here yet */
export function checkAct(d: Decision, kindOf: (item: Id) => string | undefined): Problem | null {
  if (d.act === 'merge') {
    const wrong = d.pairs.some(([a, b]) => {
      const [x, y] = [kindOf(a), kindOf(b)];
      return a === b || (x !== undefined && y !== undefined && x !== y);
    });
    return wrong ? problem('merge-kinds-differ') : null;
  }
  if (d.act === 'choose')
    return d.saw.some((s) => s.report === d.takes.report && s.n === d.takes.n)
      ? null
      : problem('choice-not-seen');
  return null;
}
