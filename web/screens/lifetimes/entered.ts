/** The numbers that a reader entered for the study, as they stand in the address; what is not there has its usual value. */
import { type Ageing, type Count, faultOfRange } from '@tilth/domain/claimed-lifetime/envelope';
import {
  type CountedOf,
  type FieldFigure,
  faultOfFigure,
} from '@tilth/domain/claimed-lifetime/observed-share';
import type { Problem } from '@tilth/domain/problem';
import type { Saying } from '@tilth/domain/report/sayings';

export const counted: readonly CountedOf[] = ['used', 'activated', 'found'];
export type Stage = 'self-destruct' | 'self-deactivate';

export interface Entered {
  readonly emplaced: Count;
  /** what the number of items counts */
  readonly itemsAre: CountedOf;
  readonly ageing: Ageing;
  readonly figure: FieldFigure | null;
  readonly stage: Stage;
  readonly byDay: number;
  /** what is wrong with the figure that was entered */
  readonly wrongFigure: Problem | null;
  /** what is wrong with what was entered */
  readonly faults: readonly ('items' | 'timer' | 'trigger' | 'figure')[];
  /** where the number of items comes from */
  readonly from: 'entered' | 'record' | 'example';
}

/** Stands in where nobody knows how many. */
const EXAMPLE: Count = { low: 1000, high: 1000 };
/** The most that age may be said to change anything, as a factor. */
export const MOST_FACTOR = 100;

export function enteredFrom(own: Readonly<Record<string, string>>, sayings: readonly Saying[]): Entered {
  const number = (name: string) => (own[name] === undefined ? null : Number(own[name]));
  const range = (name: string, usual: Count): Count => ({
    low: number(`${name}_low`) ?? usual.low,
    high: number(`${name}_high`) ?? usual.high,
  });
  const record = recorded(sayings);
  const typed = own.items_low !== undefined || own.items_high !== undefined;
  const emplaced = range('items', record ?? EXAMPLE);
  const ageing = {
    timer: range('timer', { low: 1, high: 1 }),
    trigger: range('trigger', { low: 1, high: 1 }),
  };
  const [k, n] = [number('k'), number('n')];
  const figure =
    k === null || n === null ? null : { k, n, of: counted.find((c) => c === own.figure_of) ?? 'used' };
  const wrong = figure === null ? null : faultOfFigure(figure);
  return {
    emplaced,
    itemsAre: own.items_are === 'activated' ? 'activated' : 'used',
    ageing,
    figure: wrong === null ? figure : null,
    wrongFigure: wrong,
    stage: own.stage === 'self-deactivate' ? 'self-deactivate' : 'self-destruct',
    byDay: dayOf(number('by_day')),
    faults: [
      ...(faultOfRange(emplaced, 1e9) === null ? [] : ['items' as const]),
      ...(faultOfRange(ageing.timer, MOST_FACTOR) === null ? [] : ['timer' as const]),
      ...(faultOfRange(ageing.trigger, MOST_FACTOR) === null ? [] : ['trigger' as const]),
      ...(wrong === null ? [] : ['figure' as const]),
    ],
    from: typed ? 'entered' : record === null ? 'example' : 'record',
  };
}

/** A day of the study: as entered, within a hundred years; what is none is the thirtieth. */
function dayOf(entered: number | null): number {
  return entered === null || !Number.isFinite(entered) ? 30 : Math.min(36_500, Math.max(0, entered));
}

/** How many, as somebody on record says: between the lowest and the highest said in force, where both ends are. */
function recorded(sayings: readonly Saying[]): Count | null {
  const said = sayings.flatMap(({ property, place, value }) => {
    if (property !== 'quantity' || place === 'earlier' || value.type !== 'number') return [];
    const { number, precision = 0, min, max } = value;
    const [low, high] = number === undefined ? [min, max] : [number - precision, number + precision];
    return low === undefined || high === undefined ? [] : [{ low, high }];
  });
  return said.length === 0
    ? null
    : { low: Math.min(...said.map((s) => s.low)), high: Math.max(...said.map((s) => s.high)) };
}
