/**
 * Numbers are published rounded. One whose last figures are zeros stands for all that round to it, as long as three figures
 * are left: 139,000 is 138,500 to 139,500, but 100 is 100. A number said to be *about* stands for all that round to its last
 * figure that is not zero: about 300,000 is 250,000 to 350,000. Whoever states a precision, a bound or a range means that.
 */
import type { Value } from '../report/entry.ts';

const FIGURES = 3;

/** The number with how far it may be off for its rounding; as it is where it says so itself, and where it is no number. */
export function asRounded(value: Value, about = false): Value {
  if (value.type !== 'number' || value.number === undefined) return value;
  if (value.precision !== undefined || value.min !== undefined || value.max !== undefined) return value;
  const step = stepOf(Math.abs(value.number), about);
  return step === 0 ? value : { ...value, precision: step / 2 };
}

/** The unit it is rounded to: a power of ten, 0 for none. */
function stepOf(n: number, about: boolean): number {
  if (!Number.isInteger(n) || n === 0) return 0;
  const digits = String(n).length;
  let step = 1;
  for (let d = digits; n % (step * 10) === 0 && (about || d > FIGURES); d--) step *= 10;
  return step === 1 && !about ? 0 : step;
}
