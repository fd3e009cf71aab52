/**
 * The shapes of what stands in the log. An entry is a report, a decision or a rule; it is immutable, made where it is
 * written (UUIDv7, importers UUIDv8), and named by id *and* digest. All of it is plain JSON: what is digested is exactly
 * the RFC 8785 canonical form of the entry.
 */

import type { Certainty } from '../evidence/certainty.ts';
import type { SpeakerKind } from '../evidence/speakers.ts';
import type { Geometry, Value } from './value.ts';

export type { Geometry, Position, Value } from './value.ts';

/** A UUID in lower case. */
export type Id = string;
/** SHA-256 as 64 lower-case hex digits. */
export type Digest = string;
/** A calendar day, `YYYY-MM-DD`, in the programme's time zone. */
export type Day = string;
/** An instant, ISO 8601 in UTC with milliseconds. */
export type Instant = string;

/** How one entry names another: the digest makes circles impossible and forgery visible. */
export interface Ref {
  readonly id: Id;
  readonly digest: Digest;
}

/** How a claim is named: its report and its place in the report's `claims`. */
export interface ClaimRef {
  readonly report: Id;
  readonly n: number;
}

/** When something was true or observed. `from` null: the beginning is unknown. `typed` keeps what was written. */
export interface Span {
  readonly from: Day | null;
  readonly to: Day;
  readonly typed?: string;
}

/**
 * Who says or publishes: an item (organisation), or words when the speaker is no item; natural persons only by office, or as
 * the publication names those who speak in public. `speaker_kind` and `relayed_by` as read in a text (evidence/speakers.ts).
 */
export interface Party {
  readonly item?: Id;
  readonly name?: string;
  readonly speaker_kind?: SpeakerKind;
  /** who hands it on, where the publication took it from another: no second voice */
  readonly relayed_by?: string;
}

/**
 * `reference` domain.md 3.4: source A to F, information 1 to 6, device M1 to M4; `certainty` is how the text puts it
 * (evidence/certainty.ts), `doubt` keeps the speaker's own words.
 */
export interface Sureness {
  readonly certainty?: Certainty;
  readonly source?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly information?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly device?: 'M1' | 'M2' | 'M3' | 'M4';
  readonly doubt?: string;
}

/** Where in the capture a claim was read: W3C text selectors, or the cell of a table (row counts from 1, header included). */
export interface Where {
  readonly quote?: { readonly exact: string; readonly prefix?: string; readonly suffix?: string };
  readonly position?: { readonly start: number; readonly end: number };
  readonly cell?: { readonly sheet?: string; readonly row: number; readonly column?: string };
}

/** One statement. Dates, speaker, publisher and sureness are the report's unless given here. */
export interface Claim {
  /** which of the report's items it speaks of */
  readonly on: number;
  readonly property: string;
  readonly value: Value;
  /** under which definition the figure or word is meant; the property's default when missing */
  readonly definition?: string;
  /** kind of fold *sum*: the part counted, so that no part counts twice */
  readonly part?: string;
  readonly when?: Span;
  readonly said?: Party;
  readonly published?: Party;
  readonly sure?: Sureness;
  readonly where?: Where;
}

/** A photo or another file that came with a report: its bytes are a capture. Its name, which may name people, is kept nowhere. */
export interface Attachment {
  /** SHA-256 of the capture's bytes */
  readonly capture: Digest;
  /** which of the report's items it shows or belongs to */
  readonly on: number;
  readonly media_type: string;
  /** bytes */
  readonly size: number;
}

export interface Report {
  readonly type: 'report';
  readonly id: Id;
  readonly programme: string;
  readonly form: string;
  readonly form_version: string;
  /** the report's own date: no claim's span ends after it */
  readonly date: Day;
  /** information date of every claim that gives none itself */
  readonly when: Span;
  /** person who entered it */
  readonly by: Id;
  /** the writing device's clock: kept, never relied on */
  readonly written: Instant;
  readonly source: { readonly name: string; readonly item?: Id };
  readonly said?: Party;
  readonly published?: Party;
  readonly sure?: Sureness;
  /** SHA-256 of the capture's bytes */
  readonly capture?: Digest;
  /** photos and other files that came with it, as secret as free text on the items they belong to (record/free-text.ts) */
  readonly attachments?: readonly Attachment[];
  readonly items: readonly { readonly id: Id; readonly kind: string }[];
  readonly claims: readonly Claim[];
  /** reports that this one corrects: once it is live, theirs do not count */
  readonly corrects?: readonly Ref[];
  /** what an importer or form changed on the way in, as problem codes with facts (repairs, conversions) */
  readonly changes?: readonly { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }[];
  /** set when a person must look before it can be approved in bulk: a problem code */
  readonly waits?: string;
}

