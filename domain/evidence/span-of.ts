/** The exact span of what a stretch of words says. */
import type { Segment } from './clauses.ts';
import type { Word } from './tag.ts';

/** Without a connecting word at its beginning. */
export function withoutConnector(
  words: readonly Word[],
  segment: Segment,
): { readonly from: number; readonly to: number } {
  let { from } = segment;
  const text = words[from]?.text.toLowerCase() ?? '';
  if (
    segment.kind !== 'list' &&
    segment.to - from > 3 &&
    /^(?:\p{Ll}|And|But|So)/u.test(words[from]?.text ?? '') &&
    !(text === 'since' && words[from + 1]?.pos === 'NUM') &&
    /^(?:as|though|although|while|whereas|because|since|and|but|so|that|meaning)$/.test(text)
  )
    from += 1;
  // "… said that A and that B"
  if (from > segment.from && text === 'and' && words[from]?.text === 'that') from += 1;
  return { from, to: segment.to };
}

/** With the quotation mark that closes one opened in it. */
export function closedQuote(whole: string, start: number, end: number): number {
  const text = whole.slice(start, end);
  const open = (text.match(/["“]/g)?.length ?? 0) - (text.match(/”/g)?.length ?? 0);
  const odd = /[“”]/.test(text) ? open > 0 : open % 2 === 1;
  return odd && /^[,.]?["”]/.test(whole.slice(end, end + 2))
    ? end + (whole[end] === ',' || whole[end] === '.' ? 2 : 1)
    : end;
}
