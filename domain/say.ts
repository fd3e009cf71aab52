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
 * Throws `SentenceFault` when the sentence itself is broken.
 */
export function say(sentence: string, facts: Readonly<Record<string, unknown>>, language = 'en'): string {
  const message = messageOf(sentence, language);
  const shown = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, shownAs(value)]));
  const lookup = new Proxy(shown, {
    has: () => true,
    get: (known, name) =>
      typeof name === 'string' && !(name in known) ? `{${name}}` : known[name as string],
    getOwnPropertyDescriptor: (_, name) => ({ configurable: true, enumerable: true, value: name }),
  });
  try {
    return String(message.format(lookup));
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
