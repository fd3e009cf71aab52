/**
 * Which of the acts on record are one act told by several sources. Of one state under one treaty there is one signature, and
 * one consent and one withdrawal for each time it was a party: two consents are two acts only where a withdrawal lies between
 * them. What kind of consent it was may be disputed within one act, as may its day. Of one speaker the later word counts.
 */
import type { Day } from '../report/entry.ts';
import { overlaps } from '../report/span.ts';
import type { ActType, SaidAct, Told } from './acts-said.ts';
import { consents } from './status-on.ts';

const classes = [
  'signature',
  'consent',
  'provisional',
  'entry',
  'notice',
  'effect',
  'suspension',
  'other',
  // planned, denied, alleged: told, and nothing follows from it
  'not-done',
] as const;
export type ActClass = (typeof classes)[number];

/** One act with all that is told of it. */
export interface AlignedAct {
  readonly class: ActClass;
  /** what it was, each reading by who says so */
  readonly types: readonly ActType[];
  /** the readings of its day, none of which only repeats another less exactly; at least one */
  readonly days: readonly Told[];
  /** all that is told of the day, each voice by its last word */
  readonly told: readonly Told[];
  /** who contests it and why, as stated */
  readonly contested: readonly string[];
}

export function classOf(type: string): ActClass {
  if (consents.includes(type)) return 'consent';
  switch (type) {
    case 'signature':
      return 'signature';
    case 'provisional-application':
      return 'provisional';
    case 'entry-into-force':
      return 'entry';
    case 'withdrawal-notified':
      return 'notice';
    case 'withdrawal-effective':
      return 'effect';
    case 'suspension-stated':
      return 'suspension';
    default:
      return 'other';
  }
}

interface Part {
  readonly class: ActClass;
  readonly act: SaidAct;
  readonly told: readonly Told[];
}

/** What ends the time that an act of a class belongs to. */
const parted: Readonly<Partial<Record<ActClass, readonly ActClass[]>>> = {
  consent: ['notice', 'effect'],
  entry: ['notice', 'effect'],
  provisional: ['notice', 'effect'],
  notice: ['consent'],
  effect: ['consent'],
};

/** The acts of one state under one treaty, in order of their days. */
export function alignActs(acts: readonly SaidAct[]): readonly AlignedAct[] {
  const parts = acts
    .flatMap(partsOf)
    .sort((a, b) => inOrder(placeOf(a.told, a.class), placeOf(b.told, b.class)));
  const groups: Part[][] = [];
  for (const [n, part] of parts.entries()) {
    const known = groups.find((g) => g[0]?.class === part.class && isOne(g, part, parts.slice(0, n)));
    if (known) known.push(part);
    else groups.push([part]);
  }
  return groups.map(joined).sort((a, b) => inOrder(placeOf(a.days, a.class), placeOf(b.days, b.class)));
}

/** The first day that any of the readings allows. */
export function firstOf(days: readonly Pick<Told, 'from' | 'to'>[]): Day {
  return days.map((d) => d.from ?? d.to).sort()[0] ?? '';
}

/** By day; of one day who joins does so before who leaves, so that the order of telling plays no part. */
function placeOf(days: readonly Told[], of: ActClass): string {
  const last =
    days
      .map((d) => d.to)
      .sort()
      .at(-1) ?? '';
  return `${firstOf(days)} ${classes.indexOf(of)} ${last}`;
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An act as one of its class; a stated effect of a notice, or of a consent, is a word on what follows from it. */
function partsOf(act: SaidAct): readonly Part[] {
  const read = new Set(act.types.map((t) => classOf(t.code)));
  const [first] = read;
  const only = read.size === 1 ? first : undefined;
  const own = only === 'effect' ? (act.effect.length > 0 ? act.effect : act.days) : act.days;
  if (!act.done) return [{ class: 'not-done', act, told: own.length > 0 ? own : act.effect }];
  const parts: Part[] = [];
  // an act of which it is disputed what it was stands for itself, whatever its readings
  if (own.length > 0 || only !== 'consent') parts.push({ class: only ?? 'other', act, told: own });
  if (only === 'consent' && act.effect.length > 0) parts.push({ class: 'entry', act, told: act.effect });
  if (only === 'notice' && act.effect.length > 0) parts.push({ class: 'effect', act, told: act.effect });
  return parts.filter((p) => p.told.length > 0);
}

/** Whether a part belongs with these, by the parts that stand before it. */
function isOne(group: readonly Part[], part: Part, before: readonly Part[]): boolean {
  if (part.class === 'other' || part.class === 'suspension' || part.class === 'not-done') return false;
  if (group.some((g) => g.told.some((a) => part.told.some((b) => overlaps(a, b))))) return true;
  const ends = parted[part.class] ?? [];
  const first = firstOf(group.flatMap((g) => g.told));
  return !before.some((p) => ends.includes(p.class) && firstOf(p.told) > first);
}

function joined(parts: readonly Part[]): AlignedAct {
  const told = lastWords(parts.flatMap((p) => p.told));
  const heard = new Set(told.map((t) => t.item));
  return {
    class: parts[0]?.class ?? 'other',
    types: parts.filter((p) => heard.has(p.act.item)).flatMap((p) => p.act.types),
    days: exacter(told),
    told,
    contested: [...new Set(parts.flatMap((p) => p.act.contested))],
  };
}

/** Of one speaker in several items the later word. Within an item the fold has seen to that. */
function lastWords(all: readonly Told[]): readonly Told[] {
  const voice = ({ by, source }: Told) => by.item ?? by.name?.normalize('NFC').trim() ?? source;
  return all.filter(
    (t) => !all.some((other) => voice(other) === voice(t) && other.item !== t.item && other.until > t.until),
  );
}

/** Without those that hold another within them: they say the same, less exactly; and each reading once. */
function exacter(all: readonly Told[]): readonly Told[] {
  const holds = (wide: Told, narrow: Told) =>
    (wide.from === null || (narrow.from !== null && wide.from <= narrow.from)) && narrow.to <= wide.to;
  const same = (a: Told, b: Told) => a.from === b.from && a.to === b.to;
  return all.filter(
    (t, n) =>
      !all.some((other) => !same(other, t) && holds(t, other)) && all.findIndex((o) => same(o, t)) === n,
  );
}
