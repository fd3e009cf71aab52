/** A text cut where marks begin and end, and its words and paragraphs, all in code points. */

export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** ids of the marks it lies in, the shortest first */
  readonly marks: readonly string[];
}

interface Span {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Paragraphs of a text, each cut where a mark begins or ends within it. Empty lines are left out. */
export function cutText(text: string, marks: readonly Span[]): readonly (readonly Cut[])[] {
  const points = [...text];
  return paragraphsOf(points).map(({ start, end }) => {
    const inside = marks.filter((m) => m.start < end && m.end > start);
    const edges = new Set([start, end]);
    for (const m of inside) {
      edges.add(Math.max(start, m.start));
      edges.add(Math.min(end, m.end));
    }
    const at = [...edges].sort((a, b) => a - b);
    return at.slice(0, -1).map((from, i): Cut => {
      const to = at[i + 1] ?? end;
      const over = inside.filter((m) => m.start <= from && m.end >= to);
      return {
        start: from,
        end: to,
        text: points.slice(from, to).join(''),
        marks: over.toSorted((a, b) => a.end - a.start - (b.end - b.start)).map((m) => m.id),
      };
    });
  });
}

function paragraphsOf(
  points: readonly string[],
): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let from = -1;
  for (let i = 0; i <= points.length; i++) {
    const c = points[i];
    if (c === undefined || c === '\n') {
      if (from >= 0) found.push({ start: from, end: i });
      from = -1;
    } else if (from < 0 && c.trim() !== '') from = i;
  }
  return found;
}

/** Where each word begins and ends. */
export function wordsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let from = -1;
  const points = [...text];
  for (let i = 0; i <= points.length; i++) {
    const blank = points[i] === undefined || points[i]?.trim() === '';
    if (!blank && from < 0) from = i;
    if (blank && from >= 0) {
      found.push({ start: from, end: i });
      from = -1;
    }
  }
  return found;
}
