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

/** Receipts after the number that are looked through for reports dated up to the day. */
const LOOKED_THROUGH = 10_000;
/** Reports whose dates are read in one transaction. */
const PAGE = 5_000;

/** The dates of a programme's reports, in order of receipt; the log is only added to, so what is read once holds. */
export interface ReportDates {
  readonly upTo: number;
  readonly numbers: readonly number[];
  readonly dates: readonly Day[];
}

export async function published(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  day: Day,
): Promise<Published> {
  const { number: last } = await reading(keeper, asker, programme, (tx) =>
    sceneOf(keeper, tx, asker, programme, {}),
  );
  const { numbers, dates } = await datesOf(keeper, asker, programme, last);
  const at = dates.findIndex((date) => date > day);
  const first = numbers[at];
  const number = first === undefined || first > last ? last : first - 1;
  let later = 0;
  if (number < last)
    for (let n = at; n < numbers.length && (numbers[n] ?? 0) <= number + 1 + LOOKED_THROUGH; n++)
      if ((dates[n] ?? '') <= day) later++;
  return reading(keeper, asker, programme, (tx) => stateAt(tx, programme, number, later));
}

/** Those of the last question, and of what has come since: one reading at a time. */
function datesOf(keeper: Keeper, asker: Asker, programme: string, last: number): Promise<ReportDates> {
  const before = keeper.dates.get(programme) ?? Promise.resolve({ upTo: 0, numbers: [], dates: [] });
  const now = before.then((known) => readOn(keeper, asker, programme, known, last));
  keeper.dates.set(programme, now);
  // a failure is not kept
  now.catch(() => keeper.dates.get(programme) === now && keeper.dates.delete(programme));
  return now;
}

async function readOn(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  known: ReportDates,
  last: number,
): Promise<ReportDates> {
  if (known.upTo >= last) return known;
  const numbers = [...known.numbers];
  const dates = [...known.dates];
  for (let after = known.upTo; ; ) {
    const rows = await reading(keeper, asker, programme, (tx) =>
      tx.query<{ number: number; date: Day }>(
        `SELECT number, body::json ->> 'date' AS date FROM log.entry
         WHERE programme = $1 AND type = 'report' AND number > $2 AND number <= $3 ORDER BY number LIMIT $4`,
        [programme, after, last, PAGE],
      ),
    );
    for (const row of rows) {
      numbers.push(row.number);
      dates.push(row.date);
    }
    if (rows.length < PAGE) return { upTo: last, numbers, dates };
    after = numbers.at(-1) ?? last;
  }
}

async function stateAt(tx: Tx, programme: string, number: number, later: number): Promise<Published> {
  const [receipt] = await tx.query<{ instant: Instant }>(
    'SELECT instant FROM log.receipt WHERE programme = $1 AND number = $2',
    [programme, number],
  );
  return { number, instant: receipt?.instant ?? null, later };
}
