/** A filter as text, as people read it in the address: what read.ts reads. One filter has one text. */
import type { Condition, Test } from './condition.ts';
import { NUMBER, reserved, tokensOf } from './token.ts';

const words: Readonly<Record<Test, string>> = {
  is: 'is',
  'is-not': 'is not',
  'one-of': 'is one of',
  'none-of': 'is none of',
  contains: 'contains',
  lacks: 'does not contain',
  less: '<',
  'at-most': '<=',
  more: '>',
  'at-least': '>=',
  between: 'between',
  before: 'before',
  after: 'after',
  empty: 'is empty',
  filled: 'is not empty',
  disputed: 'is disputed',
  agreed: 'is not disputed',
};

/** `hazard_status is open and reported_area > 2 ha`; the empty text for no condition. */
export function writeFilter(conditions: readonly Condition[]): string {
  return conditions.map(writeCondition).join(' and ');
}

function writeCondition({ property, test, values }: Condition): string {
  const said = values.map(writeValue);
  const after =
    test === 'one-of' || test === 'none-of'
      ? `(${said.join(', ')})`
      : said.join(test === 'between' ? ' and ' : ' ');
  return [property, words[test], ...(after === '' ? [] : [after])].join(' ');
}

/** Without quotes where it is read as the same value without them. */
function writeValue(value: string): string {
  const bare = /^(\S+)(?: (\S+))?$/u.exec(value);
  const [, first = '', unit] = bare ?? [];
  const tokens = bare === null ? 0 : tokensOf(value);
  const plain =
    typeof tokens !== 'number' &&
    tokens.every((t) => t.type === 'word' && !reserved.has(t.text.toLowerCase())) &&
    tokens.length === (unit === undefined ? 1 : 2) &&
    // a number takes the word after it for its unit
    (unit === undefined || NUMBER.test(first));
  return plain ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}
