/**
 * The days by which something recurring is due next, counted from a day and including it: the end of the week (Sunday, ISO
 * 8601) and of the month for sheets and operators' reports; 31 March for the national annual reports of CCW Amended Protocol
 * II and Protocol V; 30 April for the transparency reports of APMBC Article 7(2) and CCM Article 7(2).
 */
import { lastDayOf, nextDay } from '../report/day.ts';
import type { Day } from '../report/entry.ts';
import { daysBetween } from './days-between.ts';

export type NextDate = 'week' | 'month' | 'ccw' | 'article-7';

/** In order of their days; those of one day in the order of this list. */
export function nextDates(today: Day): readonly { readonly what: NextDate; readonly day: Day }[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const yearly = (monthAndDay: string): Day => {
    const now = `${today.slice(0, 4)}-${monthAndDay}`;
    return now >= today ? now : `${String(year + 1).padStart(4, '0')}-${monthAndDay}`;
  };
  const all: readonly { readonly what: NextDate; readonly day: Day }[] = [
    { what: 'week', day: sundayFrom(today) },
    { what: 'month', day: lastDayOf(year, month) ?? today },
    { what: 'ccw', day: yearly('03-31') },
    { what: 'article-7', day: yearly('04-30') },
  ];
  return all.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** A Sunday to count weeks from. */
const SUNDAY = '2023-01-01';

function sundayFrom(today: Day): Day {
  const past = ((daysBetween(SUNDAY, today) % 7) + 7) % 7;
  let day = today;
  for (let n = past; n > 0 && n < 7; n++) day = nextDay(day);
  return day;
}
