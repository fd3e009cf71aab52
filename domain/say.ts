/**
 * Fills the facts of a problem into its sentence. The sentences are ICU MessageFormat, of which this reads what our
 * words use: `{fact}`, `{fact, plural, =0 {…} one {…} other {… # …}}`, `{fact, select, a {…} other {…}}`, and
 * apostrophes that quote braces. A translator's tools know the format; a library of 100 kB for one substitution is not
 * worth its weight on a phone.
 */

/** A sentence that can't be read: braces that don't close, or a plural without `other`. A fault in words, never in data. */
export class SentenceFault extends Error {}

/**
 * The sentence with its facts filled in, as plain text. Lists are joined with commas; null is left empty; a fact that
 * is not given stays visible as `{name}`, so that the fault is seen. `language` is a BCP 47 tag and decides plurals.
 * Throws `SentenceFault` when the sentence itself is broken.
 */
export function say(sentence: string, facts: Readonly<Record<string, unknown>>, language = 'en'): string {
  const { text, end } = read(sentence, 0, facts, language, null);
  if (end !== sentence.length) throw new SentenceFault(`a brace too many in “${sentence}”`);
  return text;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return value === null || value === undefined ? '' : String(value);
}

/** Reads up to the end or to the closing brace of the branch it is in; `count` is what `#` stands for. */
function read(
  s: string,
  start: number,
  facts: Readonly<Record<string, unknown>>,
  language: string,
  count: string | null,
): { text: string; end: number } {
  let text = '';
  let i = start;
  while (i < s.length && s[i] !== '}') {
    const c = s[i];
    if (c === "'" && s[i + 1] === "'") {
      text += "'";
      i += 2;
    } else if (c === "'" && (s[i + 1] === '{' || s[i + 1] === '}')) {
      const close = s.indexOf("'", i + 1);
      if (close < 0) throw new SentenceFault(`a quote that does not close in “${s}”`);
      text += s.slice(i + 1, close);
      i = close + 1;
    } else if (c === '#' && count !== null) {
      text += count;
      i += 1;
    } else if (c === '{') {
      const filled = fill(s, i, facts, language, count);
      text += filled.text;
      i = filled.end;
    } else {
      text += c;
      i += 1;
    }
  }
  return { text, end: i };
}

function fill(
  s: string,
  open: number,
  facts: Readonly<Record<string, unknown>>,
  language: string,
  count: string | null,
): { text: string; end: number } {
  const head = /^\{\s*([\w-]+)\s*(\}|,\s*(plural|select)\s*,)/u.exec(s.slice(open));
  if (head === null) throw new SentenceFault(`“${s.slice(open)}” is not understood`);
  const name = head[1] ?? '';
  const value = facts[name];
  let i = open + head[0].length;
  if (head[2] === '}') return { text: name in facts ? shown(value) : `{${name}}`, end: i };
  const plural = head[3] === 'plural';
  const wanted = plural ? pluralKeys(value, language) : [shown(value), 'other'];
  const branches = new Map<string, string>();
  for (;;) {
    const key = /^\s*(=?[\w-]+)\s*\{/u.exec(s.slice(i));
    if (key === null) break;
    const branch = read(s, i + key[0].length, facts, language, plural ? shown(value) : count);
    if (s[branch.end] !== '}') throw new SentenceFault(`a branch that does not close in “${s}”`);
    branches.set(key[1] ?? '', branch.text);
    i = branch.end + 1;
  }
  const close = /^\s*\}/u.exec(s.slice(i));
  const chosen = wanted.find((k) => branches.has(k));
  if (close === null || chosen === undefined) throw new SentenceFault(`no branch for “${name}” in “${s}”`);
  return { text: branches.get(chosen) ?? '', end: i + close[0].length };
}

function pluralKeys(value: unknown, language: string): string[] {
  const n = typeof value === 'number' ? value : Number(shown(value));
  return [`=${n}`, new Intl.PluralRules(language).select(n), 'other'];
}
