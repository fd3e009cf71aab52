/**
 * Whether the personal values sent beside a report are the ones its commitments stand for (design, law 9). A value that is
 * not would be kept and never found again, since it is found by its commitment; one for another report would take that
 * report's place in the room apart; one that can't be read would spoil every reading of the item.
 */
import { type Problem, problem } from '../problem.ts';
import { checkValue } from '../record/check-value.ts';
import type { Model } from '../record/kind.ts';
import { opens } from '../report/commitment.ts';
import type { DraftReport, PersonalValue } from '../report/draft.ts';
import type { Report, Value } from '../report/entry.ts';

/** `personal-value-wrong` (at which of the values sent), what `checkValue` says of the value, or null. */
export function checkPersonal({ report, personal }: DraftReport, model: Model): Problem | null {
  const seen = new Set<number>();
  for (const [at, kept] of personal.entries()) {
    const claim = report.claims[kept.n];
    const wrong = problem('personal-value-wrong', { report: report.id, at });
    if (kept.report !== report.id || claim?.value.type !== 'personal' || seen.has(kept.n)) return wrong;
    seen.add(kept.n);
    const value = opens(claim.value.commitment, kept) ? readingOf(kept) : null;
    if (value === null || value.type === 'personal') return wrong;
    const found = checkOpened(report, kept.n, value, model);
    if (found) return found;
  }
  return null;
}

function readingOf({ value }: PersonalValue): Value | null {
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === 'object' && read !== null && 'type' in read ? (read as Value) : null;
  } catch {
    // text that is no JSON is no value: what the caller answers with
    return null;
  }
}

function checkOpened(report: Report, n: number, value: Value, model: Model): Problem | null {
  const claim = report.claims[n];
  const kind = model.kinds.get(report.items[claim?.on ?? -1]?.kind ?? '');
  const name = claim?.property ?? '';
  const property = kind && Object.hasOwn(kind.properties, name) ? kind.properties[name] : undefined;
  // properties and kinds that are not there are named by the check of the report itself
  return property === undefined ? null : checkValue(name, property, value, model);
}
