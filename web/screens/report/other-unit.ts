/** A figure in the unit people think in beside the one that is stored: hectares beside square metres. */
import type { Unit } from '@tilth/domain/record/kind';
import type { Value } from '@tilth/domain/report/entry';
import type { Language } from '../../language/language.tsx';

/** From which figure on another unit reads better, and how many of the stored one it holds. */
const OTHER: Readonly<Partial<Record<Unit, readonly [unit: string, from: number, holds: number]>>> = {
  m2: ['ha', 1000, 10_000],
  m: ['km', 1000, 1000],
  mm: ['cm', 10, 10],
  kg: ['t', 1000, 1000],
};

/** Null where the stored unit says it best. */
export function inOtherUnit(
  { number, min, max }: Extract<Value, { type: 'number' }>,
  unit: Unit | undefined,
  { say, sayIf, number: written }: Language,
): string | null {
  const other = unit && OTHER[unit];
  if (!other) return null;
  const [name, from, holds] = other;
  if (Math.max(number ?? 0, min ?? 0, max ?? 0) < from) return null;
  const text = (n: number) => `${written(n / holds, 4)} ${sayIf(`web.form.unit.${name}`) ?? name}`;
  if (number !== undefined) return text(number);
  if (min !== undefined && max !== undefined)
    return say('web.value.range', { min: text(min), max: text(max) });
  if (min !== undefined) return say('web.value.at-least', { min: text(min) });
  return max === undefined ? null : say('web.value.at-most', { max: text(max) });
}
