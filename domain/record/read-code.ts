/**
 * Which code of a list a typed word means: the code itself, one of its other spellings, or its label, in that order.
 * Capitals, spaces at the ends, underscores and the way accents are written make no difference.
 */
import type { CodeList } from './kind.ts';

/** The form in which spellings are compared. */
export function spelling(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}

/** The code that `typed` means in the list, or null when it means none, or more than one. */
export function readCode(list: CodeList, typed: string): string | null {
  const said = spelling(typed);
  if (said === '') return null;
  const asCode = said.replace(/[ _]/g, '-');
  const mapped = Object.keys(list.codes).filter((c) =>
    list.codes[c]?.also?.some((a) => spelling(a) === said),
  );
  const [only, ...others] = mapped;
  if (only !== undefined) return others.length === 0 ? only : null;
  if (Object.hasOwn(list.codes, asCode)) return asCode;
  const [label, ...more] = Object.keys(list.codes).filter(
    (c) => spelling(list.codes[c]?.label ?? '') === said,
  );
  return label !== undefined && more.length === 0 ? label : null;
}

/** The code and all that are narrower than it, in the order of the list. Unknown codes stand for themselves. */
export function narrowerCodes(list: CodeList, code: string): readonly string[] {
  const found = new Set([code]);
  let before = 0;
  while (before < found.size) {
    before = found.size;
    for (const [name, c] of Object.entries(list.codes))
      if (c.within !== undefined && found.has(c.within)) found.add(name);
  }
  return [code, ...Object.keys(list.codes).filter((c) => c !== code && found.has(c))];
}
