/**
 * One text for one value: RFC 8785 (JSON Canonicalization Scheme). What is digested, committed to or compared byte for
 * byte is always this text. A value that has no such text (a number that is not finite, NUL, a lone surrogate: PostgreSQL
 * could not hold it either) is named by `unwritable`, which every way in calls before anything is digested.
 */
import { type Problem, problem } from '../problem.ts';

const notUnicode = (text: string): boolean => !text.isWellFormed() || text.includes('\0');

/** The first place in `x` that has no canonical text, as a problem naming where (a path such as `claims.0.value`), or null. */
export function unwritable(x: unknown, where = ''): Problem | null {
  // almost everything can be written: paths are put together only for what can't
  return isWritable(x) ? null : firstUnwritable(x, where);
}

function isWritable(x: unknown): boolean {
  if (typeof x === 'string') return !notUnicode(x);
  if (typeof x === 'number') return Number.isFinite(x);
  if (typeof x !== 'object' || x === null) return true;
  if (Array.isArray(x)) return x.every(isWritable);
  const members = membersOf(x);
  for (const key in members)
    if (Object.hasOwn(members, key) && (notUnicode(key) || !isWritable(members[key]))) return false;
  return true;
}

function firstUnwritable(x: unknown, where: string): Problem | null {
  if (typeof x === 'string') return notUnicode(x) ? problem('text-not-unicode', { where }) : null;
  if (typeof x === 'number') return Number.isFinite(x) ? null : problem('number-not-finite', { where });
  if (typeof x !== 'object' || x === null) return null;
  for (const [key, value] of Object.entries(x)) {
    // a key that is itself unwritable is named by the place that holds it, so that the problem can be stored and sent
    if (notUnicode(key)) return problem('text-not-unicode', { where });
    const found = firstUnwritable(value, where === '' ? key : `${where}.${key}`);
    if (found) return found;
  }
  return null;
}

/**
 * The RFC 8785 text of a JSON value: keys in order of UTF-16 code units, no spaces, numbers as ECMAScript prints them.
 * A key whose value is `undefined` is left out, as JSON does. Throws RangeError where `unwritable` would have named a
 * problem: callers check what comes from outside first.
 */
export function canonical(x: unknown): string {
  const ordered = inOrder(x);
  return ordered === undefined ? written(x) : JSON.stringify(ordered);
}

/** Keys that an object does not keep in the order they were set in, or does not keep at all. */
const unruly = /^(\d+|__proto__)$/;

/**
 * The value that reading its canonical text would give, its keys in that text's order: `JSON.stringify` of it is that
 * text, and much quicker than writing it piece by piece. `undefined` where no object keeps the order (keys that are
 * numbers). Throws as `canonical` does.
 */
export function inOrder<T>(x: T): T | undefined {
  return ordered(x) as T | undefined;
}

function ordered(x: unknown): unknown {
  if (typeof x === 'string') return checkedText(x);
  // JSON has no negative zero
  if (typeof x === 'number') return checkedNumber(x) === 0 ? 0 : x;
  if (typeof x === 'boolean' || x === null) return x;
  if (Array.isArray(x)) {
    const out: unknown[] = [];
    for (const member of x) {
      const value = ordered(member);
      if (value === undefined) return undefined;
      out.push(value);
    }
    return out;
  }
  const out: Record<string, unknown> = {};
  const members = membersOf(x);
  for (const key of sortedKeys(members)) {
    const member = members[key];
    if (member === undefined) continue;
    if (unruly.test(checkedText(key))) return undefined;
    const value = ordered(member);
    if (value === undefined) return undefined;
    out[key] = value;
  }
  return out;
}

function checkedText(text: string): string {
  if (notUnicode(text)) throw new RangeError('text-not-unicode');
  return text;
}

function checkedNumber(n: number): number {
  if (!Number.isFinite(n)) throw new RangeError('number-not-finite');
  return n;
}

function membersOf(x: unknown): Readonly<Record<string, unknown>> {
  if (typeof x !== 'object') throw new RangeError(`no JSON: ${typeof x}`);
  return x as Readonly<Record<string, unknown>>;
}

const MANY_KEYS = 30;

function sortedKeys(members: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = Object.keys(members);
  if (keys.length > MANY_KEYS) return keys.sort();
  // by insertion: keys are few and mostly in order, and sorting them the general way is much of an import's garbage
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let at = i;
    for (; at > 0 && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!;
    keys[at] = key;
  }
  return keys;
}

/** The text, piece by piece. */
function written(x: unknown): string {
  if (Array.isArray(x)) return `[${x.map(written).join(',')}]`;
  if (typeof x !== 'object' || x === null) return JSON.stringify(ordered(x));
  const members = membersOf(x);
  const texts = sortedKeys(members)
    .filter((key) => members[key] !== undefined)
    .map((key) => `${JSON.stringify(checkedText(key))}:${written(members[key])}`);
  return `{${texts.join(',')}}`;
}
