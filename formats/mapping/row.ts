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
import { readNumber } from './numbers.ts';

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
  const n = readNumber(text, setting.mapping.read?.numbers ?? {}, true);
  if (n === null) return text;
  if (n.repair) repaired(work, n.repair, { column, typed: text, read: n.number }, false);
  return String(n.number);
}

/** Names a repair. `secret` leaves out what was typed, because problems may be logged (law 9). */
export function repaired(
  work: RowWork,
  code: ProblemCode,
  facts: Readonly<Record<string, Fact>>,
  secret: boolean,
): void {
  if (work.repairs.some((r) => r.code === code && r.facts.column === facts.column)) return;
  const { typed, read, ...rest } = facts;
  work.repairs.push(
    problem(
      code,
      secret
        ? { ...rest, ...(typed !== undefined && { typed: '…', read: '…' }) }
        : { ...rest, ...(typed !== undefined && { typed, read: read ?? null }) },
    ),
  );
}
