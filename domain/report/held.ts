/** A claim as the fold holds it, and as the view shows it. */
import type { Claim, Day, Id, Report, Span } from './entry.ts';
import type { Ordered } from './order.ts';
import type { Shown, Standing } from './view.ts';

export interface Held extends Ordered {
  readonly claim: Claim;
  readonly report: Report;
  /** the item it speaks of; for a claim that was moved away, the item it was reported on */
  readonly item: Id;
  /** the kind its report declares for the item it was reported on */
  readonly declared: string;
  readonly voice: string;
  /** its report's, or `void` where a void of the item covers it */
  readonly standing: Standing;
  /** its report's id names no other entry that may count: only then is `(report, n)` this claim and no other */
  readonly sole: boolean;
  /** where it points is contested */
  readonly adrift: boolean;
  readonly from: Day | null;
  readonly to: Day;
}

/** Not live, and not for ever out: what may become live counts for danger (law 6). */
export function isReported(standing: Standing): boolean {
  return standing === 'pending' || standing === 'returned' || standing === 'contested';
}

export function show(h: Held): Shown {
  const said = h.claim.said ?? h.report.said;
  const published = h.claim.published ?? h.report.published;
  const sure = h.claim.sure ?? h.report.sure;
  const typed = (h.claim.when ?? h.report.when).typed;
  const when: Span = typed === undefined ? { from: h.from, to: h.to } : { from: h.from, to: h.to, typed };
  return {
    claim: { report: h.id, n: h.n },
    value: h.claim.value,
    when,
    voice: h.voice,
    ...(said && { said }),
    ...(published && { published }),
    source: h.report.source.name,
    ...(sure && { sure }),
    standing: h.standing,
  };
}

/** The last first. */
export function showAll(held: readonly Held[]): readonly Shown[] {
  return held.length === 0 ? none : held.map(show).reverse();
}

const none: readonly Shown[] = [];
