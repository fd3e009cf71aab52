/** A short form for writing a code list as a table: a code is its label alone, or a Code. Returns plain data. */
import type { Code, CodeList } from './kind.ts';

/** @param source where the values come from, or that no published list was found and these are a default */
export function list(
  name: string,
  label: string,
  source: string,
  codes: Readonly<Record<string, string | Code>>,
): CodeList {
  const full = Object.entries(codes).map(([c, v]) => [c, typeof v === 'string' ? { label: v } : v] as const);
  return { name, label, source, codes: Object.fromEntries(full) };
}

/** Said of lists that no published standard was found for: a programme replaces them with its own. */
export const OUR_DEFAULT =
  'Default of Tilth: no published list was found; replace it with the programme’s own';
