/**
 * One text for one value: RFC 8785 (JSON Canonicalization Scheme). What is digested, committed to or compared byte for
 * byte is always this text. A value that has no such text (a number that is not finite, NUL, a lone surrogate: PostgreSQL
 * could not hold it either) is named by `unwritable`, which every way in calls before anything is digested.
 */
import { type Problem, problem } from '../problem.ts';

const loneSurrogate = /\p{Surrogate}/u;
const notUnicode = (text: string): boolean => text.includes('\0') || loneSurrogate.test(text);

/** The first place in `x` that has no canonical text, as a problem naming where (a path such as `claims.0.value`), or null. */
export function unwritable(x: unknown, where = ''): Problem | null {
  if (typeof x === 'string') return notUnicode(x) ? problem('text-not-unicode', { where }) : null;
  if (typeof x === 'number') return Number.isFinite(x) ? null : problem('number-not-finite', { where });
  if (typeof x !== 'object' || x === null) return null;
  for (const [key, value] of Object.entries(x)) {
    // a key that is itself unwritable is named by the place that holds it, so that the problem can be stored and sent
    if (notUnicode(key)) return problem('text-not-unicode', { where });
    const found = unwritable(value, where === '' ? key : `${where}.${key}`);
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
  if (typeof x === 'string') {
    if (notUnicode(x)) throw new RangeError('text-not-unicode');
    return JSON.stringify(x);
  }
  if (typeof x === 'number') {
    if (!Number.isFinite(x)) throw new RangeError('number-not-finite');
    return JSON.stringify(x);
  }
  if (typeof x === 'boolean') return x ? 'true' : 'false';
  if (x === null) return 'null';
  if (Array.isArray(x)) {
    let text = '[';
    for (let i = 0; i < x.length; i++) text += (i === 0 ? '' : ',') + canonical(x[i]);
    return `${text}]`;
  }
  if (typeof x !== 'object') throw new RangeError(`no JSON: ${typeof x}`);
  let text = '{';
  const members = x as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(members).sort()) {
    const value = members[key];
    if (value === undefined) continue;
    text += `${(text.length === 1 ? '' : ',') + canonical(key)}:${canonical(value)}`;
  }
  return `${text}}`;
}
