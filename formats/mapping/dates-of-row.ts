/** A date rule and one row → the span of days it says. */
import { isProblem } from '@tilth/domain/problem';
import type { Day, Span } from '@tilth/domain/report/entry';
import { readDate as readTyped } from '@tilth/domain/report/span';
import { monthNamed, readDate, spanOf } from './dates.ts';
import type { DateRule } from './mapping.ts';
import { digits, readNumber } from './numbers.ts';
import { type RowWork, repaired, type Setting, wordOf } from './row.ts';

/**
 * The span, and the column it was read in; null when the row says none or none that can be read (then the row's repairs
 * name it). Its end is never later than the report's own date.
 */
export function dateOf(
  setting: Setting,
  work: RowWork,
  rule: DateRule,
): { readonly span: Span; readonly column: string | undefined } | null {
  const found = readRule(setting, work, rule);
  if (found === null) return null;
  let { span } = found;
  if (rule.until === 'report' && span.to < setting.date) span = { ...span, to: setting.date };
  // a year or month still running when the report was made ends, for the report, on its day
  if (span.to > setting.date && (span.from === null || span.from <= setting.date))
    span = { ...span, to: setting.date };
  return { span, column: found.column };
}

function readRule(
  setting: Setting,
  work: RowWork,
  rule: DateRule,
): { span: Span; column: string | undefined } | null {
  if (rule.fixed !== undefined) return withColumn(readDate(rule.fixed), undefined);
  if (rule.by !== undefined) {
    const day: Day | undefined = rule.by === 'report' ? setting.date : readDate(rule.by)?.to;
    return day === undefined ? null : { span: { from: null, to: day }, column: undefined };
  }
  if (rule.year !== undefined) {
    const part = (column: string | undefined): string =>
      column === undefined ? '' : wordOf(setting, work, column);
    const [y, m, d] = [part(rule.year), part(rule.month), part(rule.day)];
    if (y === '') return null;
    const year = wholeOf(work, rule.year, y);
    const month = m === '' ? null : (monthNamed(m) ?? wholeOf(work, rule.month!, m) ?? Number.NaN);
    const day = d === '' || m === '' ? null : (wholeOf(work, rule.day!, d) ?? Number.NaN);
    const typed = [y, m, d].filter((w) => w !== '').join('-');
    const span = year === null ? null : spanOf(year, month, day, typed);
    if (span === null) repaired(work, 'date-part-unreadable', { column: rule.year });
    return withColumn(span, rule.year);
  }
  if (rule.column === undefined) return null;
  const text = wordOf(setting, work, rule.column);
  if (text === '') return null;
  const span = readText(setting, text, rule.format);
  if (span === null) {
    repaired(work, 'date-part-unreadable', { column: rule.column });
    return null;
  }
  if (rule.to === undefined) return { span, column: rule.column };
  const end = wordOf(setting, work, rule.to.column);
  const last = end === '' ? null : readText(setting, end, rule.to.format ?? rule.format);
  if (end !== '' && (last === null || last.to < (span.from ?? span.to))) {
    repaired(work, 'date-part-unreadable', { column: rule.to.column });
    return { span, column: rule.column };
  }
  if (last === null) return { span, column: rule.column };
  return { span: { from: span.from, to: last.to, typed: `${text} – ${end}` }, column: rule.column };
}

function withColumn(span: Span | null, column: string | undefined) {
  return span === null ? null : { span, column };
}

/** A year, month or day: a whole number, also when a program put a thousands separator into it ("2,006"). */
function wholeOf(work: RowWork, column: string, text: string): number | null {
  const n = readNumber(text, {}, true);
  if (n === null || !Number.isInteger(n.number)) return null;
  if (n.repair) repaired(work, n.repair, { column, typed: text, read: n.number });
  return n.number;
}

/** With a format only as it says; without one as people type dates (domain/report/span.ts). */
function readText(setting: Setting, text: string, format: string | undefined): Span | null {
  const plain = readDate(text, format);
  if (plain !== null) return plain;
  // a remark in brackets behind a date ("2026 (day not known)") is kept with what was typed
  const bare = text.replace(/\s*\([^()]*\)$/u, '');
  if (bare !== text && bare !== '') {
    const remarked = readText(setting, bare, format);
    return remarked && { ...remarked, typed: text };
  }
  if (format !== undefined) return null;
  const typed = readTyped(digits(text), { reportDate: setting.date });
  return isProblem(typed) ? null : { ...typed, typed: text };
}
