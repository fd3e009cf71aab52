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
  'number-not-finite': { class: 'invalid', facts: ['where'] },
  // command line
  'command-unknown': { class: 'invalid', facts: ['command'] },
  'arguments-wrong': { class: 'invalid', facts: ['command', 'why'] },
  'person-unknown': { class: 'missing', facts: ['name'] },
  'programme-unknown': { class: 'missing', facts: ['programme', 'programmes'] },
  'programme-not-named': { class: 'invalid', facts: ['programmes'] },
  'programme-none': { class: 'missing', facts: [] },
  'item-unknown': { class: 'missing', facts: ['id'] },
  'file-unwritable': { class: 'unavailable', facts: ['file', 'why'] },
  // people and the network
  'not-signed-in': { class: 'forbidden', facts: [] },
  'may-not': { class: 'forbidden', facts: ['doing', 'programme'] },
  'own-release': { class: 'forbidden', facts: ['report'] },
  'sign-in-link-void': { class: 'forbidden', facts: [] },
  'too-many-attempts': { class: 'unavailable', facts: ['seconds'] },
  'host-not-loopback': { class: 'forbidden', facts: ['host'] },
  'host-not-allowed': { class: 'forbidden', facts: [] },
  'origin-not-allowed': { class: 'forbidden', facts: [] },
  // requests
  'address-unknown': { class: 'missing', facts: [] },
  'collection-unknown': { class: 'missing', facts: ['collection'] },
  'capture-unknown': { class: 'missing', facts: [] },
  'parameter-unknown': { class: 'invalid', facts: ['parameter', 'known'] },
  'parameter-invalid': { class: 'invalid', facts: ['parameter', 'expected'] },
  'body-invalid': { class: 'invalid', facts: ['where', 'expected'] },
  'body-too-large': { class: 'invalid', facts: ['limit'] },
  'media-type-unsupported': { class: 'invalid', facts: ['accepted'] },
  'request-unreadable': { class: 'invalid', facts: [] },
  'not-your-entry': { class: 'forbidden', facts: ['id'] },
  'internal-fault': { class: 'unavailable', facts: ['reference'] },
  'port-in-use': { class: 'unavailable', facts: ['host', 'port'] },
  // store
  'migration-newer': { class: 'unavailable', facts: ['migration'] },
  'migration-changed': { class: 'unavailable', facts: ['migration'] },
  'data-held': { class: 'conflict', facts: ['directory', 'pid'] },
  'programme-id-wrong': { class: 'invalid', facts: ['programme'] },
  'database-damaged': { class: 'unavailable', facts: ['state'] },
  'database-forbids': { class: 'forbidden', facts: ['state'] },
  'database-login': { class: 'unavailable', facts: ['state'] },
  'database-missing': { class: 'unavailable', facts: ['state'] },
  'memory-full': { class: 'unavailable', facts: ['state'] },
  'disk-full': { class: 'unavailable', facts: ['state'] },
  'database-read-only': { class: 'unavailable', facts: ['state'] },
  'database-busy': { class: 'unavailable', facts: ['state'] },
  'database-down': { class: 'unavailable', facts: ['state'] },
} as const satisfies Record<string, { class: ProblemClass; facts: readonly string[] }>;

export type ProblemClass = 'invalid' | 'missing' | 'conflict' | 'forbidden' | 'unavailable' | 'notice';
