/** On which side of a thing a clause puts its speaker, as far as its words tell. English; the first rule that fits. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [
    /\bnot (?:been )?(?:\w+ )?confirm|\bunconfirmed\b|\bdeclin\w+ to (?:comment|confirm|say)|\bno comment\b/i,
    'declines-to-comment',
  ],
  [/\bden(?:y|ies|ied)\b|\brefut\w+|\bdismiss\w+/i, 'denies'],
  [
    /\boppos\w+|\breject\w*|\bcritici[sz]\w+|\bcondemn\w*|\bnot enough\b|\binsufficient\b|\bsetback\b|\bconcerns?\b|\bwarn\w*|\bobject(?:s|ed)\b/i,
    'opposes',
  ],
  [/\bconfirm\w*|\backnowledg\w+/i, 'confirms'],
  [/\bsupport\w*|\bwelcom\w+|\bprais\w+|\bendors\w+/i, 'supports'],
  [/\bcall\w* (?:on|for)\b|\burg(?:es?|ed|ing)\b|\bdemand\w*/i, 'calls'],
];

/** A code of list `stance`, or null. */
export function stanceOf(text: string): string | null {
  return RULES.find(([form]) => form.test(text))?.[1] ?? null;
}
