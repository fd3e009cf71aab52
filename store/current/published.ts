/**
 * From a day of publication to a receipt number: how far this office's log goes before the first report dated after that day.
 * A record that was entered in one go has receipts of one day; asked up to this number it answers as of what was public then.
 */
import type { Day, Instant } from '@tilth/domain/report/entry';
import type { Asker } from '../store.ts';
import { type Keeper, reading } from './keeper.ts';
import { sceneOf } from './scene.ts';

export interface Published {
  /** the last receipt before that of the first report dated after the day; 0: the first receipt is one */
  readonly number: number;
  /** when it was received; null before the first */
  readonly instant: Instant | null;
  /** reports dated up to the day that came after later ones, and are not within the number */
  readonly later: number;
}

export async function published(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  day: Day,
): Promise<Published> {
  return reading(keeper, asker, programme, async (tx) => {
    const { number: last } = await sceneOf(keeper, tx, asker, programme, {});
    // once over the log, and not as JSON: of a canonical body the date stands right before the form
    const [found] = await tx.query<{ number: number | null; later: number }>(
      `WITH dated AS MATERIALIZED (
         SELECT number, substring(body FROM ',"date":"([0-9-]{10})","form":"') AS date
         FROM log.entry WHERE programme = $1 AND type = 'report'),
       first AS (SELECT min(number) AS number FROM dated WHERE date > $2)
       SELECT first.number, count(dated.number) AS later
       FROM first LEFT JOIN dated ON dated.number > first.number AND dated.date <= $2 GROUP BY first.number`,
      [programme, day],
    );
    const number = found?.number == null ? last : found.number - 1;
    const [receipt] = await tx.query<{ instant: Instant }>(
      'SELECT instant FROM log.receipt WHERE programme = $1 AND number = $2',
      [programme, number],
    );
    return { number, instant: receipt?.instant ?? null, later: found?.later ?? 0 };
  });
}
