/**
 * What an importer or a form hands to the store: a report ready for its digest, with the personal values still in clear
 * beside it (they go to the room apart, law 9), or the reason why a row can't be taken. Every row read gives exactly one.
 */
import type { Problem } from '../problem.ts';
import type { Id, Report } from './entry.ts';

/** A personal value taken out of claim `n`: the claim holds only its commitment. `salt` is 32 hex digits (16 bytes). */
export interface PersonalValue {
  readonly report: Id;
  readonly n: number;
  readonly salt: string;
  /** canonical JSON of the Value */
  readonly value: string;
}

/** What no mapping names, kept with the report under the sensitivity of design law 9; never in the entry itself. */
export interface KeptColumns {
  readonly report: Id;
  readonly sensitivity: 'restricted' | 'personal';
  readonly columns: Readonly<Record<string, string>>;
}

export interface DraftReport {
  readonly report: Report;
  readonly personal: readonly PersonalValue[];
  readonly kept?: KeptColumns;
}

/** How a row is recognised again: digests under the programme's secret, so that they tell nothing about people. */
export interface RowKey {
  /** what the row is about: key columns, or for a snapshot the columns compared; '' when the mapping names none */
  readonly identity: string;
  /** the whole row's content after normalising */
  readonly content: string;
  /** place among equal rows of the file, from 0 */
  readonly place: number;
}

export type RowDraft =
  | {
      readonly row: number;
      readonly sheet?: string;
      readonly key: RowKey;
      readonly drafts: readonly DraftReport[];
      /**
       * items that are this row's own: their ids are derived from its identity (or content) and place. A snapshot that
       * finds the row again under another place gives them the ids they had. Items with identity columns of their own
       * are not among them. Missing: all items of the drafts are the row's own
       */
      readonly own?: readonly Id[];
      /** repairs and conversions: problem codes of class `notice` with facts */
      readonly repairs: readonly Problem[];
      /** things worth a look that changed nothing */
      readonly notices: readonly Problem[];
    }
  | { readonly row: number; readonly sheet?: string; readonly refused: Problem }
  /** an exact duplicate of an earlier row of the file (duplicates: merge) */
  | { readonly row: number; readonly sheet?: string; readonly same: number };

/** What becomes of a row read: each has one. */
export const rowOutcomes = ['accepted', 'updated', 'unchanged', 'repaired', 'same', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What is counted of an import, in the order it is told: `gone` counts items, `waiting` reports left to a person. */
export const importCounts = ['read', ...rowOutcomes, 'gone', 'waiting'] as const;
export type ImportCounts = Readonly<Record<(typeof importCounts)[number], number>>;

export interface RowReport {
  readonly row: number;
  readonly sheet?: string;
  readonly outcome: RowOutcome;
  readonly code?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** why a person has to look at what the row became, before it may be approved; missing: it may be approved with many others */
  readonly waits?: Problem;
}

/** `read` = accepted + updated + unchanged + repaired + same + refused; `gone` counts items, not rows. */
export interface ImportResult extends ImportCounts {
  readonly rows: readonly RowReport[];
}
