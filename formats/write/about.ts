/**
 * What every export says of itself: as of which day, known up to where, under which filter and definitions, how much still
 * waits for review, and that invented data are invented. A figure can be made again from it exactly (design, law 3).
 */
import type { Kind, Model } from '@tilth/domain/record/kind';
import type { Geometry } from '@tilth/domain/report/entry';

/** One item as the store lists it, already reduced to what the asker may see. */
export interface Row {
  readonly id: string;
  readonly programme: string;
  readonly kind: string;
  readonly standing: string;
  readonly disputed: boolean;
  /** WGS 84; null: no place, or not for this asker */
  readonly geometry: Geometry | null;
  /** by column: text, number, yes/no or null; besides a property `<property>_state`, `_min` and `_max` */
  readonly values: Readonly<Record<string, unknown>>;
}

export interface About {
  readonly kind: Kind;
  readonly model: Model;
  readonly stamp: {
    readonly office: string;
    readonly programme: string;
    readonly number: number;
    readonly fold: number;
    readonly at: string;
    readonly known: string | number | null;
    /** reports received up to there and not yet live */
    readonly pending: number;
  };
  readonly filter: Readonly<Record<string, unknown>>;
  readonly invented: boolean;
  /** the programme's name for people */
  readonly programme?: string;
  /** property → definition; missing: those the kind names */
  readonly definitions?: Readonly<Record<string, string>>;
  /** CSV and XLSX: a row of HXL hashtags under the header */
  readonly hxl?: boolean;
}

export const INVENTED = 'Invented data';
/** Said on every file: what is not in it is not safe. */
export const CAUTION = 'Land that is not in this file is not thereby safe.';

/** The stamp as pairs, in order, for formats that have room for it. */
export function stampOf(about: About): readonly (readonly [name: string, value: string])[] {
  const { stamp, filter } = about;
  const said = definitionsOf(about);
  const named = Object.entries(said).map(([p, d]) => `${p}: ${d}`);
  const filters = Object.entries(filter).map(
    ([k, v]) => `${k} = ${typeof v === 'string' ? v : JSON.stringify(v)}`,
  );
  return [
    ...(about.invented ? ([['notice', INVENTED]] as const) : []),
    ['content', about.kind.plural],
    ['programme', about.programme ?? stamp.programme],
    ['at', stamp.at],
    ['known', stamp.known === null ? `all received up to no. ${stamp.number}` : String(stamp.known)],
    ['office', stamp.office],
    ['number', String(stamp.number)],
    ['fold_version', String(stamp.fold)],
    ['pending_reports', String(stamp.pending)],
    ['filter', filters.length > 0 ? filters.join('; ') : 'none'],
    ['definitions', named.length > 0 ? named.join('; ') : 'none'],
    ['caution', CAUTION],
  ];
}

/** The stamp in one line, for formats that have room for it only beside a row. */
export function stampLine(about: About): string {
  return stampOf(about)
    .filter(([name]) => name !== 'content')
    .map(([name, value]) => `${name}: ${value}`)
    .join(' | ');
}

export function definitionsOf(about: About): Readonly<Record<string, string>> {
  if (about.definitions !== undefined) return about.definitions;
  const named = Object.entries(about.kind.properties).flatMap(([name, p]) =>
    p.definition === undefined || p.sensitivity === 'personal' ? [] : [[name, p.definition] as const],
  );
  return Object.fromEntries(named);
}

/** What a row says of a column as text, for formats that know nothing else; '' for nothing. */
export function wordOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.map(wordOf).join('; ') : JSON.stringify(value);
}
