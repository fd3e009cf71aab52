/**
 * What takes a decision back (design §1 and law 11): every kind of decision has its reversal, which is a decision too and
 * comes after the one it takes back. A merge is taken back by un-merging its pairs and an un-merging by merging them; a
 * withdrawal, by deciding again what it took back; anything else by withdrawing it. A decision that others have come
 * after on every register it set can't be taken back itself: they would have to be, first.
 */
import { type Problem, problem } from '../problem.ts';
import type { Act, Decision, Ref } from './entry.ts';
import { register, registersOf } from './registers.ts';

/** A decision with the name others know it by. */
export interface Made {
  readonly ref: Ref;
  readonly decision: Decision;
}

export interface Reversal {
  readonly act: Act;
  /** the heads of the registers it sets */
  readonly after: readonly Ref[];
}

/**
 * The decisions, without author and reason, that take `made` back. `heads`: of each register it set, the decisions that
 * stand. `before`: the decisions it names in `after`. Refusals: `decision-followed`, `decision-takes-nothing-back`.
 */
export function reversalOf(
  made: Made,
  heads: ReadonlyMap<string, readonly Made[]>,
  before: readonly Made[],
): readonly Reversal[] | Problem {
  const { ref, decision } = made;
  const standing = registersOf(decision).filter((name) =>
    heads.get(name)?.some((h) => h.ref.id === ref.id && h.ref.digest === ref.digest),
  );
  if (standing.length === 0) return problem('decision-followed', { decision: ref.id });
  const after = (names: readonly string[]): readonly Ref[] => {
    const found = names.flatMap((name) => heads.get(name)?.map((h) => h.ref) ?? []);
    return [...new Map(found.map((r) => [r.id + r.digest, r])).values()];
  };
  if (decision.act === 'merge' || decision.act === 'unmerge') {
    const pairs = decision.pairs.filter(([a, b]) => standing.includes(register.pair(a, b)));
    const act = decision.act === 'merge' ? 'unmerge' : 'merge';
    return [{ act: { act, pairs }, after: after(standing) }];
  }
  if (decision.act !== 'withdraw')
    return [{ act: { act: 'withdraw', registers: standing }, after: after(standing) }];
  const again = before.flatMap(({ decision: earlier }): readonly Reversal[] => {
    const names = registersOf(earlier).filter((name) => standing.includes(name));
    const act = names.length === 0 ? null : narrowed(earlier, new Set(names));
    return act === null ? [] : [{ act, after: after(names) }];
  });
  return again.length === 0 ? problem('decision-takes-nothing-back', { decision: ref.id }) : again;
}

/** What a decision did, on these of its registers alone; null for a withdrawal, which did nothing to be done again. */
function narrowed(d: Decision, names: ReadonlySet<string>): Act | null {
  switch (d.act) {
    case 'withdraw':
      return null;
    case 'approve':
    case 'return':
    case 'reject': {
      const reports = d.reports.filter((r) => names.has(register.standing(r.id, d.step)));
      const { act, step, under, also_under } = d;
      return { act, reports, step, ...(under && { under }), ...(also_under && { also_under }) };
    }
    case 'retarget':
    case 'split':
      return {
        act: d.act,
        moves: d.moves.flatMap((m) => {
          if (m.claims === undefined) return names.has(register.claims(m.report.id, m.from)) ? [m] : [];
          const claims = m.claims.filter((n) => names.has(register.claim(m.report.id, n)));
          return claims.length === 0 ? [] : [{ ...m, claims }];
        }),
      };
    case 'merge':
    case 'unmerge':
      return { act: d.act, pairs: d.pairs.filter(([a, b]) => names.has(register.pair(a, b))) };
    default:
      return actOf(d);
  }
}

/** What a decision does, without who made it, when and why. */
function actOf(d: Decision): Act {
  const { type: _t, id: _i, programme: _p, by: _b, written: _w, reason: _r, after: _a, ...act } = d;
  return act;
}
