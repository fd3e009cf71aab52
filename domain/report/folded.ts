/** What each kind of fold makes of the claims on one property under one definition, and what they have in common. */
import type { Overlay } from '../geometry/overlay.ts';
import type { CodeList, Property } from '../record/kind.ts';
import type { Placed } from './gather.ts';
import { type Held, isReported, showAll } from './held.ts';
import type { PropertyView } from './view.ts';

export type Folded = Omit<PropertyView, 'property' | 'definition'>;

/** What was decided about which claim to take: the heads of the choice registers, contested when they take different ones. */
export interface Choice {
  readonly heads: readonly Placed[];
  readonly contested: boolean;
}

export const noChoice: Choice = { heads: [], contested: false };

export interface Folding {
  readonly property: Property | undefined;
  readonly list: CodeList | undefined;
  readonly overlay: Overlay;
  readonly choice: Choice;
}

export const refOfClaim = (h: Held): { readonly report: string; readonly n: number } => ({
  report: h.id,
  n: h.n,
});

/** Claims of which none is live: the last that may become live, as pending; or nothing that stands. `all` in order. */
export function notLive(all: readonly Held[]): Folded {
  const last = all.findLast((h) => isReported(h.standing));
  return {
    value: last === undefined ? null : last.claim.value,
    state: last === undefined ? 'settled' : 'pending',
    claim: last === undefined ? null : refOfClaim(last),
    remaining: [],
    earlier: showAll(last === undefined ? all : all.filter((h) => h !== last)),
  };
}

/** Those of `all` (in order) that are not among the ones shown, for the history. */
export function without(all: readonly Held[], shown: readonly (Held | undefined)[]): readonly Held[] {
  if (all.length === shown.length) return all.filter((h) => !shown.includes(h));
  const set = new Set(shown);
  return all.filter((h) => !set.has(h));
}

export function liveOf(all: readonly Held[]): readonly Held[] {
  return all.every((h) => h.standing === 'live') ? all : all.filter((h) => h.standing === 'live');
}
