/**
 * Dates as files write them, as spans of days: a year is its 366 days, a month its 31. What was typed is kept. Two-digit
 * years are not guessed. A format fixes the order of day and month, which the text alone can't tell.
 */
import type { Span } from '@tilth/domain/report/entry';
import { digits } from './numbers.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'ene', 'enero', 'janv', 'janvier', 'janeiro'],
  ['feb', 'february', 'febrero', 'fevr', 'fevrier', 'fevereiro', 'fev'],
  ['mar', 'march', 'marzo', 'mars', 'marco'],
  ['apr', 'april', 'abr', 'abril', 'avr', 'avril'],
  ['may', 'mayo', 'mai', 'maio'],
  ['jun', 'june', 'junio', 'juin', 'junho'],
  ['jul', 'july', 'julio', 'juil', 'juillet', 'julho'],
  ['aug', 'august', 'ago', 'agosto', 'aout'],
  ['sep', 'sept', 'september', 'septiembre', 'setiembre', 'septembre', 'set', 'setembro'],
  ['oct', 'october', 'octubre', 'octobre', 'out', 'outubro'],
  ['nov', 'november', 'noviembre', 'novembre', 'novembro'],
  ['dec', 'december', 'dic', 'diciembre', 'decembre', 'dez', 'dezembro'],
];

/** The span of a year, a month of it or a day; null when there is no such day. Months and days count from 1. */
export function spanOf(year: number, month: number | null, day: number | null, typed: string): Span | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null;
  if (month === null) return { from: iso(year, 1, 1), to: iso(year, 12, 31), typed };
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  const last = daysIn(year, month);
  if (day === null) return { from: iso(year, month, 1), to: iso(year, month, last), typed };
  if (!Number.isInteger(day) || day < 1 || day > last) return null;
  return { from: iso(year, month, day), to: iso(year, month, day), typed };
}

/** Reads a date. Without `format` only year first (2017, 2017-10, 2017-10-31, 2017/10/31, with or without a time). */
export function readDate(text: string, format?: string): Span | null {
  const typed = text.trim();
  const plain = digits(typed);
  const isoDate = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ]\d{1,2}:.*)?)?)?$/u.exec(plain);
  if (isoDate) {
    const [, y, m, d] = isoDate;
    return spanOf(Number(y), m === undefined ? null : Number(m), d === undefined ? null : Number(d), typed);
  }
  if (format === undefined) return null;
  return byFormat(typed, plain, format);
}

/** True for a format that a date can be read by: a year of four digits, and a month and a day at most once, in any order. */
export function isFormat(format: string): boolean {
  const parts = format.match(/[\p{L}]+/gu) ?? [];
  const kinds = parts.flatMap((part) => part.match(/y+|M+|d+|[^yMd]+/gu) ?? []);
  const count = (of: RegExp): number => kinds.filter((k) => of.test(k)).length;
  const [years, months, days] = [count(/^yyyy$/u), count(/^M{1,4}$/u), count(/^d{1,2}$/u)];
  const known = years + months + days === kinds.length;
  return known && years === 1 && months <= 1 && days <= 1 && (days === 0 || months === 1);
}

function byFormat(typed: string, plain: string, format: string): Span | null {
  const parts = format.match(/y+|M+|d+/gu) ?? [];
  const pattern = format
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replace(/y+|M+|d+/gu, (p) =>
      p.startsWith('y')
        ? '(\\d{4})'
        : p === 'MMM' || p === 'MMMM'
          ? '([\\p{L}.]+)'
          : p.length === 1 || !/^\w+$/u.test(format)
            ? '(\\d{1,2})'
            : '(\\d{2})',
    );
  const found = new RegExp(`^${pattern}(?:[T ]\\d{1,2}:.*)?$`, 'u').exec(plain);
  if (!found) return null;
  let year: number | null = null;
  let month: number | null = null;
  let day: number | null = null;
  for (const [i, part] of parts.entries()) {
    const text = found[i + 1]!;
    if (part.startsWith('y')) year = Number(text);
    else if (part.startsWith('d')) day = Number(text);
    else month = part.length > 2 ? monthNamed(text) : Number(text);
    if (part.startsWith('M') && month === null) return null;
  }
  return year === null ? null : spanOf(year, month, day, typed);
}

/** 1 to 12 for a month's name or number, null for no month. */
export function monthNamed(text: string): number | null {
  if (/^\d{1,2}$/u.test(text)) return Number(text);
  const name = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/gu, '')
    .toLowerCase();
  const at = MONTHS.findIndex((names) => names.includes(name));
  return at < 0 ? null : at + 1;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
