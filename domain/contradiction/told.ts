/** What is said of items, as it is set side by side: the shapes, and a claim as it is compared. */
import type { Id, Party } from '../report/entry.ts';
import { type Saying, voiceOf } from '../report/sayings.ts';
import type { Compared, Relation, Stated } from './relation.ts';

/** An item with what is said of it. */
export interface Spoken {
  readonly id: Id;
  readonly kind: string;
  readonly sayings: readonly Saying[];
}

/** A claim and the item it is made on. */
export interface Told {
  readonly item: Id;
  readonly kind: string;
  readonly saying: Saying;
}

/** Places in `told`. */
export interface Pair extends Compared {
  readonly first: number;
  readonly second: number;
}

export interface Alignment {
  /** names it among the others of one answer */
  readonly key: string;
  readonly kind: string;
  /** null: figures of several items */
  readonly item: Id | null;
  /** of figures: what they count, as a code of list `figure-subject`, and of which country */
  readonly counts?: { readonly subject: string; readonly country: string };
  /** null: what is claimed of the item as a whole, beside who opposes it */
  readonly property: string | null;
  readonly told: readonly Told[];
  readonly pairs: readonly Pair[];
  /** what of the pairs asks most for a person */
  readonly relation: Relation;
}

/** A claim as it is compared. */
export function statedOf(s: Saying): Stated {
  return {
    claim: s.claim,
    value: s.value,
    definition: s.definition,
    when: s.when,
    voice: voiceOf(s),
    published: named(s.published ?? { name: s.source }),
    certainty: s.sure?.certainty ?? null,
    doubted: (s.sure?.doubt ?? '') !== '',
  };
}

/** A speaker as one is told from another. */
function named(party: Party): string {
  return party.item ?? party.name?.normalize('NFC').trim() ?? '';
}
