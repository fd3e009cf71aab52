/**
 * A report run for a period: what is shown before it is issued, and what is kept for ever once it is. An issued sheet is
 * these bytes (RFC 8785), named by their SHA-256 in the entry that says it was sent; nothing of it is worked out again.
 */

import type { Period } from '../figures/period.ts';
import type { Suppressed } from '../figures/suppress.ts';
import { isRecord } from '../record/own-property.ts';
import type { Day, Digest, Instant, Ref } from '../report/entry.ts';
import type { ReportDefinition } from './definition.ts';
import type { SheetMap } from './sheet-map.ts';

/** Numbers are null where they are kept back. */
export interface SheetLine extends Suppressed {
  readonly figure: string;
  readonly by: string | null;
  /** `none`: nothing; `rights`: who ran it may not read what it is counted from; `small`: small numbers about people */
  readonly kept_back: 'none' | 'rights' | 'small';
  /** what the figure is called, and by what it is broken down, in the sheet's language */
  readonly title?: string;
  readonly by_title?: string;
  /** the written definition, in the same language */
  readonly means?: string;
  /** names of what the cells' keys stand for, as they were then */
  readonly labels?: Readonly<Record<string, string>>;
}

export interface Sheet {
  readonly form: 'tilth-sheet-1';
  readonly definition_id: string;
  readonly definition: ReportDefinition;
  /** the rule that defines it; null: the seeded one */
  readonly rule: Ref | null;
  /** as in `language` */
  readonly title: string;
  readonly language: string;
  readonly period: Period;
  readonly programme: string;
  readonly office: string;
  readonly fold: number;
  /** the day whose state stocks are of. Flows are counted by when things happened, whatever day they were told */
  readonly at: Day;
  /** where another day than today was asked for: flows take only what was dated up to then, too */
  readonly flows_at?: Day;
  /** the receipt number it was made from */
  readonly known: number;
  readonly pending: number;
  readonly invented: boolean;
  readonly lines: readonly SheetLine[];
  /** where its definition asks for one and anything can be drawn */
  readonly map?: SheetMap;
  /** only on an issued one */
  readonly issued?: {
    readonly number: string;
    readonly instant: Instant;
    readonly replaces?: { readonly number: string; readonly digest: Digest; readonly reason: string };
  };
}

/** Reads a sheet's bytes; null where they are none. */
export function readSheet(bytes: string): Sheet | null {
  try {
    const value: unknown = JSON.parse(bytes);
    return isSheet(value) ? value : null;
  } catch {
    return null;
  }
}

function isSheet(value: unknown): value is Sheet {
  return (
    isRecord(value) && value.form === 'tilth-sheet-1' && Array.isArray(value.lines) && isRecord(value.period)
  );
}
