/**
 * Which suggestions a person may take together, without reading each in its place: those that say a value of a record, of
 * something they name themselves, as told: neither as thought, planned, charged, denied nor on a condition, and without any word
 * by which it may not have been so (polarity.ts). A fragment, or a clause whose subject stands elsewhere ("they", "this
 * decision"), tells by itself of no record and stays to be read. English first.
 */
import { CLAUSE, ownWords } from './about.ts';
import { hasOneNumber } from './own-number.ts';
import { isDoubtful } from './polarity.ts';
import { type Proposal, STATE } from './propose.ts';
import type { Suggestion } from './suggestion.ts';

/** A subject that only the sentences before it name. */
const ELSEWHERE =
  /^(?:it|its|he|his|she|her|they|them|their|theirs|we|our|this|that|these|those|which|who|whose|there|both|neither|either|such|one|(?:the|a|an) (?:move|decision|step|announcement|plan|policy|shift|measure|change|request|former|latter))\b/i;

/** The same within the words: "of whom 367 were killed", "six of their neighbours", "has not signed it". */
const ELSEWHERE_IN =
  /^(?:in|of|among|under|by|on|at|for|with|from|during|after) (?:it|them|these|those|this|whom|which|whose)\b|\bof (?:its|their|his|her|them|these|those)\b|\b(?:it|them|doing so)(?: either| too)?[.,”"]*$/i;

/** What is said against somebody, and what somebody promised, is read before it is taken. */
const CHARGES: ReadonlySet<string> = new Set(['allegation', 'use', 'assurance']);

/** `proposal`: what `propose` makes of the suggestion. */
export function isSure(s: Suggestion, { kind, values }: Proposal): boolean {
  const [first] = Object.values(values);
  if (kind === 'statement' || first === undefined || first.type === 'text') return false;
  if (s.certainty !== 'asserted' && s.certainty !== 'reported') return false;
  // no clause that anybody wrote is longer
  if (s.span.text.length > CLAUSE) return false;
  if (CHARGES.has(kind) || isDoubtful(s.span.text, kind, ownWords(s.code))) return false;
  // its number is of another clause of it, or an age, or one of two
  const number = Object.values(values).some(({ type }) => type === 'number');
  if (number && !hasOneNumber(s)) return false;
  // a number published without the number
  if (kind === 'published-figure' && values.figure === undefined) return false;
  const [subject, words] = [s.subject?.trim().toLowerCase() ?? '', s.span.text.trim().toLowerCase()];
  // a subject found in the sentences before is in no words that a record could be named by
  if (subject === '' || !words.includes(subject)) return false;
  if (ELSEWHERE.test(subject) || ELSEWHERE.test(words) || ELSEWHERE_IN.test(words)) return false;
  const state = STATE[kind];
  return state === undefined || values[state] !== undefined;
}
