/**
 * Approves many reports at once, of a file or of the queue: those that are clean (domain/record/look.ts) become live by one
 * decision for some hundred reports, in every step that the rule in force asks.
 */

import type { Model } from '@tilth/domain/record/kind';
import type { Guarded } from '@tilth/domain/record/look';
import { type Review, reviewOf, underOf } from '@tilth/domain/record/review';
import type { Decision, Id, Instant, Ref } from '@tilth/domain/report/entry';
import { tableName } from '../current/columns.ts';
import type { Tx } from '../db.ts';
import type { Logged } from '../log.ts';
import { newId } from '../new-id.ts';

/** A decision on thousands of reports is read whenever one of them is folded: many small ones cost less than one. */
const REPORTS_A_DECISION = 500;

/** The codes on record of guarded properties, of items that are on record, from the current view. */
export async function guardedOf(
  tx: Tx,
  programme: string,
  model: Model,
  items: Iterable<{ readonly id: Id; readonly kind: string }>,
): Promise<Guarded> {
  const byKind = new Map<string, Id[]>();
  for (const { id, kind } of items) byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
  const found = new Map<Id, Readonly<Record<string, string | null>>>();
  for (const [kind, ids] of byKind) {
    const properties = Object.entries(model.kinds.get(kind)?.properties ?? {});
    const guarded = properties
      .filter(([, p]) => p.fold === 'guarded' && p.own !== true)
      .map(([name]) => name);
    if (guarded.length === 0) continue;
    const rows = await tx.query<Readonly<Record<string, string | null>> & { readonly id: Id }>(
      `SELECT id, ${guarded.map((g) => `"${g}"`).join(', ')} FROM shown.${tableName(kind)}
       WHERE programme = $1 AND id = ANY ($2::uuid[])`,
      [programme, ids],
    );
    for (const { id, ...codes } of rows) found.set(id, codes);
  }
  return found;
}

export interface Approvable {
  readonly ref: Ref;
  readonly kinds: readonly string[];
  /** what it was received under; null: it is received now */
  readonly number: number | null;
  /** the one step to approve; missing: all that its review asks */
  readonly step?: string;
}

/** The approvals of these reports. `rules` are the programme's, in order of number. */
export function approvals(
  reports: readonly Approvable[],
  by: { readonly person: Id; readonly programme: string; readonly now: Instant; readonly reason: string },
  rules: readonly Logged[],
): readonly Decision[] {
  const reviews = new Map<string, Review>();
  const groups = new Map<string, { step: string; review: Review; refs: Ref[] }>();
  for (const { ref, kinds, number, step: only } of reports) {
    const before = number === null ? rules : rules.filter((r) => r.number < number);
    const about = `${[...new Set(kinds)].sort().join()} ${before.length}`;
    const review = reviews.get(about) ?? reviewOf(kinds, before);
    reviews.set(about, review);
    for (const step of review.steps) {
      if (only !== undefined && only !== step) continue;
      const key = `${step} ${review.under.map((u) => u.digest).join()}`;
      const group = groups.get(key) ?? { step, review, refs: [] };
      group.refs.push(ref);
      groups.set(key, group);
    }
  }
  const out: Decision[] = [];
  for (const { step, review, refs } of groups.values()) {
    for (let i = 0; i < refs.length; i += REPORTS_A_DECISION) {
      out.push({
        type: 'decision',
        id: newId(),
        programme: by.programme,
        by: by.person,
        written: by.now,
        reason: by.reason,
        after: [],
        act: 'approve',
        reports: refs.slice(i, i + REPORTS_A_DECISION),
        step,
        ...underOf(review),
      });
    }
  }
  return out;
}
