/** A figure's cells as what a chart draws, and the list behind each. Pure. */
import { figures } from '@tilth/domain/figures/figure';
import type { Condition } from '@tilth/domain/filter/condition';
import { writeFilter } from '@tilth/domain/filter/write';
import { closedWithoutPapers } from '@tilth/domain/report/land-readings';
import type { Totals } from '../../ask/answers.ts';
import type { SheetLine } from '../../ask/products.ts';

export interface Bar {
  readonly key: string;
  /** `YYYY-MM`, or what the bar is of */
  readonly x: string;
  /** what its colour says; null where nothing does */
  readonly series: string | null;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** Cells whose number is not kept back. */
export function barsOf(line: SheetLine, nameOf: (key: string) => string): readonly Bar[] {
  const parts = (line.by ?? '').split('+');
  return line.cells.flatMap(({ key, value, least, most }) => {
    if (value === null) return [];
    const keys = parts.length > 1 ? key.split('/') : [key];
    const [x = '', second] = keys;
    const series = second === undefined ? null : nameOf(second);
    return [
      {
        key,
        x: parts[0] === 'month' ? x : nameOf(x),
        series,
        value,
        least: least ?? value,
        most: most ?? value,
      },
    ];
  });
}

/** Land of a month's totals by class, each between what and what it lies. */
export function landBars(
  month: string,
  { cha, sha, range }: Pick<Totals, 'cha' | 'sha' | 'range'>,
  names: { readonly cha: string; readonly sha: string },
): readonly Bar[] {
  const bar = (series: string, value: number, { least, most }: Totals['range']['cha']): Bar => ({
    key: `${month}/${series}`,
    x: month,
    series,
    value,
    least,
    most,
  });
  return [bar(names.cha, cha, range.cha), bar(names.sha, sha, range.sha)];
}

/** Every month of the period that is over or begun, so that one in which nothing happened is seen to be empty. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let m = from.slice(0, 7); m <= to.slice(0, 7) && months.length < 240; ) {
    months.push(m);
    const [year = 0, month = 1] = m.split('-').map(Number);
    m = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  }
  return months;
}

export interface Behind {
  readonly kind: string;
  readonly filter: string;
}

const workedOut = new Set(['month', 'age_group', 'attended', 'beneficiary_group']);

/**
 * The list behind a cell, as far as a filter can say it; null where none can. `key` null: behind the whole figure. Ages
 * and groups that are worked out from several properties narrow the list no further than the period does.
 */
export function listBehind(
  line: Pick<SheetLine, 'figure' | 'by'>,
  key: string | null,
  period: { readonly from: string; readonly to: string },
  where: Readonly<Record<string, readonly string[]>>,
): Behind | null {
  const figure = figures.find((f) => f.id === line.figure);
  if (figure === undefined)
    return line.figure === 'casualties'
      ? listBehind({ ...line, figure: 'accidents' }, key, period, where)
      : null;
  const parts = (line.by ?? '').split('+');
  const keys = key === null ? [] : parts.length > 1 ? key.split('/') : [key];
  const month = keys.find((k) => /^\d{4}-\d{2}$/.test(k));
  const span = month === undefined ? period : monthOf(month, period);
  const conditions: Condition[] = [];
  if (figure.date !== null)
    conditions.push({ property: figure.date, test: 'between', values: [span.from, span.to] });
  // as tally.ts counts: what is live, or of hazards what is drawn
  conditions.push(
    figure.drawn
      ? { property: 'hazard_status', test: 'is-not', values: [closedWithoutPapers] }
      : { property: 'standing', test: 'is', values: ['live'] },
  );
  if (figure.only)
    conditions.push({ property: figure.only.property, test: 'one-of', values: figure.only.codes });
  for (const [property, values] of Object.entries(where))
    conditions.push({ property, test: values.length === 1 ? 'is' : 'one-of', values });
  for (const [i, part] of parts.entries()) {
    const value = keys[i];
    if (value === undefined || workedOut.has(part) || line.figure === 'casualties') continue;
    conditions.push(
      value === 'not-stated'
        ? { property: part, test: 'empty', values: [] }
        : { property: part, test: 'is', values: [value] },
    );
  }
  return { kind: figure.kind, filter: writeFilter(conditions) };
}

function monthOf(month: string, { from, to }: { readonly from: string; readonly to: string }) {
  const [year = 0, n = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, n, 0)).toISOString().slice(0, 10);
  const first = `${month}-01`;
  return { from: first < from ? from : first, to: last > to ? to : last };
}
