/**
 * The next local id by a programme's pattern (design §6, *number patterns*), such as `HA-{year}-{number:4}`: `{year}` is the
 * present one, `{number:4}` one more than the highest there is, with zeros before it up to so many digits. A proposal:
 * nothing is reserved by it, and two offices that take the same are told by the check on doubled ids.
 */

export interface Pattern {
  readonly before: string;
  readonly width: number;
  readonly after: string;
}

/** The parts before and after the number of a pattern, and how wide the number is; null where the pattern has none. */
export function partsOfPattern(given: string, year: string): Pattern | null {
  // ids are compared without blanks around them
  const pattern = given.trim();
  const found = /\{number(?::(\d{1,2}))?\}/.exec(pattern);
  if (found === null) return null;
  const filled = (part: string) => part.replaceAll('{year}', year);
  return {
    before: filled(pattern.slice(0, found.index)),
    width: Number(found[1] ?? 1),
    after: filled(pattern.slice(found.index + found[0].length)),
  };
}

/** `taken`: local ids there are, in any order; those of other shapes don't count. Null for a pattern without a number. */
export function nextNumber(pattern: string, year: string, taken: Iterable<string>): string | null {
  const parts = partsOfPattern(pattern, year);
  return parts === null ? null : numberAfter(parts, taken);
}

/** One more than the highest of its shape. */
export function numberAfter({ before, width, after }: Pattern, taken: Iterable<string>): string {
  let highest = 0;
  for (const given of taken) {
    const id = given.trim();
    if (!id.startsWith(before) || !id.endsWith(after)) continue;
    const digits = id.slice(before.length, id.length - after.length);
    if (/^\d{1,15}$/.test(digits)) highest = Math.max(highest, Number(digits));
  }
  return `${before}${String(highest + 1).padStart(width, '0')}${after}`;
}
