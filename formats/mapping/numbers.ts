/**
 * Numbers as people and programs write them: 1234.5, 1,234.5, 1.234,5, 1 234,5, 12%. What separates thousands and
 * decimals is said by the mapping; where it says nothing, a point is decimal and groups of three behind commas, spaces
 * or apostrophes are thousands only in whole numbers, where no other reading exists.
 */
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

/** The number a text stands for, or null. `whole`: only whole numbers are meant, so that "2,006" can be nothing but 2006. */
export function readNumber(text: string, rule: NumberRule, whole: boolean): ReadNumber | null {
  const t = digits(text.trim());
  if (/^[+-]?\d+$/u.test(t)) return finite(Number(t));
  const decimal = rule.decimal ?? '.';
  const allowed =
    rule.thousands !== undefined
      ? [rule.thousands]
      : whole
        ? [',', ' ', "'"]
        : decimal === ','
          ? ['.', ' ']
          : [];
  for (const separator of allowed) {
    if (separator === decimal || !GROUPS[separator]?.test(t)) continue;
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

/** Arabic-Indic and other decimal digits as 0 to 9; the Arabic decimal and thousands signs as point and comma. */
function digits(text: string): string {
  if (/^[\x20-\x7e]*$/u.test(text)) return text;
  return text
    .replace(/\u066b/gu, '.')
    .replace(/\u066c/gu, ',')
    .replace(/\u2212/gu, '-')
    .replace(/\p{Nd}/gu, (d) => {
      const code = d.codePointAt(0)!;
      for (let zero = code; zero > code - 10; zero--) {
        if (!/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
      }
      return String((code - 0x30) % 10);
    });
}
