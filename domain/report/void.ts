/**
 * Recorded in error (design, §1 *void*): a report, an item or land of an item. A void falls on the claims its author saw:
 * those it names, or, naming none, those of reports dated up to the day it was written; what is reported afterwards counts
 * anew. Where a second person is asked for it stands only once confirmed; while contested, nothing is taken out.
 */
import type { Decision, Geometry, Id } from './entry.ts';
import { type Log, type Placed, read } from './gather.ts';
import { register } from './registers.ts';
import { stands } from './standing.ts';

type Void = Extract<Decision, { act: 'void' }>;

export interface VoidedLand {
  readonly item: Id;
  readonly land: Geometry;
  readonly decision: Void;
}

/** Voids of an item that stand. */
export function voidsOf(log: Log, item: Id): readonly Void[] {
  if (!log.about.has(item)) return none;
  return standing(log, register.voidItem(item));
}

/** Land of an item that voids take out. */
export function voidedLand(log: Log, item: Id): readonly VoidedLand[] {
  const names = log.about.get(item);
  if (names === undefined) return noLand;
  return [...names]
    .filter((name) => name.startsWith('void/land/'))
    .sort()
    .flatMap((name) => standing(log, name))
    .flatMap((decision) =>
      'land' in decision.of && decision.of.item === item ? [{ item, land: decision.of.land, decision }] : [],
    );
}

/** True when the void's author surely saw the claim: of an id with two digests (not `sole`) nobody can tell which. */
export function covers(
  decision: Void,
  claim: { readonly id: Id; readonly n: number; readonly date: string; readonly sole: boolean },
): boolean {
  if (decision.saw) return claim.sole && decision.saw.some((s) => s.report === claim.id && s.n === claim.n);
  return claim.date <= decision.written.slice(0, 10);
}

function standing(log: Log, name: string): readonly Void[] {
  const reading = read(log.registers.get(name));
  if (reading.sets !== 'void') return none;
  return reading.heads.flatMap((h: Placed) =>
    h.decision.act === 'void' && stands(log, h) ? [h.decision] : [],
  );
}

const none: readonly Void[] = [];
const noLand: readonly VoidedLand[] = [];

/** Contested voids of items: shown, and nothing is taken out until they are settled. */
export function contestedVoids(log: Log, items: readonly Id[]): readonly string[] {
  return items.flatMap((item) =>
    [...(log.about.get(item) ?? [])].filter(
      (name) =>
        (name.startsWith('void/item/') || name.startsWith('void/land/')) &&
        read(log.registers.get(name)).contested,
    ),
  );
}
