/**
 * The `datetime` parameter of OGC API Features (/req/core/fc-time-definition, fc-time-response): an instant, a day, or an
 * interval `a/b` with `..` or nothing for an open end. The record counts days in the programme's time zone, so an instant
 * stands for the day it lies in there.
 */
import { problem } from '@tilth/domain/problem';
import type { Day } from '@tilth/domain/report/entry';
import { Type } from 'typebox';
import { refuse } from './answer.ts';

const DATETIME = 'an RFC 3339 instant, a day, or an interval: a/b, ../b, a/..';
export const Datetime = Type.String({ maxLength: 80, description: DATETIME });

export type Moments = readonly [string | null, string | null];

const MOMENT = /^\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2}))?$/u;

/** Reads the parameter. Refusal `parameter-invalid` when it is not one, ends before it begins, or is open at both ends. */
export function momentsOf(text: string): Moments {
  const parts = text.split('/');
  const [from, to = from] = parts.map((p) => (p === '' || p === '..' ? null : p));
  const bad = parts.length > 2 || from === undefined || to === undefined || (from === null && to === null);
  if (bad || ![from, to].every((m) => m === null || isMoment(m)) || endsFirst(from, to))
    return refuse(problem('parameter-invalid', { parameter: 'datetime', expected: DATETIME }));
  return [from, to];
}

function isMoment(text: string): boolean {
  if (!MOMENT.test(text) || Number.isNaN(Date.parse(text.toUpperCase()))) return false;
  const day = text.slice(0, 10);
  // Date.parse takes 30 February for 1 March
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function endsFirst(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && Date.parse(to.toUpperCase()) < Date.parse(from.toUpperCase());
}

/** The days of an interval in a time zone (IANA name), null where it is open. */
export function daysOf([from, to]: Moments, zone: string): readonly [Day | null, Day | null] {
  return [dayOf(from, zone), dayOf(to, zone)];
}

function dayOf(moment: string | null, zone: string): Day | null {
  if (moment === null || moment.length === 10) return moment;
  // the Swedish format is ISO 8601
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(
    new Date(moment.toUpperCase()),
  );
}
