/** What the functions of the current view work with; open.ts makes one for each open store. */
import type { Overlay } from '@tilth/domain/geometry/overlay';
import type { Day, Id, Instant } from '@tilth/domain/report/entry';
import type { Actor, Db, Tx } from '../db.ts';
import type { Asker } from '../store.ts';
import type { Alignments } from './alignments.ts';
import { Kept } from './kept.ts';
import type { Overlap } from './overlaps.ts';
import type { ReportDates } from './published.ts';
import type { Cells } from './row.ts';
import type { Said } from './said.ts';
import type { HazardFigures } from './totals.ts';

export interface Keeper {
  readonly db: Db;
  readonly overlay: Overlay;
  /** id of the office */
  readonly office: string;
  readonly now: () => Instant;
  /** folds at other times: rows */
  readonly folds: Kept<readonly Cells[]>;
  /** ids of the items that may be disputed, by kind */
  readonly unsettled: Kept<ReadonlyMap<string, readonly Id[]>>;
  /** what is said of the items of a kind, for readers of the same rights */
  readonly said: Kept<Said>;
  readonly aligned: Kept<Omit<Alignments, 'stamp'>>;
  /** when the reports of a programme are dated, as far as it was asked */
  readonly dates: Map<string, Promise<ReportDates>>;
  /** how many rows matched, and how many reports waited */
  readonly counts: Kept<number>;
  /** ids of long lists in their order */
  readonly orders: Kept<readonly Id[]>;
  readonly figures: Kept<HazardFigures>;
  /** m² of land counted once, by the outlines it is of */
  readonly unions: Kept<number>;
  readonly overlaps: Kept<readonly Overlap[]>;
}

/** Characters of rows of other times: with their geometry some 300 MB at most, ten maps of 11,000 areas. */
const FOLD_CHARACTERS = 100_000_000;

/** Characters of claims as they are said: 100,000 claims, of all askers. */
const SAID_CHARACTERS = 50_000_000;

/** Some 100 bytes each. */
const MOST_IDS = 1_000_000;

/** A keeper that remembers nothing yet. */
export function makeKeeper(db: Db, overlay: Overlay, office: string, now: () => Instant): Keeper {
  return {
    db,
    overlay,
    office,
    now,
    folds: new Kept(FOLD_CHARACTERS),
    unsettled: new Kept(MOST_IDS),
    said: new Kept(SAID_CHARACTERS),
    aligned: new Kept(SAID_CHARACTERS),
    dates: new Map(),
    counts: new Kept(5_000),
    orders: new Kept(MOST_IDS),
    figures: new Kept(500),
    unions: new Kept(100_000),
    overlaps: new Kept(100_000),
  };
}

/** The actor of a read: the server's role, for one programme. */
export function readerOf(asker: Asker, programme: string): Actor {
  return { role: 'server', programmes: [programme], person: asker.person };
}

/**
 * Runs `work` as the server's role, which reads the log and the views of schema `shown`, for one programme: rows, counts and
 * the stamp's number are of one state.
 */
export function reading<T>(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return readingAs(keeper.db, readerOf(asker, programme), work);
}

/** As `reading`, for any actor that may read the views. */
export function readingAs<T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.read(actor, async (tx) => {
    const [, answer] = await Promise.all([tx.exec(`${DOOR} IN ACCESS SHARE MODE`), work(tx)]);
    return answer;
  });
}

/**
 * Whoever reads the views comes in by this lock, before the state is fixed that they are to see; a rebuild that puts new
 * tables in the old ones' place takes it alone. So nobody stands between the two, and neither waits for the other for ever.
 */
export const DOOR = 'LOCK TABLE shown.waiting';

const calendars = new Map<string, Intl.DateTimeFormat>();

/** One for each zone: making it takes longer than many appends. */
function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  calendars.set(zone, made);
  return made;
}

/** The calendar day it is in a time zone. */
export function dayIn(zone: string, now: Instant): Day {
  const parts = calendarOf(zone).formatToParts(new Date(now));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
