/** Quotations that run over several sentences of a paragraph: each belongs whole to whoever is said to say it, wherever that stands. */
import type { Sentence } from './tag.ts';

/** What a sentence has to do with a quotation that is longer than it. */
export interface Quoted {
  /** begins within one that an earlier sentence opened */
  readonly inside: boolean;
  /** the sentence in which one that is open at the end of this sentence closes; null where none is, or it never closes */
  readonly closes: number | null;
}

/** By sentence of one paragraph of the text. */
export function quotedIn(text: string, sentences: readonly Sentence[]): readonly Quoted[] {
  let open = false;
  const ends = sentences.map((sentence, n) => {
    const inside = open;
    const first = sentence[0]?.start ?? 0;
    // with a mark that stands between it and the sentence before
    const whole = text.slice(sentences[n - 1]?.at(-1)?.end ?? first, sentence.at(-1)?.end ?? first);
    for (const mark of whole.match(/["“”]/g) ?? []) open = mark === '"' ? !open : mark === '“';
    return { inside, open };
  });
  return ends.map(({ inside, open: after }, n) => {
    const close = after ? ends.findIndex((e, k) => k > n && !e.open) : -1;
    return { inside, closes: close < 0 ? null : close };
  });
}

/** "It was not possible to check this", "They declined to say": told by nobody who spoke before. */
const IT_ITSELF =
  /^It (?:is|was|has been|remains) (?:not|un\w+|im\w+|still|too)\b|^(?:It|They) (?:declined|refused|gave no|(?:did|do|does|would|could|has|have) not)\b/;

/** Whether a sentence without a speaker goes on with whoever spoke before: "They were old." */
export const goesBack = (sentence: string) =>
  SHARE_OF_THEM.test(sentence) ||
  (/^(?:They|It|These|Of (?:these|them|those))\b/.test(sentence) && !IT_ITSELF.test(sentence));

/** "Over a third were children": of those counted before. */
const SHARE_OF_THEM =
  /^(?:(?:Over|More than|About|Around|Nearly|Almost|Some|Roughly|Fewer than|Less than|At least|Just over|Just under) )?(?:(?:an?|one|two|three|most|all|half|many|none) ?)?-?(?:thirds?|quarters?|half|fifths?|tenths?|most|all|many|none)?(?: of (?:them|those|these))? (?:were|was|are|is|had been)\b/iu;

/** What a sentence says before it asks: "They should be told one thing: who pays?" Null where all of it asks. */
export function beforeQuestion(sentence: Sentence): Sentence | null {
  const at = sentence.findIndex((w) => w.text === ':');
  return at < 3 ? null : sentence.slice(0, at);
}
