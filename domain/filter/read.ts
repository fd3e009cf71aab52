/**
 * Reads the small language of filters:
 *
 *     filter     condition and condition …
 *     condition  property is [not] value | property is [not] empty | property is [not] disputed
 *                property is one of (value, …) | property is none of (value, …)
 *                property contains value | property does not contain value
 *                property < value, also <= > >= = !=
 *                property between value and value | property before value | property after value
 *     value      a word, a number with or without a unit, or any text in double quotes
 *
 * Capitals make no difference in its own words. Whether a property exists and what fits it is checked.ts's to say.
 */
import { type Problem, problem } from '../problem.ts';
import type { Condition, Test } from './condition.ts';
import { NUMBER, type Token, tokensOf } from './token.ts';

const signs: Readonly<Record<string, Test>> = {
  '=': 'is',
  '!=': 'is-not',
  '<': 'less',
  '<=': 'at-most',
  '>': 'more',
  '>=': 'at-least',
};

/** The conditions in order; none for an empty text. Problem `filter-unreadable`: where (from 1), and what was expected there. */
export function readFilter(text: string): readonly Condition[] | Problem {
  const tokens = tokensOf(text);
  if (typeof tokens === 'number') return unreadable(tokens, 'quote');
  const reader = new Reader(tokens, text.length + 1);
  const conditions: Condition[] = [];
  if (tokens.length === 0) return conditions;
  do {
    const condition = reader.condition();
    if ('code' in condition) return condition;
    conditions.push(condition);
  } while (reader.takes('and'));
  return reader.ended ? conditions : unreadable(reader.at, 'and');
}

type Expected = 'quote' | 'property' | 'test' | 'value' | 'list' | 'and';

function unreadable(at: number, expected: Expected): Problem {
  return problem('filter-unreadable', { at, expected });
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  get ended(): boolean {
    return this.#next >= this.#tokens.length;
  }

  get at(): number {
    return this.#tokens[this.#next]?.at ?? this.#end;
  }

  /** Goes past these words of the language where they stand next. */
  takes(...said: readonly string[]): boolean {
    const stand = said.every((word, i) => {
      const token = this.#tokens[this.#next + i];
      return token !== undefined && token.type !== 'quoted' && token.text.toLowerCase() === word;
    });
    if (stand) this.#next += said.length;
    return stand;
  }

  condition(): Condition | Problem {
    const first = this.#tokens[this.#next];
    if (first?.type !== 'word' || !/^[a-z][a-z0-9_]*$/.test(first.text))
      return unreadable(this.at, 'property');
    this.#next++;
    const test = this.#test();
    if (test === null) return unreadable(this.at, 'test');
    const values = this.#values(test);
    return Array.isArray(values) ? { property: first.text, test, values } : (values as Problem);
  }

  #test(): Test | null {
    if (this.takes('is', 'not', 'empty')) return 'filled';
    if (this.takes('is', 'empty')) return 'empty';
    if (this.takes('is', 'not', 'disputed')) return 'agreed';
    if (this.takes('is', 'disputed')) return 'disputed';
    if (this.takes('is', 'one', 'of')) return 'one-of';
    if (this.takes('is', 'none', 'of')) return 'none-of';
    if (this.takes('is', 'not')) return 'is-not';
    if (this.takes('is')) return 'is';
    if (this.takes('contains')) return 'contains';
    if (this.takes('does', 'not', 'contain')) return 'lacks';
    if (this.takes('between')) return 'between';
    if (this.takes('before')) return 'before';
    if (this.takes('after')) return 'after';
    const sign = Object.keys(signs).find((s) => this.takes(s));
    return sign === undefined ? null : (signs[sign] ?? null);
  }

  #values(test: Test): readonly string[] | Problem {
    switch (test) {
      case 'empty':
      case 'filled':
      case 'disputed':
      case 'agreed':
        return [];
      case 'one-of':
      case 'none-of': {
        if (!this.takes('(')) return unreadable(this.at, 'list');
        const values: string[] = [];
        do {
          const value = this.#value();
          if (value === null) return unreadable(this.at, 'value');
          values.push(value);
        } while (this.takes(','));
        return this.takes(')') ? values : unreadable(this.at, 'list');
      }
      case 'between': {
        const least = this.#value();
        if (least === null) return unreadable(this.at, 'value');
        if (!this.takes('and')) return unreadable(this.at, 'and');
        const most = this.#value();
        return most === null ? unreadable(this.at, 'value') : [least, most];
      }
      default: {
        const value = this.#value();
        return value === null ? unreadable(this.at, 'value') : [value];
      }
    }
  }

  /** A number takes the word after it for its unit. */
  #value(): string | null {
    const token = this.#tokens[this.#next];
    if (token === undefined || token.type === 'sign') return null;
    if (token.type === 'word' && token.text.toLowerCase() === 'and') return null;
    this.#next++;
    if (token.type === 'quoted' || !NUMBER.test(token.text)) return token.text;
    const unit = this.#tokens[this.#next];
    if (unit?.type !== 'word' || unit.text.toLowerCase() === 'and') return token.text;
    this.#next++;
    return `${token.text} ${unit.text}`;
  }
}
