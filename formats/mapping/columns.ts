/** Which columns a mapping names, and where: for checking it against a file, and for keeping those it does not use. */
import type { Model } from '@tilth/domain/record/kind';
import type { Case, DateRule, Mapping, RecordRule, ValueRule } from './mapping.ts';
import { columnsOfTemplate } from './values.ts';

export interface Named {
  readonly column: string;
  /** place in the mapping, for people: `records[0].properties.outline` */
  readonly where: string;
  /** its words reach a record; false: it only chooses, names or compares rows */
  readonly claimed: boolean;
  /** it holds numbers */
  readonly number: boolean;
}

export function namedColumns(mapping: Mapping): Named[] {
  const found: Named[] = [];
  const add = (column: string | undefined, where: string, claimed = true, number = false): void => {
    if (column !== undefined && column !== '@geometry') found.push({ column, where, claimed, number });
  };
  const date = (rule: DateRule | undefined, where: string): void => {
    add(rule?.column, where);
    add(rule?.to?.column, where);
    for (const part of [rule?.year, rule?.month, rule?.day]) add(part, where, true, true);
  };
  date(mapping.date, 'date');
  for (const c of mapping.identity ?? []) add(c, 'identity', false);
  for (const c of mapping.same_when ?? []) add(c, 'same_when', false);
  for (const c of mapping.snapshot?.compare ?? []) add(c, 'snapshot.compare', false);
  for (const c of mapping.read?.numbers?.columns ?? []) add(c, 'read.numbers.columns', false, true);
  for (const [n, record] of mapping.records.entries()) ofRecord(record, `records[${n}]`, add, date);
  return found;
}

/** Columns that a personal property is filled from, in any of the records. */
export function personalColumns(mapping: Mapping, model: Model): ReadonlySet<string> {
  const found = new Set<string>();
  const add: Add = (column) => {
    if (column !== undefined) found.add(column);
  };
  for (const { kind, properties } of mapping.records.flatMap(casesOf)) {
    for (const [name, rules] of Object.entries(properties)) {
      if (model.kinds.get(kind)?.properties[name]?.sensitivity !== 'personal') continue;
      for (const rule of Array.isArray(rules) ? rules : [rules]) {
        ofRule(rule, name, add, (r) => {
          for (const c of [r?.column, r?.to?.column, r?.year, r?.month, r?.day]) add(c, name);
        });
      }
    }
  }
  return found;
}

/** The kinds a record rule can make, each with all its rules. */
export function casesOf(
  record: RecordRule,
): { kind: string; properties: Record<string, ValueRule | ValueRule[]> }[] {
  const common = record.properties ?? {};
  if (record.by === undefined)
    return record.kind === undefined ? [] : [{ kind: record.kind, properties: common }];
  const cases: Case[] = Object.values(record.by.cases);
  if (typeof record.by.else === 'object') cases.push(record.by.else);
  return cases.map((c) => ({ kind: c.kind, properties: { ...common, ...c.properties } }));
}

type Add = (column: string | undefined, where: string, claimed?: boolean, number?: boolean) => void;

function ofRecord(
  record: RecordRule,
  where: string,
  add: Add,
  date: (rule: DateRule | undefined, where: string) => void,
): void {
  add(record.only_when?.column, `${where}.only_when`, false);
  add(record.by?.column, `${where}.by`, false);
  for (const c of record.identity ?? []) add(c, `${where}.identity`, false);
  const cases = Object.entries(record.by?.cases ?? {});
  const last = record.by?.else;
  if (typeof last === 'object') cases.push(['else', last]);
  const sets = [
    [where, record.properties] as const,
    ...cases.map(([word, c]) => [`${where}.by.cases.${word}`, c.properties] as const),
  ];
  for (const [at, properties] of sets) {
    for (const [name, rules] of Object.entries(properties ?? {})) {
      for (const rule of Array.isArray(rules) ? rules : [rules])
        ofRule(rule, `${at}.properties.${name}`, add, date);
    }
  }
}

function ofRule(
  rule: ValueRule,
  where: string,
  add: Add,
  date: (rule: DateRule | undefined, where: string) => void,
): void {
  add(rule.column, where, true, rule.unit !== undefined);
  for (const c of rule.columns ?? []) add(c, where);
  for (const c of columnsOfTemplate(rule.template ?? '')) add(c, where);
  for (const c of [rule.lon, rule.lat]) add(c, where, true, rule.system === undefined);
  for (const c of [rule.wkt, rule.typed, rule.zone_column, rule.unit_column, rule.part]) add(c, where);
  add(rule.accuracy_column, where, true, true);
  date(rule.date, where);
  date(rule.when, where);
}
