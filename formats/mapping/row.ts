/** What the steps of one row's mapping hand to each other. */

import type { Bounds } from '@tilth/domain/geometry/bounds';
import type { Shapes } from '@tilth/domain/geometry/geos';
import type { RepairLimits } from '@tilth/domain/geometry/repair';
import type { Fact, Code as ProblemCode } from '@tilth/domain/problem';
import { type Problem, problem } from '@tilth/domain/problem';
import type { Model } from '@tilth/domain/record/kind';
import type { Day } from '@tilth/domain/report/entry';
import type { SourceRow } from '../read/table.ts';
import type { Cleaner } from './cells.ts';
import type { Lookup } from './codes.ts';
import type { Mapping, ValueRule } from './mapping.ts';
import { readNumber, styleOf } from './numbers.ts';

/** What holds for all rows of one file under one mapping. */
export interface Setting {
  readonly mapping: Mapping;
  readonly model: Model;
  readonly clean: Cleaner;
  /** columns the mapping calls numbers, also where they serve as text or code */
  readonly numeric: ReadonlySet<string>;
  readonly shapes: Shapes;
  readonly limits: RepairLimits;
  readonly extent: Bounds | undefined;
  /** the reports' own date */
  readonly date: Day;
  /** columns that fill a personal property: of them not even a number is told */
  readonly personal: ReadonlySet<string>;
  /** code tables, made once for each rule */
  readonly tables: Map<ValueRule, Lookup>;
}

/** One row on its way: what was found out is gathered here. */
export interface RowWork {
  readonly source: SourceRow;
  /** what a conversion lost or changed; makes the row `repaired` */
  readonly repairs: Problem[];
  /** worth a look */
  readonly notices: Problem[];
  /** set when a person must look before the report counts: a problem code */
  waits: ProblemCode | null;
}

/** The cleaned text of a column of the row, '' for nothing or a word of no information. */
export function wordOf(setting: Setting, work: RowWork, column: string): string {
  const text = setting.clean.text(work.source.values[column]);
  if (setting.clean.says_nothing(text)) return '';
  if (!setting.numeric.has(column)) return text;
  const n = readNumber(text, styleOf(work.source.values[column], setting.mapping.read?.numbers ?? {}), true);
  if (n === null) return text;
  if (n.repair) repaired(work, n.repair, { column, typed: text, read: n.number });
  return String(n.number);
}

/** The number a column of the row holds, read as the rule, else the mapping, says that numbers are written. */
export function numberIn(
  setting: Setting,
  work: RowWork,
  column: string,
  word: string,
  rule: ValueRule,
): number | null {
  const style = { ...setting.mapping.read?.numbers, ...(rule.decimal && { decimal: rule.decimal }) };
  return readNumber(word, styleOf(work.source.values[column], style), false)?.number ?? null;
}

/** Names a repair, once for each column. */
export function repaired(work: RowWork, code: ProblemCode, facts: Readonly<Record<string, Fact>>): void {
  if (work.repairs.some((r) => r.code === code && r.facts.column === facts.column)) return;
  work.repairs.push(problem(code, facts));
}

/** Facts that say where and what rule, never what stood there. */
const HARMLESS = new Set(['row', 'line', 'column', 'property', 'expected', 'why']);

/**
 * A problem as it may be told of a personal property: where, and no value. Of all others it may tell what was read (a
 * number, a day, coordinates, a code) but never a cell's text, because a name may stand in any column (law 9).
 */
export function hushed(p: Problem): Problem {
  const facts = Object.entries(p.facts).map(([k, v]): [string, Fact] => [k, HARMLESS.has(k) ? v : '…']);
  return problem(p.code, Object.fromEntries(facts));
}
