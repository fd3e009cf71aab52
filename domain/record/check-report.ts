/**
 * Whether a whole report can be taken: it says something, its ids are ids, its items are of kinds there are and each named
 * once, every claim speaks of one of them and can be taken, and no information date ends after the report's own date
 * (design, *When*). Callers that read files clip such dates first (report/span.ts) and name what they did.
 */
import { type Problem, problem } from '../problem.ts';
import { unwritable } from '../report/canonical.ts';
import { isDay } from '../report/day.ts';
import type { Claim, Day, Party, Report, Span } from '../report/entry.ts';
import { checkAccused } from './accused-person.ts';
import { checkClaim, checkSpan, isId } from './check-value.ts';
import type { Model } from './kind.ts';

const DIGEST = /^[0-9a-f]{64}$/;

/** Reports never change, so one that was sound under a model is: who reads a file and who stores it both ask. */
const sound = new WeakMap<Model, WeakSet<Report>>();

/** Everything that is wrong with the report, in its own order; none when it can be taken. */
export function checkReport(report: Report, model: Model): readonly Problem[] {
  const known = sound.get(model) ?? new WeakSet();
  if (known.has(report)) return [];
  const found = problemsOf(report, model);
  if (found.length === 0) sound.set(model, known.add(report));
  return found;
}

function problemsOf(report: Report, model: Model): readonly Problem[] {
  const unread = unwritable({ ...report, claims: [] });
  if (unread) return [unread];
  const found: (Problem | null)[] = [
    ...idsOf(report).map((id) => (isId(id) ? null : problem('id-malformed', { id }))),
    isDay(report.date) ? null : problem('date-unreadable', { value: report.date }),
    checkWhen(report.when, report.date),
    report.claims.length === 0 ? problem('report-empty') : null,
    ...(report.attachments ?? []).map(({ capture, on }) =>
      DIGEST.test(capture) && report.items[on] !== undefined
        ? null
        : problem('attachment-wrong', { item: on }),
    ),
  ];
  const seen = new Set<string>();
  for (const item of report.items) {
    if (seen.has(item.id)) found.push(problem('item-repeated', { id: item.id }));
    seen.add(item.id);
    if (!model.kinds.has(item.kind)) found.push(problem('kind-unknown', { kind: item.kind }));
  }
  report.claims.forEach((claim, n) => {
    found.push(...checkOne(report, claim, n, model));
  });
  found.push(...checkAccused(report));
  return found.filter((p) => p !== null);
}

function checkOne(report: Report, claim: Claim, n: number, model: Model): readonly (Problem | null)[] {
  const item = report.items[claim.on];
  if (item === undefined) return [problem('claim-item-unknown', { claim: n, item: claim.on })];
  const kind = model.kinds.get(item.kind);
  const { value: _, ...around } = claim;
  return [
    unwritable(around, `claims.${n}`),
    kind === undefined ? null : checkClaim(kind, claim, model),
    claim.when === undefined ? null : checkWhen(claim.when, report.date),
    ...partiesOf(claim).map((id) => (isId(id) ? null : problem('id-malformed', { id }))),
  ];
}

function checkWhen(when: Span, date: Day): Problem | null {
  const found = checkSpan(when);
  if (found) return found;
  return when.to > date ? problem('date-after-report', { value: when.to, report: date }) : null;
}

function idsOf(report: Report): readonly string[] {
  return [
    report.id,
    report.by,
    ...report.items.map((i) => i.id),
    ...(report.source.item === undefined ? [] : [report.source.item]),
    ...partiesOf(report),
    ...(report.corrects ?? []).map((r) => r.id),
  ];
}

function partiesOf(of: { readonly said?: Party; readonly published?: Party }): readonly string[] {
  return [of.said?.item, of.published?.item].filter((id) => id !== undefined);
}
