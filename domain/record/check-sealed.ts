/**
 * No personal value stands in an entry in clear (law 9): it is sealed before the entry gets its digest. Nor do the words
 * beside it, words that another claim quotes from the same passage, or any words quoted where free text is personal: they may
 * hold a name.
 */
import { type Problem, problem } from '../problem.ts';
import { saysNothing } from '../report/commitment.ts';
import type { Report } from '../report/entry.ts';
import { hasPersonalWords } from './free-text.ts';
import type { Model } from './kind.ts';
import { personalPassages, quotesFrom } from './personal-passages.ts';

/** `personal-in-clear` for the first claim that holds a personal value, or words that may be one, in clear; else null. */
export function checkSealed(report: Report, model: Model): Problem | null {
  const passages = personalPassages(report, model);
  for (const claim of report.claims) {
    const kind = model.kinds.get(report.items[claim.on]?.kind ?? '');
    const properties = kind?.properties ?? {};
    const property = Object.hasOwn(properties, claim.property) ? properties[claim.property] : undefined;
    const words = claim.where?.quote !== undefined || claim.sure?.doubt !== undefined;
    const sealed = claim.value.type === 'personal' || saysNothing(claim.value);
    const open = property?.sensitivity === 'personal' && !sealed;
    if (open || (words && hasPersonalWords(kind, claim.property)) || quotesFrom(claim, passages))
      return problem('personal-in-clear', { property: claim.property });
  }
  return null;
}
