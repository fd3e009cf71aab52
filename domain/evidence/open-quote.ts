/**
 * Where a quotation begins that is never closed. One may run over several paragraphs when each begins with its mark again (the
 * custom of English papers); a mark behind a number is one of inches or seconds.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['«', '»'],
  ['"', '"'],
];

/** UTF-16 offset of the first opening mark whose quotation does not end, or null. */
export function openQuote(text: string): number | null {
  const found = PAIRS.map(([open, close]) => firstOpen(text, open, close)).filter((at) => at !== null);
  return found.length === 0 ? null : Math.min(...found);
}

function firstOpen(text: string, open: string, close: string): number | null {
  // „so“ closes with what opens elsewhere
  if (open === '“' && text.includes('„')) return null;
  let from: number | null = null;
  let at = 0;
  for (const paragraph of text.split(/(\n\s*\n|\n(?=\s*["“«]))/)) {
    const begins = paragraph.trimStart().startsWith(open);
    if (from !== null && paragraph.trim() !== '' && !begins) return from;
    let opened: number | null = from;
    let first = true;
    for (let i = 0; i < paragraph.length; i++) {
      const mark = paragraph[i];
      if (mark !== open && mark !== close) continue;
      if (open === close && /\d/.test(paragraph[i - 1] ?? '') && opened === null) continue;
      const goesOn = first && begins && opened !== null && mark === open;
      first = false;
      if (goesOn) continue;
      if (open === close) opened = opened === null ? at + i : null;
      else if (mark === open) opened ??= at + i;
      else opened = null;
    }
    from = opened;
    at += paragraph.length;
  }
  return from;
}
