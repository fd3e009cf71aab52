/**
 * When something was true or observed: a span of days made from what was typed (design, *When*). Dates may be imprecise:
 * a year, a month, "before", "after", an interval, an open end. An unknown beginning is null. A span never ends after the
 * report's own date; an unknown date is "up to the report's date". What was typed is kept.
 * Months and words of Ukrainian, Arabic, French and Spanish are read too (date-words.ts).
 * The notation read is EDTF (ISO 8601-2:2019, levels 0 and 1) besides common typed forms; seasons stand for their year.
 */
import { type Problem, problem } from '../problem.ts';
import { inEnglish, plainDigits } from './date-words.ts';
import { isDay, lastDayOf, nextDay, previousDay, readDay } from './day.ts';
import type { Day, Span } from './entry.ts';

export interface DateOptions {
  /** the report's own date: no span ends after it */
  readonly reportDate: Day;
  /** how 03/04/2020 is meant; missing: such a date is read only when it can mean one thing */
  readonly order?: 'day-first' | 'month-first';
}

/** Reads a typed date. Empty text and "unknown" are an unknown date. A date that begins after the report's is refused. */
export function readDate(typed: string, options: DateOptions): Span | Problem {
  const text = plainDigits(typed.normalize('NFKC')).trim().replace(/\s+/g, ' ');
  const stated = readOpen(text, options) ?? readOpen(inEnglish(text), options);
  if (stated === null) return problem('date-unreadable', { value: typed });
  if (stated.from !== null && stated.from > options.reportDate)
    return problem('date-after-report', { value: typed, report: options.reportDate });
  const span = clip({ from: stated.from, to: stated.to ?? options.reportDate }, options.reportDate);
  return text === span.from && span.from === span.to ? span : { ...span, typed };
}

/** The span cut so that it ends no later than the report's own date, and begins no later than it ends. */
export function clip(span: Span, reportDate: Day): Span {
  const to = span.to > reportDate ? reportDate : span.to;
  const from = span.from !== null && span.from > to ? to : span.from;
  return to === span.to && from === span.from ? span : { ...span, from, to };
}

/** An unknown date: up to the report's own. */
export function undated(reportDate: Day): Span {
  return { from: null, to: reportDate };
}

/** True when the two spans share a day. */
export function overlaps(a: Pick<Span, 'from' | 'to'>, b: Pick<Span, 'from' | 'to'>): boolean {
  return (a.from === null || a.from <= b.to) && (b.from === null || b.from <= a.to);
}

/** True when `a` certainly begins after `b` has ended. An unknown beginning is never certain. */
export function beginsAfter(a: Pick<Span, 'from'>, b: Pick<Span, 'to'>): boolean {
  return a.from !== null && a.from > b.to;
}

interface Open {
  readonly from: Day | null;
  /** null: up to the report's date */
  readonly to: Day | null;
}

const nothing: Open = { from: null, to: null };

function readOpen(text: string, o: DateOptions): Open | null {
  if (/^(|unknown|not known|n\/?a|\.\.|\?|-)$/i.test(text)) return nothing;
  const worded = /^(before|until|till|up to|by|after|since|from|<=?|>=?)\s*(.+)$/i.exec(text);
  const point = worded ? readPoint(worded[2] as string, o) : null;
  if (worded && point) {
    switch ((worded[1] as string).toLowerCase()) {
      case 'before':
      case '<':
        return { from: null, to: previousDay(point.from) };
      case 'after':
      case '>':
        return { from: nextDay(point.to), to: null };
      case 'since':
      case 'from':
      case '>=':
        return { from: point.from, to: null };
      default:
        return { from: null, to: point.to };
    }
  }
  const whole = readPoint(text, o);
  if (whole !== null) return whole;
  const parts =
    /^between (.+) and (.+)$/i.exec(text) ??
    /^(?:since|from) (.+) (?:to|until) (.+)$/i.exec(text) ??
    /^(.*?)(?:\/| to | until | - | ?– ?)(.*)$/i.exec(text);
  if (parts === null) return null;
  const open = /^(\.\.|unknown|)$/i;
  const [first, last] = [(parts[1] as string).trim(), (parts[2] as string).trim()];
  const from = open.test(first) ? null : readPoint(first, o);
  const to = open.test(last) ? null : readPoint(last, o);
  if ((from === null && !open.test(first)) || (to === null && !open.test(last))) return null;
  if (from !== null && to !== null && from.from > to.to) return null;
  return { from: from?.from ?? null, to: to?.to ?? null };
}

/** A date of any precision as its first and last day, or null. */
function readPoint(text: string, o: DateOptions): { readonly from: Day; readonly to: Day } | null {
  // EDTF's marks of doubt (? ~ %) and "about" don't move a date: they stay in what was typed
  const plain = text.replace(/^(about|around|circa|c\.|ca\.)\s*/i, '').replace(/[?~%]$/, '');
  const digits = /^(\d{2}[\dXu]{2})(?:-(\d{2}|XX|uu))?(?:-(\d{2}|XX|uu))?$/.exec(plain);
  if (digits) {
    const [, year = '', month = 'XX', day = 'XX'] = digits;
    if (/[Xu]/.test(year)) {
      // 198X, 19XX
      if (/\d/.test(month) || /\d/.test(day) || /[Xu]\d/.test(year)) return null;
      return { from: `${year.replace(/[Xu]/g, '0')}-01-01`, to: `${year.replace(/[Xu]/g, '9')}-12-31` };
    }
    if (!/\d/.test(month) || (Number(month) >= 21 && Number(month) <= 24 && !/\d/.test(day)))
      return /\d/.test(day) ? null : { from: `${year}-01-01`, to: `${year}-12-31` };
    if (!/\d/.test(day)) {
      const last = lastDayOf(Number(year), Number(month));
      return last === null ? null : { from: `${year}-${month}-01`, to: last };
    }
    const exact = `${year}-${month}-${day}`;
    return isDay(exact) ? { from: exact, to: exact } : null;
  }
  return readDay(plain, o.order);
}
