/**
 * What a finite number of a unit may be: no length, area, count or time below zero; whole where things or people are
 * counted; a percentage up to 100; a bearing up to 360 degrees. Bounds may not cross, and the number lies within them.
 */
import { type Problem, problem } from '../problem.ts';
import type { Value } from '../report/entry.ts';
import type { Unit } from './kind.ts';

const MOST: Readonly<Partial<Record<Unit, number>>> = { percent: 100, degrees: 360 };

/** Amounts of money may be corrections; a number without a unit may be anything. */
function leastOf(unit: Unit | undefined): number {
  return unit === undefined || unit === 'money' ? Number.NEGATIVE_INFINITY : 0;
}

/** Null when the number can be taken in the unit; else the first problem, naming the property. */
export function checkNumber(
  name: string,
  unit: Unit | undefined,
  value: Extract<Value, { type: 'number' }>,
): Problem | null {
  const { number, min, max, precision } = value;
  const stated = [number, min, max].filter((n) => n !== undefined);
  if (stated.length === 0) return problem('value-empty', { property: name });
  const least = leastOf(unit);
  const most = (unit && MOST[unit]) ?? Number.POSITIVE_INFINITY;
  for (const n of stated) {
    if (n < least) return problem('number-too-low', { property: name, value: n, least });
    if (n > most) return problem('number-too-high', { property: name, value: n, most });
    if (unit === 'count' && !Number.isInteger(n))
      return problem('count-not-whole', { property: name, value: n });
  }
  if (precision !== undefined && precision < 0)
    return problem('number-too-low', { property: name, value: precision, least: 0 });
  const [low, high] = [min ?? number ?? max, max ?? number ?? min];
  const middle = number ?? low;
  if (low !== undefined && high !== undefined && middle !== undefined && (low > middle || middle > high))
    return problem('number-bounds-crossed', { property: name, low, high });
  return null;
}
