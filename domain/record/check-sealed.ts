/** No personal value stands in an entry in clear (law 9): it is sealed before the entry gets its digest. */
import { type Problem, problem } from '../problem.ts';
import type { Report } from '../report/entry.ts';
import type { Model } from './kind.ts';

/** `personal-in-clear` for the first claim that holds a personal property's value in clear; null when there is none. */
export function checkSealed(report: Report, model: Model): Problem | null {
  for (const claim of report.claims) {
    const properties = model.kinds.get(report.items[claim.on]?.kind ?? '')?.properties ?? {};
    const property = Object.hasOwn(properties, claim.property) ? properties[claim.property] : undefined;
    if (property?.sensitivity === 'personal' && claim.value.type !== 'personal')
      return problem('personal-in-clear', { property: claim.property });
  }
  return null;
}
