/** What a headline says. */
import { tells } from './chunk-tests.ts';
import type { Segment } from './clauses.ts';
import type { Word } from './tag.ts';

/** A headline says one thing, with who says it; a short title says none. */
export function asOne(words: readonly Word[], segments: readonly Segment[]): readonly Segment[] {
  if (segments.length === 0 && !tells(words, 0, words.length)) return [];
  const frame = segments.find((s) => s.frame !== null)?.frame ?? null;
  return [{ kind: 'clause', from: 0, to: words.length, frame }];
}
