/**
 * A mapping as the wizard edits it: the JSON of docs/mapping.md. Only what the wizard itself touches is spelled out here; all else
 * of a mapping somebody brought is kept as it is. Which mapping is right is judged by the server, with the importer's own code.
 */
import type { Kind } from '@tilth/domain/record/kind';

export interface DateRule {
  readonly fixed?: string;
  readonly column?: string;
  readonly format?: string;
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
  /** end of an interval */
  readonly to?: { readonly column: string; readonly format?: string };
  readonly until?: 'report';
  readonly by?: string;
  readonly [more: string]: unknown;
}

export interface ValueRule {
  readonly column?: string;
  readonly value?: string | number | boolean;
  readonly codes?: Readonly<Record<string, string | null>>;
  readonly unit?: string;
  readonly decimal?: string;
  readonly thousands?: string;
  readonly unit_column?: string;
  /** ± in the unit of the file */
  readonly precision?: number;
  readonly bound?: string;
  readonly split?: string;
  readonly key_of?: string;
  readonly issuer?: string;
  readonly date?: DateRule;
  readonly geometry?: 'feature';
  readonly lon?: string;
  readonly lat?: string;
  readonly wkt?: string;
  readonly typed?: string;
  readonly system?: string;
  readonly crs?: string;
  /** UTM zone and hemisphere where the coordinates leave it out */
  readonly zone?: string;
  readonly zone_column?: string;
  /** metres */
  readonly accuracy?: number;
  readonly accuracy_column?: string;
  readonly basis?: string;
  readonly radius?: number;
  readonly width?: number;
  readonly when_empty?: string;
  readonly [more: string]: unknown;
}

export type Rules = Readonly<Record<string, ValueRule | readonly ValueRule[]>>;

export interface RecordRule {
  readonly kind?: string;
  readonly properties?: Rules;
  readonly [more: string]: unknown;
}

/** West, south, east, north in degrees. */
export type Extent = readonly [number, number, number, number];

export interface Mapping {
  readonly mapping: 1;
  readonly name: string;
  readonly version: string;
  readonly source: {
    readonly name: string;
    readonly said?: { readonly name?: string; readonly item?: string };
    readonly date?: string;
    readonly date_in_name?: boolean;
    readonly publisher?: { readonly name?: string; readonly item?: string };
    readonly reliability?: string;
    readonly information?: number;
    readonly device?: string;
    readonly doubt?: string;
    readonly [more: string]: unknown;
  };
  readonly date: DateRule;
  readonly extent?: Extent;
  readonly read?: {
    readonly double_encoded?: 'keep' | 'repair';
    readonly no_information?: readonly string[];
    readonly [more: string]: unknown;
  };
  readonly identity?: readonly string[];
  readonly duplicates?: 'keep' | 'merge';
  readonly snapshot?: { readonly date?: string; readonly compare: readonly string[] };
  readonly kept?: Readonly<Record<string, 'restricted' | 'personal' | 'leave-out'>>;
  readonly records: readonly RecordRule[];
  readonly [more: string]: unknown;
}

export interface Simple {
  readonly kind: string;
  readonly properties: Readonly<Record<string, ValueRule>>;
}

/** One record of one kind, each property from one rule: what the table of columns can show and change. Else null. */
export function simple(mapping: Mapping): Simple | null {
  const [record, ...more] = mapping.records;
  if (record?.kind === undefined || more.length > 0 || record.identity !== undefined) return null;
  if (record.by !== undefined || record.only_when !== undefined) return null;
  const properties: Record<string, ValueRule> = {};
  for (const [name, rules] of Object.entries(record.properties ?? {})) {
    if (isList(rules)) return null;
    properties[name] = rules;
  }
  return { kind: record.kind, properties };
}

function isList(rules: ValueRule | readonly ValueRule[]): rules is readonly ValueRule[] {
  return Array.isArray(rules);
}

/** The mapping with other rules for its one record. */
export function withProperties(mapping: Mapping, properties: Readonly<Record<string, ValueRule>>): Mapping {
  const [record] = mapping.records;
  return { ...mapping, records: [{ ...record, properties }] };
}

/** The property that a column fills; null for none. */
export function filledBy({ properties }: Simple, column: string): string | null {
  const found = Object.entries(properties).find(
    ([, rule]) => rule.column === column || rule.date?.column === column,
  );
  return found?.[0] ?? null;
}

/** The mapping with the column filling that property and no other; what filled it before is free again. */
export function fill(mapping: Mapping, column: string, property: string | null, kind: Kind): Mapping {
  const now = simple(mapping);
  if (now === null) return mapping;
  const rest = Object.entries(now.properties).filter(
    ([name, rule]) => name !== property && rule.column !== column && rule.date?.column !== column,
  );
  const about = property === null ? undefined : kind.properties[property];
  const rule = about && ruleFor(column, about.type, about.to);
  return withProperties(
    mapping,
    Object.fromEntries([...rest, ...(property !== null && rule ? [[property, rule] as const] : [])]),
  );
}

function ruleFor(column: string, type: string, to: readonly string[] | undefined): ValueRule {
  if (type === 'date') return { date: { column } };
  if (type === 'link' && to?.length !== 1) return { column, key_of: to?.[0] ?? 'hazardous-area' };
  return { column };
}

/** Members whose value is undefined are left out. */
export function changed<T extends object>(of: T, change: Readonly<Record<string, unknown>>): T {
  const entries = Object.entries({ ...of, ...change }).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries) as T;
}

/** The mapping with other members for one property's rule. */
export function change(
  mapping: Mapping,
  property: string,
  members: Readonly<Record<string, unknown>>,
): Mapping {
  const now = simple(mapping);
  const rule = now?.properties[property];
  if (!now || !rule) return mapping;
  return withProperties(mapping, { ...now.properties, [property]: changed(rule, members) });
}

/** The mapping with one word of a property's table meaning this code; null: it makes no claim; undefined: not said. */
export function meaning(
  mapping: Mapping,
  property: string,
  word: string,
  code: string | null | undefined,
): Mapping {
  const codes = simple(mapping)?.properties[property]?.codes ?? {};
  const next = changed(codes, { [word]: code });
  return change(mapping, property, { codes: Object.keys(next).length === 0 ? undefined : next });
}

/** Columns that say where, when, or which: not free for a property of their own, but shown as used. */
export function usesOf(mapping: Mapping, column: string): readonly ('place' | 'date' | 'identity')[] {
  const rules = Object.values(simple(mapping)?.properties ?? {});
  const place = rules.some((r) =>
    [r.lon, r.lat, r.wkt, r.typed, r.zone_column, r.accuracy_column].includes(column),
  );
  const { date: when } = mapping;
  const date = [when.column, when.year, when.month, when.day, when.to?.column].includes(column);
  return [
    ...(place ? (['place'] as const) : []),
    ...(date ? (['date'] as const) : []),
    ...(mapping.identity?.includes(column) ? (['identity'] as const) : []),
  ];
}

/** Four numbers as people write them, west, south, east, north; null where they are no part of the earth. */
export function readExtent(text: string): Extent | null {
  const [west, south, east, north, ...more] = text
    .trim()
    .split(/[;,\s]+/)
    .map(Number);
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  if (more.length > 0) return null;
  // what is no number compares as false
  const fits = west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north;
  return fits ? [west, south, east, north] : null;
}
