/**
 * Which reports a person looks at one by one, and why: those that take land off the hazard map, that lower a danger on
 * record, and that were marked on the way in as wanting a person (design §5, *import --approve*; law 6). All others are clean and
 * may be approved many at once. One rule for an import that approves and for a reviewer who approves what a filter found.
 */
import type { Claim, Id, Report } from '../report/entry.ts';
import { takesLandOff } from '../report/takes-land-off.ts';
import type { Code, Model } from './kind.ts';

/** Why a report is not clean. */
export type Look = 'land-off' | 'lowers' | 'waits';

/** Per item, the codes on record of its guarded properties. */
export type Guarded = ReadonlyMap<Id, Readonly<Record<string, string | null>>>;

/** Every reason why somebody has to look at the report itself; none: it is clean. `kept`: what is on record of its items. */
export function looksOf(report: Report, model: Model, kept: Guarded): readonly Look[] {
  return [
    ...(takesLandOff(report) ? (['land-off'] as const) : []),
    ...(report.claims.some((c) => lowers(report, c, model, kept)) ? (['lowers'] as const) : []),
    ...(report.waits === undefined ? [] : (['waits'] as const)),
  ];
}

/** The claims that can lower a danger: codes of a guarded property. */
export function guardedClaims(report: Report, model: Model): readonly Claim[] {
  return report.claims.filter(({ on, property, value }) => {
    const stated = model.kinds.get(report.items[on]?.kind ?? '')?.properties[property];
    return stated?.fold === 'guarded' && value.type === 'code';
  });
}

function lowers(report: Report, { on, property, value }: Claim, model: Model, kept: Guarded): boolean {
  const item = report.items[on];
  const stated = model.kinds.get(item?.kind ?? '')?.properties[property];
  if (!item || stated?.fold !== 'guarded' || value.type !== 'code') return false;
  const codes: Readonly<Record<string, Code>> = model.lists.get(stated.codes ?? '')?.codes ?? {};
  const code = Object.hasOwn(codes, value.code) ? codes[value.code] : undefined;
  if (code?.towards_release) return true;
  const before = kept.get(item.id)?.[property];
  const now = before && Object.hasOwn(codes, before) ? codes[before] : undefined;
  return now?.danger !== undefined && (code?.danger ?? 0) < now.danger;
}
