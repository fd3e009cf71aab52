/** Short forms for tests that fold a few reports and look at one property. */
import type { Claim, Report, Value } from './entry.ts';
import { foldItems } from './fold.ts';
import type { Named } from './mentions.ts';
import { rectangle, squares, squaresOf } from './squares.testing.ts';
import type { Drawing, ItemView, PropertyView } from './view.ts';
import { approve, code, model, outline, report, text } from './worlds.testing.ts';

export const fold = (log: readonly Named[], at: string | null = null): readonly ItemView[] =>
  foldItems(log, 'all', at, model, squares);

/** The one view of a property of the first item. */
export function only(log: readonly Named[], property: string, at: string | null = null): PropertyView {
  const [found, ...more] = fold(log, at)[0]?.properties.filter((p) => p.property === property) ?? [];
  if (found === undefined || more.length > 0) throw new Error(`not one view of ${property}`);
  return found;
}

/** The reports, approved. */
export function live(...reports: readonly (Named & { entry: Report })[]): readonly Named[] {
  return [...reports, approve(...reports)];
}

export const name = (t: string) => ({ property: 'name', value: text(t) });

/** A report of one claim by a speaker, on a day or over a span. */
export const says = (
  said: string,
  when: string | readonly [string | null, string],
  claim: Omit<Claim, 'on'>,
): Named & { readonly entry: Report } =>
  typeof when === 'string'
    ? report({ said, date: when }, claim)
    : report({ said, date: when[1], from: when[0], to: when[1] }, claim);

/** A word that the hazard holds, or does not hold, a category of ordnance. */
export const has = (c: string, yes = true): Omit<Claim, 'on'> => ({
  property: 'ordnance',
  value: { type: 'member', of: code(c), yes },
});
export const status = (c: string): Omit<Claim, 'on'> => ({ property: 'hazard_status', value: code(c) });
export const hazardClass = (c: string): Omit<Claim, 'on'> => ({ property: 'hazard_class', value: code(c) });

/** What is drawn of the first item. */
export function drawing(log: readonly Named[], at: string | null = null): Drawing {
  const drawn = fold(log, at)[0]?.drawing;
  if (drawn === undefined) throw new Error('nothing is drawn');
  return drawn;
}

/** The squares of a geometry, as one text. */
export const land = (g: Drawing['geometry']): string => [...squaresOf(g)].sort().join(' ');

export type Release = Extract<Value, { type: 'release' }>;

/** One square cleared, with all its papers. */
export const cleared: Release = {
  type: 'release',
  method: 'cleared',
  process: 'clearance',
  land: rectangle(0, 0),
  accepted: 'inspection-passed',
  handed_over: '2021-01-01',
  depth_mm: 130,
};

/** A report of that release, changed as said, dated from the middle of 2020 on. */
export const release = (change: Partial<Release> = {}, from = '2020-06-01', to = '2021-06-01') =>
  report({ from, to }, { property: 'released', value: { ...cleared, ...change } });

/** A hazard of two squares reported at the beginning of 2020. */
export const hazard = (...more: readonly Omit<Claim, 'on'>[]) =>
  report({ date: '2020-01-01' }, outline(0, 0, 2), ...more);

export const shape = (
  geometry: Extract<Value, { type: 'geometry' }>['geometry'],
  more: { readonly width?: number; readonly radius?: number } = {},
): Omit<Claim, 'on'> => ({ property: 'outline', value: { type: 'geometry', geometry, ...more } });
