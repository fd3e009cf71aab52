/** How two claims on one thing stand to each other, and why. A relation orders what people look at; it settles nothing (law 4). */
import type { Certainty } from '../evidence/certainty.ts';
import type { ClaimRef, Span, Value } from '../report/entry.ts';

/** In order, what asks most for a person first. */
export const relations = [
  /** the fold's *disputed*: two voices, one definition, overlapping dates, values that no one value satisfies */
  'contradict',
  /** of two items, values that do not meet, of dates that do not tell which is the later */
  'order-open',
  /** they can both be true, but only just, or one is said more firmly than the other */
  'in-tension',
  /** not compared: they need not speak of the same thing */
  'different-definition',
  /** the later takes the place of the earlier */
  'supersede',
  /** each says what the other leaves out */
  'complement',
  'agree',
] as const;
export type Relation = (typeof relations)[number];

export const reasons = [
  /** no value satisfies both */
  'apart',
  /** a count of all so far is lower than an earlier one */
  'falls',
  /** one number, of which two voices say that it counts different things */
  'meaning',
  /** one of them has no date, or they are not dated closely enough */
  'undated',
  /** the sets meet at a single value */
  'at-a-bound',
  /** planned by one, done by the other */
  'planned-done',
  /** stated as fact by one, with doubt by the other */
  'less-sure',
  /** denied by one */
  'denied',
  /** one is a case of the other: it says more */
  'says-more',
  /** one voice, handed on by two: one of them says more than the other */
  'stronger-retold',
  /** somebody opposes, denies or does not confirm what is claimed */
  'opposed',
  /** both state a definition, and not the same */
  'other-definition',
  /** one states no definition */
  'definition-unstated',
  'later',
  /** another part, unit or member; or one of them says only that it is not known */
  'beside',
  /** numbers that differ by no more than they are rounded */
  'within-rounding',
  'same',
] as const;
export type Reason = (typeof reasons)[number];

/** A claim as it is compared. */
export interface Stated {
  readonly claim: ClaimRef;
  readonly value: Value;
  /** '' where none is stated */
  readonly definition: string;
  readonly when: Span;
  /** who says it; a relay is no second voice (report/voice.ts) */
  readonly voice: string;
  /** who hands it on */
  readonly published: string;
  readonly certainty: Certainty | null;
  /** there are words of doubt beside it */
  readonly doubted: boolean;
}

export interface Compared {
  readonly relation: Relation;
  readonly reason: Reason;
  /** which of the two is the later, says more, or is said more firmly; null where neither is */
  readonly leads: 'first' | 'second' | null;
}

/** What asks more for a person first. */
export function byRelation(a: Relation, b: Relation): number {
  return relations.indexOf(a) - relations.indexOf(b);
}
