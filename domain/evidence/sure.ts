/**
 * Which suggestions a person may take together, without reading each in its place: those that say a value of a record, of
 * something they name themselves, as told and neither as thought nor on a condition. A fragment, or a clause whose subject
 * stands elsewhere ("they", "this decision"), tells by itself of no record and stays to be read. English first.
 */
import { type Proposal, STATE } from './propose.ts';
import type { Suggestion } from './suggestion.ts';

/** A subject that only the sentences before it name. */
const ELSEWHERE =
  /^(?:it|its|he|his|she|her|they|them|their|theirs|we|our|this|that|these|those|which|who|whose|there|both|neither|either|such|one|(?:the|a|an) (?:move|decision|step|announcement|plan|policy|shift|measure|change|request|former|latter))\b/i;

/** `proposal`: what `propose` makes of the suggestion. */
export function isSure(s: Suggestion, { kind, values }: Proposal): boolean {
  const [first] = Object.values(values);
  if (kind === 'statement' || first === undefined || first.type === 'text') return false;
  if (s.certainty === 'conditional' || s.certainty === 'opinion') return false;
  const [subject, words] = [s.subject?.trim().toLowerCase() ?? '', s.span.text.trim().toLowerCase()];
  // a subject found in the sentences before is in no words that a record could be named by
  if (subject === '' || !words.includes(subject)) return false;
  if (ELSEWHERE.test(subject) || ELSEWHERE.test(words)) return false;
  const state = STATE[kind];
  return state === undefined || values[state] !== undefined;
}
