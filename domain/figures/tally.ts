/**
 * Counts one kind (design, *Counting*): the number, between what and what it lies where values are disputed, how many
 * reports it rests on, how many wait, and how many items ought to count and can't be counted for want of a date or number.
 * A pure function of views, so that any state of the log can be counted alike.
 */
import type { Kind, Model } from '../record/kind.ts';
import type { Value } from '../report/entry.ts';
import { isReported } from '../report/held.ts';
import { closedWithoutPapers } from '../report/land-readings.ts';
import type { ItemView } from '../report/view.ts';
import { keysOf, NOT_STATED } from './breakdown.ts';
import type { Figure } from './figure.ts';
import type { Period } from './period.ts';
import { readingOf } from './reading.ts';

/** Numbers of one cell; m² to 0.01. `least` and `most` are equal where nothing is disputed or imprecise. */
export interface Counts {
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

export interface Tallied extends Counts {
  /** in order of key; empty where no breakdown was asked */
  readonly cells: readonly (Counts & { readonly key: string })[];
  /** live reports that what was counted rests on */
  readonly sources: number;
  /** reports that wait for review, dated in or after the period, on items of the kind that may fall into it */
  readonly pending: number;
  /** items that may belong here and can't be counted: their date or number is not known */
  readonly unknown: number;
}

export interface Wish {
  readonly figure: Figure;
  readonly by: string | null;
  readonly period: Period;
  readonly model: Model;
  /** only items that fall, or may fall, under one of these keys of each breakdown */
  readonly where?: Where;
}

/** By breakdown, the keys that are counted: of administrative units the one asked for and all within it. */
export type Where = Readonly<Record<string, ReadonlySet<string>>>;

export function tally(views: Iterable<ItemView>, wish: Wish): Tallied {
  const { figure, by, period, model } = wish;
  const kind = model.kinds.get(figure.kind);
  const sum = new Sum();
  const sources = new Set<string>();
  const pending = new Set<string>();
  let unknown = 0;
  if (kind === undefined) return sum.tallied(sources.size, pending.size, unknown);
  for (const view of views) {
    const narrowed = Object.entries(wish.where ?? {}).map(([name, keys]) => {
      const own = keysOf(view, name, figure, kind, model);
      return amongThem(own[0], own, (key) => keys.has(key));
    });
    if (narrowed.includes('none')) continue;
    if (mayBelong(view, figure, period))
      for (const r of view.reports)
        if (isReported(r.standing) && (figure.date === null || r.date >= period.from)) pending.add(r.id);
    const counts = countsOf(view, figure, kind, period, [...narrowed, membership(view, figure, kind)]);
    if (counts === null) continue;
    if (counts === 'unknown') {
      unknown += 1;
      continue;
    }
    if (counts.value !== 0 || counts.shown)
      for (const r of view.reports) if (r.standing === 'live') sources.add(r.id);
    sum.add('', counts);
    if (by === 'attended') addAttended(sum, view, kind, counts);
    else if (by !== null) {
      const [shown, ...others] = keysOf(view, by, figure, kind, model);
      sum.add(shown, others.length === 0 ? counts : { ...counts, least: 0 });
      for (const key of others) sum.add(key, { value: 0, least: 0, most: counts.most });
    }
  }
  return sum.tallied(sources.size, pending.size, unknown, figure.apart);
}

/** Whether anybody, reviewed or not, says or leaves open that the item falls into the period. */
function mayBelong(view: ItemView, figure: Figure, period: Period): boolean {
  const said = view.properties
    .filter((p) => p.property === figure.date)
    .flatMap((p) => [p.value, ...[...p.remaining, ...p.earlier].map((s) => s.value)])
    .filter((v) => v !== null);
  return said.length === 0 || said.some((v) => v.type !== 'date' || mayBeIn(v, period));
}

interface ItemCounts extends Counts {
  readonly shown: boolean;
}

/** What one item counts in the period; null: nothing, `unknown`: it may, and nobody can tell. */
function countsOf(
  view: ItemView,
  figure: Figure,
  kind: Kind,
  period: Period,
  among: readonly Membership[],
): ItemCounts | 'unknown' | null {
  if (figure.drawn ? !isDrawn(view, kind) : view.standing !== 'live') return null;
  if (among.includes('none')) return null;
  let [shown, surely, maybe] = [true, true, true];
  if (figure.date !== null) {
    const { shown: date, possible } = readingOf(view, figure.date, kind);
    if (date?.type !== 'date') return 'unknown';
    shown = isIn(date, period);
    surely = possible.every((v) => v?.type === 'date' && isWhollyIn(v, period));
    maybe = shown || possible.some((v) => v?.type === 'date' && mayBeIn(v, period));
  }
  if (!maybe) return null;
  const amount = amountOf(view, figure, kind);
  if (amount === null) return shown ? 'unknown' : null;
  return {
    shown: shown && !among.includes('possible'),
    value: shown && !among.includes('possible') ? amount.value : 0,
    least: surely && among.every((m) => m === 'all') ? amount.least : 0,
    most: amount.most,
  };
}

/** As totals of land count hazards (store/current/totals.ts). */
function isDrawn(view: ItemView, kind: Kind): boolean {
  if (view.standing === 'void') return false;
  if (view.drawing?.geometry == null && view.to_locate === undefined) return false;
  const { shown } = readingOf(view, 'hazard_status', kind, true);
  return !(shown?.type === 'code' && shown.code === closedWithoutPapers);
}

/** Whether it is among those counted under all readings, under the one shown, only under others, or under none. */
type Membership = 'all' | 'shown' | 'possible' | 'none';

/** As the figure itself takes only some. */
function membership(view: ItemView, figure: Figure, kind: Kind): Membership {
  const { only } = figure;
  if (only === undefined) return 'all';
  const { shown, possible } = readingOf(view, only.property, kind);
  return amongThem(shown, possible, (v) => v?.type === 'code' && only.codes.includes(v.code));
}

function amongThem<T>(shown: T, possible: readonly T[], counts: (one: T) => boolean): Membership {
  if (possible.every(counts)) return 'all';
  if (counts(shown)) return 'shown';
  return possible.some(counts) ? 'possible' : 'none';
}

function amountOf(view: ItemView, figure: Figure, kind: Kind): Counts | null {
  const { amount } = figure;
  if (amount.of === 'items') return exactly(1);
  if (amount.of === 'm2') {
    const m2 = view.drawing?.m2 ?? null;
    return m2 === null ? null : exactly(m2);
  }
  const stated = numberIn(view, amount.property, kind);
  if (stated !== null) return stated;
  const parts = (amount.or ?? []).flatMap((p) => numberIn(view, p, kind) ?? []);
  if (parts.length > 0) return parts.reduce(plus);
  return amount.otherwise === undefined ? null : exactly(amount.otherwise);
}

/** A stated number and its bounds; null where none is stated. */
export function numberIn(view: ItemView, property: string, kind: Kind): Counts | null {
  const { shown, possible } = readingOf(view, property, kind);
  const bounds = possible.flatMap((v) => numbersOf(v) ?? []);
  const value = numbersOf(shown)?.value;
  if (value === undefined) return null;
  return {
    value,
    least: Math.min(...bounds.map((b) => b.least)),
    most: Math.max(...bounds.map((b) => b.most)),
  };
}

function numbersOf(v: Value | null): Counts | null {
  if (v?.type !== 'number') return null;
  const value = v.number ?? v.min ?? v.max;
  if (value === undefined) return null;
  const off = v.precision ?? 0;
  return { value, least: v.min ?? value - off, most: v.max ?? value + off };
}

function addAttended(sum: Sum, view: ItemView, kind: Kind, all: ItemCounts): void {
  const parts = ['women', 'men', 'girls', 'boys'].map((key) => ({ key, n: numberIn(view, key, kind) }));
  let rest = all.value;
  for (const { key, n } of parts) {
    if (n === null) continue;
    sum.add(key, { value: all.shown ? n.value : 0, least: all.least === 0 ? 0 : n.least, most: n.most });
    rest -= all.shown ? n.value : 0;
  }
  if (rest !== 0) sum.add(NOT_STATED, exactly(rest));
}

type DateValue = Extract<Value, { type: 'date' }>;

const isIn = ({ span }: DateValue, p: Period): boolean => span.to >= p.from && span.to <= p.to;
const isWhollyIn = ({ span }: DateValue, p: Period): boolean =>
  span.from !== null && span.from >= p.from && span.to <= p.to;
const mayBeIn = ({ span }: DateValue, p: Period): boolean =>
  span.to >= p.from && (span.from === null || span.from <= p.to);

export function exactly(value: number): Counts {
  return { value, least: value, most: value };
}

export function plus(a: Counts, b: Counts): Counts {
  return { value: a.value + b.value, least: a.least + b.least, most: a.most + b.most };
}

const cents = (n: number) => Math.round(n * 100) / 100;

/** Adds up by cell; the cell '' is all. */
export class Sum {
  readonly #cells = new Map<string, Counts>();

  add(key: string, counts: Counts): void {
    this.#cells.set(key, plus(this.#cells.get(key) ?? exactly(0), counts));
  }

  tallied(sources: number, pending: number, unknown: number, apart = false): Tallied {
    const rounded = ({ value, least, most }: Counts): Counts => ({
      value: cents(value),
      least: cents(least),
      most: cents(most),
    });
    const { value, least, most } = rounded(this.#cells.get('') ?? exactly(0));
    const cells = [...this.#cells]
      .filter(([key]) => key !== '')
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(([key, counts]) => ({ key, ...rounded(counts) }));
    return { ...(apart ? exactly(0) : { value, least, most }), cells, sources, pending, unknown };
  }
}
