/** Where a sentence can be cut: its chunks, each with at most one thing said. */
import { acting, connecting, saying } from './lexicon.ts';
import { anyIn, CUTS, isGerund, isTensed, isVerb, QUOTES, type Stretch } from './stretch.ts';
import type { Word } from './tag.ts';

/** "23 were killed and some 50 wounded": one count of victims, not two clauses. */
const HURT =
  /^(?:(?:at|least|some|about|around|another|more|than|over|nearly|up|to|dozens|several|many) )*(?:[\d,. ]+|\p{Ll}+(?:-\p{Ll}+)?) (?:(?:others|people|more|civilians|children) )?(?:were |was )?(?:wounded|injured|hurt|maimed|missing)\b/iu;

/** Of these what follows says when the clause holds, and is part of it. */
const HOLDING = /^(?:after|before|when|once|until)$/;

/** Where a sentence is cut: at punctuation, and before connecting words between two stretches that each have a verb. */
export function chunksOf(words: readonly Word[]): readonly Stretch[] {
  const chunks: Stretch[] = [];
  let from = 0;
  const close = (to: number) => {
    let [a, b] = [from, to];
    while (a < b && (QUOTES.has(words[a]?.text ?? '') || words[a]?.pos === 'SPACE')) a++;
    while (b > a && (QUOTES.has(words[b - 1]?.text ?? '') || /^[.!?]+$/.test(words[b - 1]?.text ?? ''))) b--;
    if (b > a) chunks.push({ from: a, to: b });
  };
  const nextCut = (i: number) => {
    let n = i + 1;
    while (n < words.length && !CUTS.has(words[n]?.text ?? '')) n++;
    return n;
  };
  words.forEach((w, i) => {
    const text = w.text.toLowerCase();
    const isNumber = text === ',' && words[i - 1]?.pos === 'NUM' && words[i + 1]?.pos === 'NUM';
    const isDash = (text === '—' || text === '–') && words[i - 1]?.pos === 'NUM';
    if (CUTS.has(text) && !isNumber && !isDash && !isAside(words, i)) {
      close(i);
      from = i + 1;
      return;
    }
    const due = text === 'due' && words[i + 1]?.text.toLowerCase() === 'to';
    if (i <= from + 1 || !(connecting.has(text) || due)) return;
    const left = { from, to: i };
    const right = { from: i + 1, to: nextCut(i) };
    if (!anyIn(left, (k) => isVerb(words, k))) return;
    const verbRight = anyIn(right, (k) => isTensed(words, k));
    const joins = text === 'and' || text === 'but';
    // "disclose where and when they were fired"
    if (joins && WH.test(words[i - 1]?.text ?? '') && WH.test(words[i + 1]?.text ?? '')) return;
    // "aged nine and twelve"
    if (joins && words[i - 1]?.pos === 'NUM' && words[i + 1]?.pos === 'NUM') return;
    if (HOLDING.test(text) && !isGerund(words[i + 1]) && !reports(words, right)) return;
    if (text === 'so' && words[i + 1]?.text === 'far') return;
    // "has changed since …" is of time, no reason
    if (text === 'since' && anyIn({ from, to: i }, (k) => words[k]?.lemma === 'have')) return;
    const next = words[i + 1];
    const opensVerb =
      next !== undefined && (isTensed(words, i + 1) || (next.pos === 'ADV' && isTensed(words, i + 2)));
    // "called on both to halt it and to share maps"
    const toDo = next?.text === 'to' && words[i + 2]?.pos === 'VERB' && i - from >= 6 && right.to - i >= 5;
    const cut = joins
      ? toDo ||
        (next?.text === 'that' && verbRight && i - from >= 4) ||
        (opensVerb && !isHeldBy(words, left)) ||
        (text === 'but' && verbRight) ||
        (verbRight && startsClause(words, i + 1) && !isSubjectOfSaid(words, left))
      : due || text === 'despite'
        ? right.to - right.from >= 3
        : /^(?:as|while|because)$/.test(text) && right.to - right.from <= 3
          ? false
          : text === 'as' || text === 'since' || text === 'until' || text === 'so'
            ? verbRight && startsClause(words, i + 1)
            : verbRight || (text === 'after' || text === 'before' ? isGerund(next) : false);
    if (
      !cut ||
      (joins &&
        HURT.test(
          words
            .slice(i + 1, i + 8)
            .map((x) => x.text)
            .join(' '),
        ))
    )
      return;
    close(i);
    from = i;
  });
  close(words.length);
  return chunks;
}

/** "… after a weekly reported that shells had been flown in": that is told of its own. */
function reports(words: readonly Word[], { from, to }: Stretch): boolean {
  let v = from;
  while (v < to && !isTensed(words, v)) v++;
  if (!/^(?:reported|revealed|disclosed|announced)$/.test(words[v]?.text ?? '')) return false;
  const that = { from: v + 1, to: Math.min(to, v + 5) };
  return anyIn(that, (i) => words[i]?.text === 'that');
}

/** "says a driver and his passenger were hurt": what stands before "and" is no clause yet. */
function isSubjectOfSaid(words: readonly Word[], { from, to }: Stretch): boolean {
  let v = to - 1;
  while (v >= from && !isTensed(words, v)) v--;
  const verb = words[v];
  return (
    verb !== undefined &&
    v < to - 1 &&
    saying.has(verb.lemma) &&
    verb.lemma !== 'tell' &&
    !acting.has(verb.lemma)
  );
}

const WH = /^(?:where|when|how|why|who|what|whether)$/;
const ASIDE =
  /^(?:however|meanwhile|therefore|moreover|nevertheless|nonetheless|instead|too|though|then|also|again|still|perhaps)$/i;

/** A comma on either side of "however": it cuts nothing. */
const isAside = (words: readonly Word[], i: number) =>
  words[i]?.text === ',' &&
  i > 1 &&
  ((ASIDE.test(words[i + 1]?.text ?? '') && words[i + 2]?.text === ',') ||
    (ASIDE.test(words[i - 1]?.text ?? '') && words[i - 2]?.text === ','));

/** "after their convoy hit a mine and came under fire": both are when it was. */
function isHeldBy(words: readonly Word[], { from, to }: Stretch): boolean {
  for (let i = from + 2; i < to; i++)
    if (
      HOLDING.test(words[i]?.text.toLowerCase() ?? '') &&
      anyIn({ from: i + 2, to }, (k) => isTensed(words, k))
    )
      return true;
  return false;
}

/** A subject and its verb come next, before anything else does. */
function startsClause(words: readonly Word[], from: number): boolean {
  for (let i = from; i < Math.min(words.length, from + 8); i++) {
    const w = words[i];
    if (w === undefined || CUTS.has(w.text)) return false;
    if (isTensed(words, i)) return i > from;
    if (
      !['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'PART', 'ADV', 'CCONJ'].includes(w.pos) &&
      w.text !== 'of'
    )
      return false;
  }
  return false;
}
