/**
 * Published figures beside each other (design, *Counting*): those that count the same thing of the same country are
 * compared under one definition only. A figure said to be of another meaning by another voice is one number whose meaning
 * is disputed. Killed and injured of one publication add up to its casualties where it gives no total; killed and casualties
 * so far never fall, while injured may, because the injured die. Definitions are what somebody entered: nothing is read
 * from names or from the numbers themselves.
 */
import { factor, times } from '../record/units.ts';
import { type Meeting, meet, plainText, rangeOf } from '../report/disagree.ts';
import type { Value } from '../report/entry.ts';
import { relate } from './relate.ts';
import type { Compared, Stated } from './relation.ts';
import { asRounded } from './rounding.ts';

export interface Figure extends Stated {
  readonly id: string;
  /** the item it is the figure of */
  readonly item: string;
  /** code of list `figure-subject`; '' where none is stated */
  readonly subject: string;
  readonly country: string;
  /** what figures must share to be compared: a country, else what they are about, else the item itself */
  readonly scope: string;
  /** what is counted, in the words of whoever states it; '' where they do not say */
  readonly gloss: string;
  readonly unit: string;
  /** it counts everything from a beginning to its date */
  readonly running: boolean;
  /** said to be about */
  readonly about: boolean;
  /** where it stands: figures of one publication have the same */
  readonly document: string;
  /** the item of the figure that it repeats or speaks of */
  readonly repeats: string | null;
}

export interface FigurePair extends Compared {
  readonly first: Figure;
  readonly second: Figure;
}

/** Parts that add up to a whole, as the code list of subjects counts them. */
const WHOLES: readonly { readonly whole: string; readonly parts: readonly string[] }[] = [
  { whole: 'casualties', parts: ['killed', 'injured'] },
];
const NEVER_FALLS: ReadonlySet<string> = new Set(['killed', 'casualties']);

/** Every pair that speaks of the same thing, in order of the figures; totals worked out from parts come after them. */
export function compareFigures(figures: readonly Figure[], context: Meeting): readonly FigurePair[] {
  const all = [...figures, ...totalsOf(figures)].map(comparable);
  const pairs = all.flatMap((first, i) =>
    all.slice(i + 1).flatMap((second) => {
      const compared = pair(first, second, context);
      return compared === null ? [] : [{ first, second, ...compared }];
    }),
  );
  return setApart(pairs);
}

/**
 * Two figures that one voice gives beside each other are of two things, land and water. Who agrees with one of them, or
 * speaks of the same item, speaks of that one, and is no contradiction of the other.
 */
function setApart(pairs: readonly FigurePair[]): readonly FigurePair[] {
  const agreeing = new Set<string>();
  const beside: FigurePair[] = [];
  for (const p of pairs) {
    if (p.relation === 'agree') {
      agreeing.add(`${p.first.id} ${p.second.id}`);
      agreeing.add(`${p.second.id} ${p.first.id}`);
    }
    if (isOfOneVoice(p.first, p.second) && p.first.item !== p.second.item && p.reason === 'beside')
      beside.push(p);
  }
  const isOf = (a: Figure, b: Figure) => a.item === b.item || agreeing.has(`${a.id} ${b.id}`);
  const areApart = ({ first: a, second: b }: FigurePair) =>
    beside.some(
      ({ first: x, second: y }) =>
        x.unit === a.unit && ((isOf(a, x) && isOf(b, y)) || (isOf(a, y) && isOf(b, x))),
    );
  return pairs.map((p) =>
    (p.reason === 'apart' || p.reason === 'undated' || p.reason === 'later') && areApart(p)
      ? { ...p, relation: 'complement', reason: 'beside', leads: null }
      : p,
  );
}

function isOfOneVoice(a: Figure, b: Figure): boolean {
  return a.voice === b.voice && a.document !== '' && a.document === b.document;
}

