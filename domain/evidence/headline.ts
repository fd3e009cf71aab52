/** What a headline says. */
import { tells } from './chunk-tests.ts';
import type { Segment } from './clauses.ts';
import type { Word } from './tag.ts';

/** A headline says one thing, with who says it, or one on each side of a semicolon; a short title says none. */
export function headlined(words: readonly Word[], segments: readonly Segment[]): readonly Segment[] {
  const cut = words.findIndex((w) => w.text === ';');
  if (segments.length === 0 && !tells(words, 0, words.length)) return [];
  const frame = segments.find((s) => s.frame !== null)?.frame ?? null;
  const whole: Segment = { kind: 'clause', from: 0, to: words.length, frame };
  return cut < MIN || words.length - cut <= MIN
    ? [whole]
    : [
        { ...whole, to: cut },
        { ...whole, from: cut + 1 },
      ];
}
/** Words a piece of news has at least. */
const MIN = 3;
