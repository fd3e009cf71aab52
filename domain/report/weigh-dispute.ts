/**
 * How much hangs on a dispute, for a board that shows the heaviest first: where the danger lies and whether it still does
 * (land) before whom it hurt (people) before other figures, and these before words. Within each, the larger difference
 * goes first. It orders what people look at; it settles nothing (design, law 4).
 */
import type { Kind } from '../record/kind.ts';
import type { Value } from './entry.ts';
import type { ItemView, PropertyView } from './view.ts';

/** In order, the heaviest first. */
export const weights = ['land', 'people', 'figure', 'word'] as const;
export type Weight = (typeof weights)[number];

export interface Weighed {
  readonly weight: Weight;
  /** land: m² drawn; figures: how far apart they lie; words: how many differ */
  readonly amount: number;
}

/** One disputed property of a view. */
export function weighDispute(p: PropertyView, view: ItemView, kind: Kind): Weighed {
  const property = kind.properties[p.property];
  const values = [p.value, ...p.remaining.map((s) => s.value)].filter((v) => v !== null);
  const apart = spread(values);
  if (kind.drawing === 'hazard' && (p.property === kind.place || property?.fold === 'guarded'))
    return { weight: 'land', amount: view.drawing?.m2 ?? 0 };
  // casualties are what is monotone (design, Counting); of accidents and victims every word counts
  if (property?.fold === 'monotone' || kind.name === 'victim' || kind.name === 'accident')
    return { weight: 'people', amount: apart };
  if (property?.type === 'number') return { weight: 'figure', amount: apart };
  return { weight: 'word', amount: values.length };
}

/** The heavier of two first. */
export function byWeight(a: Weighed, b: Weighed): number {
  return weights.indexOf(a.weight) - weights.indexOf(b.weight) || b.amount - a.amount;
}

function spread(values: readonly Value[]): number {
  const numbers = values.flatMap((v) =>
    v.type === 'number' ? [v.number, v.min, v.max].filter((n) => n !== undefined) : [],
  );
  return numbers.length === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers);
}
