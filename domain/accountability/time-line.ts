/**
 * What happened and what was said, in order of days: every date on record of an act, a transfer, a promise, a statement, a use
 * or an allegation, and what was said of how it stands on the day it was said, also where a later word superseded it. Each
 * with who says so. What is dated imprecisely stands at the first day it may have been; what has no date stands apart.
 */
import type { Id, Span } from '../report/entry.ts';
import type { Saying } from '../report/sayings.ts';

export interface Spoken {
  readonly id: Id;
  readonly kind: string;
  readonly sayings: readonly Saying[];
}

/** One item on one span of days: what is dated to it, and what was said of it then. */
export interface Moment {
  readonly item: Id;
  readonly kind: string;
  readonly when: Span;
  readonly sayings: readonly Saying[];
}

export interface TimeLine {
  readonly moments: readonly Moment[];
  /** items of which nothing is dated */
  readonly undated: readonly Id[];
}

/** How a thing is said to stand: dated by the day it is said to have stood so. */
const STATES: readonly string[] = ['state', 'stance', 'basis'];

/** Earliest first. */
export function timeLine(items: readonly Spoken[]): TimeLine {
  const moments: Moment[] = [];
  const undated: Id[] = [];
  for (const { id, kind, sayings } of items) {
    const byDay = new Map<string, { readonly when: Span; readonly said: Saying[] }>();
    for (const saying of sayings) {
      const when = dayOf(saying);
      if (when === null) continue;
      const key = `${when.from} ${when.to}`;
      const there = byDay.get(key);
      if (there) there.said.push(saying);
      else byDay.set(key, { when, said: [saying] });
    }
    if (byDay.size === 0) undated.push(id);
    for (const { when, said } of byDay.values()) moments.push({ item: id, kind, when, sayings: said });
  }
  return { moments: moments.sort(byDays), undated };
}

/** The days a saying stands at; null for one that is neither dated nor of how a thing stands. */
function dayOf({ property, place, value, when }: Saying): Span | null {
  // a date that a later word put right never was; what was said stays said
  if (value.type === 'date') return place === 'earlier' ? null : value.span;
  return STATES.includes(property) && value.type === 'code' ? when : null;
}

/** The day something stands at: the first it may have been, else the last. */
export function placeInTime({ from, to }: Span): string {
  return from ?? to;
}

function byDays(a: Moment, b: Moment): number {
  const [x, y] = [
    `${placeInTime(a.when)} ${a.when.to} ${a.item}`,
    `${placeInTime(b.when)} ${b.when.to} ${b.item}`,
  ];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The states a thing has to do with, as ISO 3166-1 alpha-3 codes that anybody names in force or beside it. */
export function statesOf({ sayings }: Pick<Spoken, 'sayings'>): readonly string[] {
  const found = sayings.flatMap(({ property, place, value }) => {
    if (place === 'earlier' || !/(^|_)country$/.test(property)) return [];
    if (value.type === 'code') return [value.code];
    return value.type === 'text' ? [value.text.trim().toUpperCase()] : [];
  });
  return [...new Set(found)].filter((code) => code !== '').sort();
}
