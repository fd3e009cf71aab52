/**
 * Numbers as people and programs write them: 1234.5, 1,234.5, 1.234,5, 1 234,5. What separates thousands and decimals is
 * said by the mapping; where it says nothing, a point is decimal, and groups of three behind commas are thousands only in
 * whole numbers, where no other reading exists; behind spaces and apostrophes they are thousands everywhere. A cell that
 * holds a number and no text is that number, whatever the mapping says of texts.
 */
import type { Cell } from '../read/table.ts';
import type { NumberRule } from './mapping.ts';

export interface ReadNumber {
  readonly number: number;
  /** set when a separator had to be understood */
  readonly repair?: 'number-thousands-separator';
}

const GROUPS: Readonly<Record<string, RegExp>> = {
  ',': /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u,
  '.': /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u,
  ' ': /^[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/u,
  "'": /^[+-]?\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?$/u,
};

/** How texts of this cell write numbers: as the mapping says, but for cells that are numbers themselves. */
export function styleOf(cell: Cell | undefined, said: NumberRule): NumberRule {
  return typeof cell === 'number' ? {} : said;
}

/** The number a text stands for, or null. `whole`: only whole numbers are meant, so that "2,006" can be nothing but 2006. */
export function readNumber(text: string, rule: NumberRule, whole: boolean): ReadNumber | null {
  const t = digits(text).trim();
  if (/^[+-]?\d+$/u.test(t)) return finite(Number(t));
  const decimal = text.includes('\u066b') ? '.' : (rule.decimal ?? '.');
  const allowed =
    rule.thousands !== undefined
      ? [rule.thousands]
      : whole
        ? [',', ' ', "'"]
        : decimal === ','
          ? ['.', ' ', "'"]
          : [' ', "'"];
  const stated = rule.decimal !== undefined || rule.thousands === undefined;
  for (const separator of allowed) {
    if (separator === decimal || !GROUPS[separator]?.test(t)) continue;
    if (stated && t.includes(decimal === '.' ? ',' : '.') && separator !== (decimal === '.' ? ',' : '.'))
      continue;
    const bare = [...t].filter((c) => /[\d+.,-]/u.test(c) && c !== separator).join('');
    const n = finite(Number(bare.replace(',', '.')));
    return n && { ...n, repair: 'number-thousands-separator' };
  }
  if (decimal === ',' && /^[+-]?\d*,\d+$/u.test(t)) {
    return finite(Number(t.replace(',', '.')));
  }
  if (/^[+-]?(?:\d+\.\d*|\.\d+|\d+)(?:e[+-]?\d+)?$/iu.test(t)) {
    // a point under a decimal comma stands for thousands, which did not fit above
    return decimal === '.' || /e/iu.test(t) ? finite(Number(t)) : null;
  }
  return null;
}

function finite(number: number): ReadNumber | null {
  return Number.isFinite(number) ? { number } : null;
}

/**
 * Arabic-Indic and other decimal digits as 0 to 9. The Arabic decimal sign becomes a point; that for thousands goes,
 * since it can be nothing else; so do marks of writing direction.
 */
export function digits(text: string): string {
  if (/^[\x20-\x7e]*$/u.test(text)) return text;
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
    .replace(/\u066b/gu, '.')
    .replace(/(?<=\p{Nd})\u066c(?=\p{Nd}{3})/gu, '')
    .replace(/\u2212/gu, '-')
    .replace(/\p{Nd}/gu, (d) => {
      const code = d.codePointAt(0)!;
      for (let zero = code; zero > code - 10; zero--) {
        if (!/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
      }
      return String((code - 0x30) % 10);
    });
}
