/**
 * Which item of a list is which on record. Two are a pair when they share a key and neither shares one with any other: where one
 * key names several, nobody is guessed to be meant, and a person sees them all (law 9: nothing is merged by machine). So it is
 * with those that no key binds to the other side and that share a word which may be the same id or another's.
 */
import { keyWord, type Side } from './sides.ts';

export interface Pairs<O extends Side, T extends Side> {
  readonly both: readonly { readonly ours: O; readonly theirs: T }[];
  readonly only_ours: readonly O[];
  readonly only_theirs: readonly T[];
  /** items that keys bind together in another way than one and one */
  readonly unsure: readonly { readonly ours: readonly O[]; readonly theirs: readonly T[] }[];
}

/** Every item of both sides stands in exactly one of the four; the order of each side is kept. */
export function pair<O extends Side, T extends Side>(ours: readonly O[], theirs: readonly T[]): Pairs<O, T> {
  const groups = groupsByKey([...ours, ...theirs].map((s) => wordsOf(s.keys)));
  const found = { both: [], only_ours: [], only_theirs: [], unsure: [] } as {
    both: { ours: O; theirs: T }[];
    only_ours: O[];
    only_theirs: T[];
    unsure: { ours: O[]; theirs: T[] }[];
  };
  for (const group of groups) {
    const mine = group.filter((n) => n < ours.length).map((n) => ours[n] as O);
    const yours = group.filter((n) => n >= ours.length).map((n) => theirs[n - ours.length] as T);
    const [one] = mine;
    const [other] = yours;
    if (mine.length === 1 && yours.length === 1 && one && other)
      found.both.push({ ours: one, theirs: other });
    else if (yours.length === 0 && mine.length > 0) found.only_ours.push(...mine);
    else if (mine.length === 0 && yours.length === 1 && other) found.only_theirs.push(other);
    else found.unsure.push({ ours: mine, theirs: yours });
  }
  return withDoubts(found);
}

/** What stands on one side only and shares a doubtful word with what stands only on the other is unsure. */
function withDoubts<O extends Side, T extends Side>(found: Pairs<O, T>): Pairs<O, T> {
  const { only_ours, only_theirs } = found;
  const groups = groupsByKey([...only_ours, ...only_theirs].map((s) => wordsOf(s.perhaps ?? [])));
  const doubts = groups.flatMap((group) => {
    const mine = group.flatMap((n) => only_ours[n] ?? []);
    const yours = group.flatMap((n) => only_theirs[n - only_ours.length] ?? []);
    return mine.length > 0 && yours.length > 0 ? [{ ours: mine, theirs: yours }] : [];
  });
  const doubted = new Set<Side>(doubts.flatMap((d) => [...d.ours, ...d.theirs]));
  return {
    both: found.both,
    only_ours: only_ours.filter((s) => !doubted.has(s)),
    only_theirs: only_theirs.filter((s) => !doubted.has(s)),
    unsure: [...found.unsure, ...doubts],
  };
}

function wordsOf(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.map(keyWord).filter((k) => k !== ''))];
}

/** Places that share words, directly or by way of others, in the order of the first of each group. */
function groupsByKey(words: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const root = words.map((_, n) => n);
  const find = (n: number): number => {
    let top = n;
    while (root[top] !== top) top = root[top] as number;
    root[n] = top;
    return top;
  };
  const first = new Map<string, number>();
  for (const [n, own] of words.entries()) {
    for (const word of own) {
      const before = first.get(word);
      if (before === undefined) first.set(word, n);
      else {
        const [a, b] = [find(before), find(n)];
        root[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  const groups = new Map<number, number[]>();
  for (const n of words.keys()) {
    const top = find(n);
    const group = groups.get(top);
    if (group) group.push(n);
    else groups.set(top, [n]);
  }
  return [...groups.values()];
}
