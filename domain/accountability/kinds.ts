/**
 * The kinds of record by which states and others answer for what they decided, sent, promised, said and did (design §6,
 * Accountability). What is read of them by speaker is read of these alone: never of land, tasks or people.
 */
export const accountabilityKinds = [
  'policy-act',
  'aid-package',
  'transfer',
  'assurance',
  'munition-model',
  'statement',
  'published-figure',
  'stockpile',
  'use',
  'allegation',
  'inquiry',
  'treaty',
  'treaty-act',
  'treaty-decision',
] as const;
