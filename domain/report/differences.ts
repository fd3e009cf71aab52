/**
 * What differs between two views of an item: property by property what was said before and what is said after, with how it
 * stands. A history shows with it what each report and decision changed, a preview what a decision would change.
 */
import { canonical } from './canonical.ts';
import type { Value } from './entry.ts';
import type { ItemView, PropertyView, State } from './view.ts';

/** How a property stands in one view: its value, all that are in dispute, or the members of a set. */
export interface Side {
  readonly values: readonly Value[];
  readonly state: State;
}

export interface Difference {
  readonly property: string;
  readonly definition: string;
  /** null: nothing was said of it */
  readonly before: Side | null;
  readonly after: Side | null;
}

/** In the order of the later view, then what only the earlier one has. */
export function differences(before: ItemView | null, after: ItemView | null): readonly Difference[] {
  const was = sides(before);
  const is = sides(after);
  const names = [...new Set([...is.keys(), ...was.keys()])];
  return names.flatMap((name): Difference[] => {
    const [a, b] = [was.get(name), is.get(name)];
    const { property, definition } = (b ?? a) as PropertyView;
    const [x, y] = [a === undefined ? null : sideOf(a), b === undefined ? null : sideOf(b)];
    return same(x, y) ? [] : [{ property, definition, before: x, after: y }];
  });
}

function sides(view: ItemView | null): ReadonlyMap<string, PropertyView> {
  return new Map((view?.properties ?? []).map((p) => [`${p.property}/${p.definition}`, p]));
}

function sideOf(p: PropertyView): Side {
  if (p.members !== undefined) return { values: p.members.map((m) => m.value), state: p.state };
  const own = p.value === null ? [] : [p.value];
  return {
    values: p.state === 'disputed' ? [...own, ...p.remaining.map((s) => s.value)] : own,
    state: p.state,
  };
}

function same(a: Side | null, b: Side | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.state === b.state &&
    a.values.length === b.values.length &&
    a.values.every((v, n) => canonical(v) === canonical(b.values[n]))
  );
}
