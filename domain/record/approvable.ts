/**
 * What a report has to say before anybody may approve it: when (an information date, if only “up to” a day), at least one
 * claim, and where, for every item it speaks of whose kind has a place (issue “the app”, *Review*; design §2 *When*, law 6).
 * The place may be coarse: an administrative unit or a settlement is one (its P-code), so is what is on record already. A place
 * that is known to be unknown is said with its reason, by the report or by the reviewer.
 */
import { type Problem, problem } from '../problem.ts';
import { isDay } from '../report/day.ts';
import type { Claim, Id, Report } from '../report/entry.ts';
import type { Kind, Model } from './kind.ts';

/** What else is known when a report is judged. */
export interface Beside {
  /** items that have a place on record */
  readonly placed: ReadonlySet<Id>;
  /** the reviewer's own words; not empty, they are the reason why nothing more is known */
  readonly reason: string;
}

/** `report-empty`, `report-undated` or `report-unplaced`; null when the report may be approved. */
export function checkApprovable(report: Report, model: Model, beside: Beside): Problem | null {
  if (report.claims.length === 0) return problem('report-empty');
  if (!isDay(report.when.to)) return problem('report-undated', { report: report.id });
  if (beside.reason.trim() !== '') return null;
  const lost = unplaced(report, model).find((id) => !beside.placed.has(id));
  return lost === undefined ? null : problem('report-unplaced', { report: report.id, item: lost });
}

/** Items of kinds with a place on which the report makes claims, none of which says where, nor why that is unknown. */
export function unplaced(report: Report, model: Model): readonly Id[] {
  return report.items.flatMap(({ id, kind: name }, on) => {
    const kind = model.kinds.get(name);
    if (kind?.place === undefined) return [];
    const claims = report.claims.filter((c) => c.on === on);
    return claims.length === 0 || claims.some((c) => saysWhere(c, kind)) ? [] : [id];
  });
}

/** An `unknown` always holds its reason. */
function saysWhere({ property, value }: Claim, kind: Kind): boolean {
  if (value.type === 'geometry' || value.type === 'release') return true;
  if (property === kind.place || property === 'pcode') return true;
  const stated = kind.properties[property];
  return stated?.type === 'link' && stated.to?.length === 1 && stated.to[0] === 'place';
}
