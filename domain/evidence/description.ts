/**
 * What is known of an article besides its words. Whose site or paper it stands in, who wrote it, where and when it says it was
 * written, whose it was first and through whose hands it came are six questions with six answers: a relay is not a second
 * voice (design, the fold), so they are never one field.
 */
import { type Problem, problem } from '../problem.ts';
import { isDay } from '../report/day.ts';
import type { Day } from '../report/entry.ts';

export interface Description {
  readonly title: string | null;
  /** whose site, paper or programme the text stands in */
  readonly publisher: string;
  readonly published: Day | null;
  /** as the by-line names them */
  readonly author: string | null;
  /** place and day the piece gives as its own, as it stands in the text */
  readonly date_line: string | null;
  /** the agency or outlet whose text it was first; null where nobody else is named */
  readonly original_publisher: string | null;
  /** further hands it came through, nearest to the publisher last */
  readonly relays: readonly string[];
  /** BCP 47; `und` where nobody knows */
  readonly language: string;
  /** where it stood when it was taken */
  readonly address: string | null;
}

/** A text that only one person or body answers for: what several sites took from it is said once, by it. */
export function firstPublisher({
  original_publisher,
  publisher,
}: Pick<Description, 'original_publisher' | 'publisher'>): string {
  return original_publisher ?? publisher;
}

/** `date-unreadable` for what is no day of the calendar, `date-after-receipt` for a day after `today`; null for neither. */
export function wrongPublished(published: string, today: Day): Problem | null {
  if (!isDay(published)) return problem('date-unreadable', { value: published });
  return published > today ? problem('date-after-receipt', { value: published }) : null;
}