/**
 * What a decision does. A decision sets *registers*, named by the strings of registers.ts:
 * `standing/<report>/<step>`, `claims/<report>/<item>`, `claim/<report>/<n>`, `pair/<item>/<item>`,
 * `choice/<item>/<property>/<definition>`, `guard/<item>/<property>`, `void/…`, `id/<entry>`.
 */
export type Act =
  | {
      readonly act: 'approve' | 'return' | 'reject';
      readonly reports: readonly Ref[];
      readonly step: string;
      /** the rule on review steps it is made under, and others that hold at once (record/review.ts) */
      readonly under?: Ref;
      readonly also_under?: readonly Ref[];
    }
  /** sets the named registers back to their start */
  | { readonly act: 'withdraw'; readonly registers: readonly string[] }
  /** all of a report's claims on one item (`claims` missing), or single ones; `split` when `to` is a new item */
  | {
      readonly act: 'retarget' | 'split';
      readonly moves: readonly {
        readonly report: Ref;
        readonly from: Id;
        readonly to: Id;
        readonly claims?: readonly number[];
      }[];
    }
  | { readonly act: 'merge' | 'unmerge'; readonly pairs: readonly (readonly [Id, Id])[] }
  | {
      readonly act: 'choose';
      readonly item: Id;
      readonly property: string;
      readonly definition: string;
      readonly saw: readonly ClaimRef[];
      readonly takes: ClaimRef;
      /** what it rests on: documents, visits, photographs */
      readonly evidence?: string;
    }
  /** the way down for a guarded property other than by release: a person's decision with its reason */
  | {
      readonly act: 'lower';
      readonly item: Id;
      readonly property: string;
      readonly value: Value;
      readonly when: Span;
    }
  /**
   * recorded in error; `second`: it stands only once a second person confirms. Whether that is asked is the programme's to
   * say (access/void-second.ts), not the author's: who needs a second person and does not say so is refused
   */
  | {
      readonly act: 'void';
      readonly of:
        | { readonly report: Ref }
        | { readonly item: Id }
        | { readonly item: Id; readonly land: Geometry; readonly m2: number };
      readonly evidence: string;
      readonly second?: true;
      /** the claims its author saw; missing: those of reports dated up to the day the void was written */
      readonly saw?: readonly ClaimRef[];
    }
  | { readonly act: 'confirm'; readonly of: Ref }
  /** two offices hold one id with two digests: which one counts */
  | { readonly act: 'settle-id'; readonly entry: Id; readonly takes: Digest };

export type Decision = {
  readonly type: 'decision';
  readonly id: Id;
  readonly programme: string;
  readonly by: Id;
  readonly written: Instant;
  readonly reason: string;
  /** the decisions on the same registers that the author had seen */
  readonly after: readonly Ref[];
} & Act;

/** The programme's own settings, with history: own properties, codes, review steps, number patterns, limits. */
export interface Rule {
  readonly type: 'rule';
  readonly id: Id;
  readonly programme: string;
  readonly by: Id;
  readonly written: Instant;
  readonly reason: string;
  readonly after: readonly Ref[];
  readonly sets:
    | 'review-steps'
    | 'own-property'
    | 'own-codes'
    | 'code-map'
    | 'number-pattern'
    | 'limits'
    | 'public'
    | 'void-second'
    /** what the columns of a kind of file mean, as `formats` reads it (docs/mapping.md), key its name */
    | 'mapping'
    /** a defined report (products/definition.ts), key its id */
    | 'report'
    /** a map to lie below what is on record (record/basemap.ts), key its id */
    | 'basemap';
  /** what it sets: the kind, or `kind.property`, or a list's name; '' for the whole programme */
  readonly key: string;
  /** null takes the setting back */
  readonly value: unknown;
}

export type Entry = Report | Decision | Rule;
