/** How far a number holds, by the words around it: "up to 30", "at least 30", "some 30", "30 or more". English. */

export type Bound = 'exact' | 'at-most' | 'at-least' | 'about' | 'vague';

const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [/\b(?:no|not) (?:fewer|less) than\s+$/i, 'at-least'],
  [
    /(?:within|up to|at most|no more than|not more than|less than|fewer than|under|below|as many as|as much as|not exceeding|a maximum of)\s+(?:the (?:next|first) )?$/i,
    'at-most',
  ],
  [
    /(?:at least|more than|over|above|exceed(?:ing|s|ed)?|upwards? of|in excess of|surpass(?:ing|es|ed)|topp?(?:ing|s|ed)|minimum of)\s+(?:the last )?$/i,
    'at-least',
  ],
  [
    /(?:about|around|roughly|approximately|nearly|almost|some|an estimated|estimated(?: at)?|circa|close to|just over|just under|in the (?:region|order) of|~)\s*$/i,
    'about',
  ],
];

/** Of the number at `start`; `after` is what follows it and its unit. */
export function boundOf(text: string, start: number, after: string): Bound {
  const before = text.slice(Math.max(0, start - 30), start);
  const found = BEFORE.find(([form]) => form.test(before));
  if (found) return found[1];
  if (/^\s*(?:or (?:less|fewer)|at (?:the )?most)\b/i.test(after)) return 'at-most';
  if (/^\s*(?:or (?:more|over)|at least|and (?:more|counting))\b|^\+/i.test(after)) return 'at-least';
  return /^\s*or so\b/i.test(after) ? 'about' : 'exact';
}

/** Whether a word of how far stands right before `start`: what follows then is an amount. */
export const isBounded = (text: string, start: number) => boundOf(text, start, '') !== 'exact';
