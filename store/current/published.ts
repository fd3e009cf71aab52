/**
 * From a day of publication to a receipt number: how far this office's log goes before the first report dated after that day.
 * A record that was entered in one go has receipts of one day; asked up to this number it answers as of what was public then.
 */
import type { Day, Instant } from '@tilth/domain/report/entry';
import type { Tx } from '../db.ts';
import type { Asker } from '../store.ts';
import { type Keeper, reading } from './keeper.ts';
import { sceneOf } from './scene.ts';

export interface Published {
  /** the last receipt before that of the first report dated after the day; 0: the first receipt is one */
  readonly number: number;
  /** when it was received; null before the first */
  readonly instant: Instant | null;
  /** reports dated up to the day that came after later ones, among the ten thousand receipts after the number */
  readonly later: number;
}

/** Not read as JSON, which takes longer: of a canonical body the date stands right before the form. */
const DATE = `substring(body FROM ',"date":"([0-9-]{10})","form":"')`;
/** Receipts after the number that are looked through for reports dated up to the day. */
const LOOKED_THROUGH = 10_000;

export async function published(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  day: Day,
): Promise<Published> {
  return reading(keeper, asker, programme, async (tx) => {
    const { number: last } = await sceneOf(keeper, tx, asker, programme, {});
    // nothing is dated after its receipt: what was received before the day began, in any zone, is not dated after it
    const [start] = await tx.query<{ number: number | null }>(
      `SELECT min(number) AS number FROM log.receipt WHERE programme = $1 AND instant >= $2`,
      [programme, beginOf(day)],
    );
    if (start?.number == null) return stateAt(tx, programme, last, 0);
    const [first] = await tx.query<{ number: number }>(
      `SELECT number FROM log.entry WHERE programme = $1 AND type = 'report' AND number >= $3 AND ${DATE} > $2
       ORDER BY number LIMIT 1`,
      [programme, day, start.number],
    );
    if (first === undefined) return stateAt(tx, programme, last, 0);
    const [after] = await tx.query<{ n: number }>(
      `SELECT count(*) AS n FROM log.entry WHERE programme = $1 AND type = 'report' AND number > $3
         AND number <= $3 + ${LOOKED_THROUGH} AND ${DATE} <= $2`,
      [programme, day, first.number],
    );
    return stateAt(tx, programme, first.number - 1, after?.n ?? 0);
  });
}

/** Databases know no year 0. */
function beginOf(day: Day): Instant {
  const begin = Date.parse(`${day}T00:00:00Z`);
  return new Date(Math.max(begin, Date.parse('0001-01-01T00:00:00Z'))).toISOString();
}

async function stateAt(tx: Tx, programme: string, number: number, later: number): Promise<Published> {
  const [receipt] = await tx.query<{ instant: Instant }>(
    'SELECT instant FROM log.receipt WHERE programme = $1 AND number = $2',
    [programme, number],
  );
  return { number, instant: receipt?.instant ?? null, later };
}
