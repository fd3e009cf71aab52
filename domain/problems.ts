/**
 * The one list of problem codes: each with the names of its facts and the class of failure it is. The class is all that
 * the server (HTTP status) and the command line (exit status) may depend on. Every code has one sentence in
 * words/en.json under `problem.<code>`; a test holds the two lists, and every use in the code, together.
 *
 * Classes: `invalid` what was given can't be taken; `missing` not there, or not for this reader; `conflict` it clashes
 * with what is on record; `forbidden` this person may not; `unavailable` the database or disk can't just now;
 * `notice` nothing was refused: something was found or changed.
 */
export const problems = {
  // record and report
  'kind-unknown': { class: 'invalid', facts: ['kind'] },
  'property-unknown': { class: 'invalid', facts: ['kind', 'property'] },
  'value-type-wrong': { class: 'invalid', facts: ['property', 'expected', 'got'] },
  'code-unknown': { class: 'invalid', facts: ['property', 'list', 'value'] },
  'report-empty': { class: 'invalid', facts: [] },
  'date-unreadable': { class: 'invalid', facts: ['value'] },
  'date-after-receipt': { class: 'invalid', facts: ['value'] },
  'id-reused': { class: 'conflict', facts: ['id'] },
  'text-not-unicode': { class: 'invalid', facts: ['where'] },
} as const satisfies Record<string, { class: ProblemClass; facts: readonly string[] }>;

export type ProblemClass = 'invalid' | 'missing' | 'conflict' | 'forbidden' | 'unavailable' | 'notice';
