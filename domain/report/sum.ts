/**
 * Fold kind *sum*: claims name the part they count and its span. Overlapping spans of one part are never added twice: of
 * one voice the later stands, different voices are disputed (design, *The fold, precisely*). The value adds up what stands;
 * where a part that stands is unknown, it is a lower bound. What is unknown takes the place of no figure (latest.ts): it
 * stands only for days that no figure of its part covers.
 */
import { chosenAmong } from './choose.ts';
import { allowsAll, meet, rangeOf } from './disagree.ts';
import type { Value } from './entry.ts';
import { type Folded, type Folding, liveOf, notLive, without } from './folded.ts';
import { type Held, showAll } from './held.ts';
import { overlaps } from './span.ts';
import type { State } from './view.ts';

/** A claim that is counted, and those of other voices that say something about the same part and time. */
interface Counted {
  held: Held;
  readonly rivals: Held[];
}

export function sum(all: readonly Held[], folding: Folding): Folded {
  const live = liveOf(all);
  if (live.length === 0) {
    const waiting = notLive(all);
    return { ...waiting, claim: null };
  }
  const counted = countedOf(live);
  const shown = counted.flatMap((c) => [c.held, ...c.rivals]);
  let state: State = folding.choice.contested ? 'disputed' : 'settled';
  let lapsed: string | undefined;
  let chose = false;
  for (const c of counted) {
    const among = [...c.rivals, c.held];
    const choice = chosenAmong(among, folding.choice);
    if (choice.taken) {
      c.rivals.splice(0, c.rivals.length, ...among.filter((h) => h !== choice.taken));
      c.held = choice.taken;
      chose = true;
    } else {
      const here = clusterState(c, folding);
      if (here === 'disputed' || (here === 'sealed' && state === 'settled')) state = here;
      lapsed ??= choice.lapsed;
    }
  }
  return {
    value: total(counted.map((c) => c.held.claim.value)),
    state: state === 'settled' && chose ? 'chosen' : state,
    claim: null,
    remaining: showAll(live.filter((h) => shown.includes(h))),
    earlier: showAll(without(all, shown)),
    ...(lapsed !== undefined && !chose && { lapsed }),
  };
}

function countedOf(live: readonly Held[]): readonly Counted[] {
  const parts = new Map<string, Counted[]>();
  const says = (h: Held): boolean => !allowsAll(h.claim.value);
  for (const h of [...live.filter(says).reverse(), ...live.filter((h) => !says(h)).reverse()]) {
    const part = parts.get(h.claim.part ?? '') ?? [];
    parts.set(h.claim.part ?? '', part);
    const over = part.filter((c) => overlaps(c.held, h) && (says(h) || !says(c.held) || spans(c.held, h)));
    if (over.length === 0) part.push({ held: h, rivals: [] });
    else if (!over.some((c) => c.held.voice === h.voice || c.rivals.some((r) => r.voice === h.voice)))
      for (const c of over) c.rivals.push(h);
  }
  return [...parts.values()].flat();
}

/** True when every day of `b` is one of `a`. */
function spans(a: Held, b: Held): boolean {
  return a.to >= b.to && (a.from === null || (b.from !== null && a.from <= b.from));
}

/** Two voices agree when they say the same of the same days. */
function clusterState(c: Counted, folding: Folding): State {
  let state: State = 'settled';
  for (const rival of c.rivals) {
    const [a, b] = [rival.claim.value, c.held.claim.value];
    if (allowsAll(a)) continue;
    if (rival.from !== c.held.from || rival.to !== c.held.to) return 'disputed';
    if (a.type === 'personal' && b.type === 'personal' && a.commitment !== b.commitment) state = 'sealed';
    else if (!meet(a, b, folding)) return 'disputed';
  }
  return state;
}

function total(values: readonly Value[]): Value | null {
  const only = values[0];
  if (values.length === 1 && only !== undefined) return only;
  let [low, high] = [0, 0];
  let exact = true;
  let measured = false;
  for (const v of values) {
    if (v.type !== 'number') {
      exact = false;
      high = Number.POSITIVE_INFINITY;
      continue;
    }
    measured = true;
    const [least, most] = rangeOf(v);
    low += least;
    high += most;
    if (v.number === undefined || v.precision !== undefined || v.min !== undefined || v.max !== undefined)
      exact = false;
  }
  if (!measured) return { type: 'unknown', why: 'not-stated' };
  if (exact) return { type: 'number', number: rounded(low) };
  const middle = rounded((low + high) / 2);
  if (
    Number.isFinite(middle) &&
    values.every(
      (v) => v.type === 'number' && v.number !== undefined && v.min === undefined && v.max === undefined,
    )
  )
    return { type: 'number', number: middle, precision: rounded((high - low) / 2) };
  return {
    type: 'number',
    ...(Number.isFinite(low) && { min: rounded(low) }),
    ...(Number.isFinite(high) && { max: rounded(high) }),
  };
}

/** A millionth of the unit: adding in another order gives the same text. */
function rounded(x: number): number {
  return Math.round(x * 1e6) / 1e6 + 0;
}