function pair(a: Figure, b: Figure, context: Meeting): Compared | null {
  if (a.subject !== b.subject || plain(a.scope) !== plain(b.scope)) return null;
  if (plain(a.unit) !== plain(b.unit)) return { relation: 'complement', reason: 'beside', leads: null };
  const monotone = a.running && b.running && NEVER_FALLS.has(a.subject);
  const compared = relate(a, b, {
    ...context,
    property: { fold: monotone ? 'monotone' : 'latest' },
    acrossItems: a.item !== b.item,
  });
  if (isOneNumber(a, b) && meansOther(a, b, compared) && meet(a.value, b.value, context))
    return { relation: 'contradict', reason: 'meaning', leads: null };
  // two numbers of one voice in one publication are two things, whatever they are called
  const apart = compared.relation === 'order-open' || compared.relation === 'supersede';
  if (apart && isOfOneVoice(a, b)) return { relation: 'complement', reason: 'beside', leads: null };
  return compared;
}

/** One speaks of the other's figure, or both stand in one publication or on one item with the same number. */
function isOneNumber(a: Figure, b: Figure): boolean {
  if (a.repeats === b.item || b.repeats === a.item) return true;
  const together = a.item === b.item || (a.document !== '' && a.document === b.document);
  const [x, y] = [a.value, b.value];
  return (
    together && x.type === 'number' && y.type === 'number' && x.number !== undefined && x.number === y.number
  );
}

/** Two voices that define it differently, or put the one definition into words that differ. */
function meansOther(a: Figure, b: Figure, { reason }: Compared): boolean {
  if (a.voice === b.voice) return false;
  if (reason === 'other-definition') return true;
  const [x, y] = [plain(a.gloss), plain(b.gloss)];
  return reason !== 'definition-unstated' && x !== '' && y !== '' && x !== y;
}

/** In one unit, with its rounding. */
function comparable(f: Figure): Figure {
  const value = asRounded(f.value, f.about);
  const unit = f.unit.replace(/kilomet(?:re|er)s?/i, 'km').replace(/\bmet(?:re|er)s?/i, 'm');
  const by = factor(unit, 'm2');
  if (by === null || value.type !== 'number') return { ...f, value };
  return { ...f, value: scaled(value, by), unit: 'm2' };
}

function scaled(v: Extract<Value, { type: 'number' }>, by: number): Value {
  const of = (n: number | undefined) => (n === undefined ? undefined : times(n, by));
  const [number, precision, min, max] = [of(v.number), of(v.precision), of(v.min), of(v.max)];
  return {
    ...v,
    ...(number !== undefined && { number }),
    ...(precision !== undefined && { precision }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

/** Wholes of publications that give all the parts and no whole. */
function totalsOf(figures: readonly Figure[]): readonly Figure[] {
  return WHOLES.flatMap(({ whole, parts }) => {
    const groups = Map.groupBy(
      figures.filter((f) => f.subject === whole || parts.includes(f.subject)),
      (f) => JSON.stringify([f.document, f.voice, f.scope, f.definition, f.unit, f.when, f.running]),
    );
    return [...groups.values()].flatMap((group) => {
      const found = parts.map((p) => group.filter((f) => f.subject === p));
      const [first] = found[0] ?? [];
      if (first === undefined || group.some((f) => f.subject === whole)) return [];
      if (first.document === '' || found.some((f) => f.length !== 1)) return [];
      const value = sumOf(found.flat().map((f) => f.value));
      return value === null ? [] : [{ ...first, id: `${first.id}+`, subject: whole, value, repeats: null }];
    });
  });
}

function sumOf(values: readonly Value[]): Value | null {
  const ranges = values.map((v) => (v.type === 'number' ? rangeOf(v) : null));
  const [low, high] = [0, 1].map((side) => ranges.reduce((n, r) => n + (r?.[side] ?? Number.NaN), 0));
  if (low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high)) return null;
  if (low === high) return { type: 'number', number: low };
  return {
    type: 'number',
    ...(Number.isFinite(low) && { min: low }),
    ...(Number.isFinite(high) && { max: high }),
  };
}

function plain(text: string): string {
  return plainText(text).toLowerCase();
}
