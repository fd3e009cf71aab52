/**
 * What a PDF is called, by its looks: the largest words on its first page. A page printed from the web begins with its menus,
 * and what the file says of itself is often a site's or a program's name.
 */
import type { Line } from '@tilth/domain/evidence/extracted';

/** Times as large as most of the text. */
const LARGER = 1.2;
/** Lines of one title differ by no more than this in size. */
const ALIKE = 0.1;
const LONGEST = 300;

/** Null where no words stand out. */
export function largestLine(text: string, layout: readonly Line[]): string | null {
  const characters = [...text];
  const words = (from: number, to: number) => characters.slice(from, to).join('');
  const usual = usualHeight(layout);
  let best: { readonly height: number; readonly title: string } | null = null;
  for (const [n, line] of layout.entries()) {
    if (line.page !== 1 || line.height < usual * LARGER || line.height <= (best?.height ?? 0) * (1 + ALIKE))
      continue;
    let last = n;
    while (layout[last + 1]?.page === 1 && isAlike(layout[last + 1], line)) last++;
    const title = words(line.start, layout[last]?.end ?? line.end)
      .replace(/\s+/gu, ' ')
      .trim();
    if (isTitle(title)) best = { height: line.height, title };
  }
  return best?.title ?? null;
}

function isAlike(line: Line | undefined, first: Line): boolean {
  return line !== undefined && Math.abs(line.height - first.height) <= first.height * ALIKE;
}

/** A number of a page or one word of a section is no title. */
function isTitle(words: string): boolean {
  return words.length <= LONGEST && /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(words);
}

/** The height at which the middle character of the text stands. */
function usualHeight(layout: readonly Line[]): number {
  const sorted = layout.toSorted((a, b) => a.height - b.height);
  const half = sorted.reduce((sum, l) => sum + l.end - l.start, 0) / 2;
  let passed = 0;
  for (const { start, end, height } of sorted) {
    passed += end - start;
    if (passed >= half) return height;
  }
  return 0;
}
