/** Short forms for tests that fold a few reports and look at one property. */
import type { Claim, Report } from './entry.ts';
import { foldItems } from './fold.ts';
import type { Named } from './mentions.ts';
import { squares } from './squares.testing.ts';
import type { ItemView, PropertyView } from './view.ts';
import { approve, model, report, text } from './worlds.testing.ts';

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
