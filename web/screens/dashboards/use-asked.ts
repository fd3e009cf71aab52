/** What the dashboard is asked for: the months, and one administrative unit or operator. It stands in the address. */
import { offered } from '@tilth/domain/figures/figure';
import { lastDayOf } from '@tilth/domain/report/day';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

export interface Asked {
  readonly period: { readonly from: string; readonly to: string };
  readonly unit: string | null;
  readonly operator: string | null;
  /** what narrows a figure; `left`: something is asked for that the figure can't be narrowed by */
  readonly whereOf: (figure: string) => {
    readonly where: Readonly<Record<string, string>>;
    readonly left: boolean;
  };
}

const day = /^\d{4}-\d{2}-\d{2}$/;

export function useAsked(): Asked {
  const { own, at } = useAddress();
  const { today } = useHere();
  const last = at ?? today;
  const to = day.test(own.to ?? '') ? (own.to ?? last) : last;
  const from = day.test(own.from ?? '') && (own.from ?? '') <= to ? (own.from ?? '') : yearBefore(to);
  const unit = own.unit ?? null;
  const operator = own.operator ?? null;
  return {
    period: { from, to },
    unit,
    operator,
    whereOf: (figure) => {
      const by = offered.find((f) => f.id === figure)?.by ?? [];
      const where: Record<string, string> = {};
      if (unit !== null && by.includes('pcode')) where.pcode = unit;
      const charge = ['organisation', 'responsible'].find((p) => by.includes(p));
      if (operator !== null && charge !== undefined) where[charge] = operator;
      const asked = (unit === null ? 0 : 1) + (operator === null ? 0 : 1);
      return { where, left: Object.keys(where).length < asked };
    },
  };
}

/** The first day of the month eleven months before that of `to`: a year in whole months. */
function yearBefore(to: string): string {
  const [year = 0, month = 1] = to.split('-').map(Number);
  return month === 12 ? `${year}-01-01` : `${year - 1}-${String(month + 1).padStart(2, '0')}-01`;
}

/** The last day of a month `YYYY-MM`. */
export function endOf(month: string): string {
  const [year = 0, n = 1] = month.split('-').map(Number);
  return lastDayOf(year, n) ?? `${month}-28`;
}
