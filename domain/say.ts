/**
 * Fills the facts of a problem, or any other words, into their sentence. Sentences are ICU MessageFormat, which
 * translators' tools know; intl-messageformat (FormatJS) reads it.
 */
import { IntlMessageFormat } from 'intl-messageformat';

/** A sentence that can't be read: braces that don't close, or a plural without `other`. A fault in words, never in data. */
export class SentenceFault extends Error {}

const read = new Map<string, IntlMessageFormat>();

/**
 * The sentence with its facts filled in, as plain text. Lists are joined with commas; null is left empty; a fact that
 * is not given stays visible as `{name}`, so that the fault is seen. `language` is a BCP 47 tag and decides plurals.
 * Throws `SentenceFault` when the sentence itself is broken. `direction`: which way the sentence runs, where it is shown
 * on a page: a fact that runs the other way, as a Latin name in an Arabic sentence, is then isolated (UAX 9), so that the
 * words and the full stop around it keep their places.
 */
export function say(
  sentence: string,
  facts: Readonly<Record<string, unknown>>,
  language = 'en',
  direction?: 'ltr' | 'rtl',
): string {
  const message = messageOf(sentence, language);
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, isolated(shownAs(value), direction)]),
  );
  const lookup = new Proxy(shown, {
    has: () => true,
    get: (known, name) =>
      typeof name === 'string' && !(name in known) ? `{${name}}` : known[name as string],
    getOwnPropertyDescriptor: (_, name) => ({ configurable: true, enumerable: true, value: name }),
  });
  try {
    return message
      .formatToParts<Isolated>(lookup)
      .map((part) => (part.value instanceof Isolated ? part.value.between : String(part.value)))
      .join('');
  } catch (error) {
    throw new SentenceFault(`“${sentence}”: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
}

function messageOf(sentence: string, language: string): IntlMessageFormat {
  const key = `${language} ${sentence}`;
  const known = read.get(key);
  if (known) return known;
  try {
    // tags are text here: nothing of a sentence is ever markup
    const message = new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true });
    read.set(key, message);
    return message;
  } catch (error) {
    throw new SentenceFault(`“${sentence}”: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
}

/** Numbers stay numbers, for the plural; what is no text becomes text. */
function shownAs(value: unknown): string | number {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map((v) => String(v)).join(', ');
  return value === null || value === undefined ? '' : String(value);
}

/** A fact that runs the other way than its sentence. It chooses among cases as its plain text does. */
class Isolated {
  readonly plain: string;
  constructor(plain: string) {
    this.plain = plain;
  }
  toString(): string {
    return this.plain;
  }
  /** between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE */
  get between(): string {
    return `\u2068${this.plain}\u2069`;
  }
}

/** Hebrew, Arabic, Syriac, Thaana, N’Ko and their presentation forms. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const FROM_LEFT = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u;

function isolated(value: string | number, direction: 'ltr' | 'rtl' | undefined): string | number | Isolated {
  if (direction === undefined || typeof value === 'number') return value;
  return (direction === 'rtl' ? FROM_LEFT : FROM_RIGHT).test(value) ? new Isolated(value) : value;
}
