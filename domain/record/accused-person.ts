/**
 * A natural person accused is named by office only, unless a court or an official body names them (design §6, law 9): a report
 * that names a person says in the same breath which of the two does. Where nobody does, the office is what can be said.
 */
import { type Problem, problem } from '../problem.ts';
import type { Claim, Report } from '../report/entry.ts';

const NAMES_PEOPLE: readonly string[] = ['court', 'official-body'];

/** `accused-named-by-nobody` for each allegation of the report that names a person without saying who names them. */
export function checkAccused(report: Report): readonly Problem[] {
  return report.items.flatMap((item, on) => {
    if (item.kind !== 'allegation') return [];
    const claims = report.claims.filter((c) => c.on === on);
    return claims.some(namesPerson) && !claims.some(namedByBody)
      ? [problem('accused-named-by-nobody', { item: on })]
      : [];
  });
}

/** That a name is not known, or not stated, names nobody. */
function namesPerson({ property, value }: Claim): boolean {
  return property === 'accused_person' && value.type !== 'unknown';
}

function namedByBody({ property, value }: Claim): boolean {
  return property === 'person_named_by' && value.type === 'code' && NAMES_PEOPLE.includes(value.code);
}
