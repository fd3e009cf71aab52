/**
 * A promise with a territory held against what is on record of use, finds and hazards: each with how it is known to have to
 * do with the promise, and on which side it lies (territory.ts). The first reason that fits is given: it is said to come from
 * the transfer; it is of a model that was transferred; it is of the same kind of ordnance, which may be anybody's. What
 * certainly happened before the promise is counted apart. For a person to look at: nothing here says that a promise was kept
 * or broken.
 */
import type { Overlay } from '../geometry/overlay.ts';
import type { Id, Span } from '../report/entry.ts';
import { type Placed, type Where, whereIs } from './territory.ts';

export type Relation = 'transfer' | 'model' | 'category';

export interface Promised {
  readonly id: Id;
  readonly territory: Placed | null;
  /** the first day it may have been given on; null: not known */
  readonly since: string | null;
  readonly transfers: readonly Id[];
  readonly models: readonly Id[];
  readonly categories: readonly string[];
}

/** Something recorded that a promise may be about. */
export interface Recorded {
  readonly id: Id;
  readonly kind: string;
  readonly when: Span | null;
  readonly place: Placed | null;
  readonly transfers: readonly Id[];
  readonly models: readonly Id[];
  readonly categories: readonly string[];
}

export type Check = Where & {
  readonly id: Id;
  readonly kind: string;
  readonly relation: Relation;
  readonly when: Span | null;
};

export interface Checked {
  readonly id: Id;
  readonly territory: boolean;
  /** by why they are held against it: what may be anybody's is never added to what is said to come from the transfer */
  readonly counts: Readonly<Record<Relation, Readonly<Record<Where['outcome'], number>>>>;
  /** certainly before the promise */
  readonly before: number;
  /** what is most surely of the transfer first; within it outside, then what can't be said, then inside, then by id */
  readonly checks: readonly Check[];
}

export function checkPromise(promise: Promised, recorded: readonly Recorded[], overlay: Overlay): Checked {
  const related = recorded.flatMap((thing) => {
    const relation = relationOf(thing, promise);
    return relation === null ? [] : [{ thing, relation }];
  });
  const since = promise.since;
  const earlier = related.filter(
    ({ thing }) => since !== null && thing.when !== null && thing.when.to < since,
  );
  const checks = related
    .filter((r) => !earlier.includes(r))
    .map(
      ({ thing, relation }): Check => ({
        id: thing.id,
        kind: thing.kind,
        relation,
        when: thing.when,
        ...whereIs(promise.territory, thing.place, overlay),
      }),
    )
    .sort(byWorth);
  const count = (relation: Relation) => {
    const of = (outcome: Where['outcome']) =>
      checks.filter((c) => c.relation === relation && c.outcome === outcome).length;
    return { inside: of('inside'), outside: of('outside'), 'too-imprecise': of('too-imprecise') };
  };
  return {
    id: promise.id,
    territory: promise.territory !== null,
    counts: { transfer: count('transfer'), model: count('model'), category: count('category') },
    before: earlier.length,
    checks,
  };
}

function relationOf(thing: Recorded, promise: Promised): Relation | null {
  const shared = (a: readonly string[], b: readonly string[]) => a.some((x) => b.includes(x));
  if (shared(thing.transfers, promise.transfers)) return 'transfer';
  if (shared(thing.models, promise.models)) return 'model';
  return shared(thing.categories, promise.categories) ? 'category' : null;
}

const outcomes = ['outside', 'too-imprecise', 'inside'];
const relations = ['transfer', 'model', 'category'];

function byWorth(a: Check, b: Check): number {
  return (
    relations.indexOf(a.relation) - relations.indexOf(b.relation) ||
    outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
