/**
 * The current view anew from the log, by the very fold that keeps it up to date. It is written into tables beside the old
 * ones, page by page in transactions of their own, and takes their place in one last short transaction: people go on
 * reading and writing meanwhile, and a rebuild that is killed leaves the old view as it was.
 */
import type { Overlay } from '@tilth/domain/geometry/overlay';
import { builtIn } from '@tilth/domain/record/kinds';
import { actAs, continueAs } from './act-as.ts';
import { foldTouched } from './current/fold-touched.ts';
import { DOOR } from './current/keeper.ts';
import { entriesBetween } from './current/load.ts';
import { replaceRows } from './current/replace-rows.ts';
import { modelAt } from './current/scene.ts';
import { indexesSql, madeOf, tablesSql, viewsSql } from './current/tables.ts';
import { foldPage, PAGE_ENTRIES, readPage, type WalkedPage } from './current/walk-log.ts';
import type { Actor, Db, Tx } from './db.ts';
import { lastNumber } from './read-log.ts';

const kinds = [...builtIn.kinds.values()];
const LOCK = 7171_0002;

function actor(role: Actor['role'], programmes: readonly string[]): Actor {
  return { role, programmes, person: null };
}

/** Makes or remakes the tables where they are not those of this version: on every opening, usually reading one row. */
export async function ensureCurrent(
  db: Db,
  overlay: Overlay,
  progress?: (entries: number) => void,
): Promise<void> {
  if (await isMade(db)) return;
  await alone(db, async () => {
    if (!(await isMade(db))) await remake(db, overlay, progress);
  });
}

/** Rebuilds the view of all programmes. `progress` is told how many entries are folded. */
export async function rebuild(db: Db, overlay: Overlay, progress?: (entries: number) => void): Promise<void> {
  await alone(db, () => remake(db, overlay, progress));
}

/** Within a transaction of the tables' owner: whatever the tables hold is not the log's, so the next opening remakes them. */
export async function forgetCurrent(tx: Tx): Promise<void> {
  const [there] = await tx.query<{ made: boolean }>(`SELECT to_regclass('current.made') IS NOT NULL AS made`);
  if (there?.made) await tx.exec('DELETE FROM current.made');
}

async function isMade(db: Db): Promise<boolean> {
  return db.transaction(actor('migrate', []), async (tx) => {
    const [there] = await tx.query<{ made: boolean }>(`SELECT to_regclass('shown.made') IS NOT NULL AS made`);
    if (!there?.made) return false;
    const [made] = await tx.query<{ fold: number; derived: string }>('SELECT fold, derived FROM shown.made');
    const now = madeOf(kinds);
    return made?.fold === now.fold && made.derived === now.derived;
  });
}

const turns = new WeakMap<Db, Promise<unknown>>();

/** Never two rebuilds at once: neither in this process nor, on PostgreSQL, in another one. */
async function alone(db: Db, work: () => Promise<void>): Promise<void> {
  const mine = (turns.get(db) ?? Promise.resolve()).then(() =>
    // the embedded database has one process and one connection, which the work needs itself
    db.engine === 'pglite'
      ? work()
      : db.transaction(actor('migrate', []), async (tx) => {
          await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
          await work();
        }),
  );
  turns.set(
    db,
    mine.catch(() => undefined),
  );
  await mine;
}

async function programmesIn(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>('SELECT id FROM office.programme ORDER BY id');
  return rows.map((r) => r.id);
}

async function remake(db: Db, overlay: Overlay, progress?: (entries: number) => void): Promise<void> {
  await db.transaction(actor('migrate', []), (tx) =>
    tx.exec(`DROP SCHEMA IF EXISTS current_next CASCADE;\n${tablesSql(kinds, 'current_next')}`),
  );
  const folded = new Map<string, number>();
  let done = 0;
  const say = (entries: number) => {
    done += entries;
    progress?.(done);
  };
  for (const programme of await db.transaction(actor('migrate', []), programmesIn)) {
    folded.set(programme, await fill(db, overlay, programme, say));
  }
  await db.transaction(actor('migrate', []), (tx) => tx.exec(indexesSql(kinds, 'current_next')));
  await db.transaction(actor('migrate', []), (tx) => putInPlace(tx, folded, overlay));
}

/** Writes all rows of a programme, page by page; the number up to which the log is folded. */
async function fill(
  db: Db,
  overlay: Overlay,
  programme: string,
  say: (entries: number) => void,
): Promise<number> {
  const fold = actor('fold', [programme]);
  const { upTo, model, rules } = await db.transaction(fold, async (tx) => {
    const last = await lastNumber(tx, programme);
    return { upTo: last, ...(await modelAt(tx, programme, last)) };
  });
  // a page is written while the next one, which was read before, is folded: also where there is one connection only
  let written: Promise<unknown> = Promise.resolve();
  let folded: WalkedPage | null = null;
  const write = async (page: WalkedPage | null) => {
    await written;
    if (page === null) return;
    const { promise: sent, resolve } = Promise.withResolvers<void>();
    written = db.transaction(fold, async (tx) => {
      replaceRows(
        { tx, schema: 'current_next', programme, number: upTo, model, log: page.log, newFrom: 0 },
        page.items,
        page.entries,
        page.views,
      );
      await tx.sent();
      resolve();
    });
    written.catch(() => undefined);
    await Promise.race([sent, written]);
    say(((page.number - 1) % PAGE_ENTRIES) + 1);
  };
  try {
    for (let first = 1; first <= upTo; first += PAGE_ENTRIES) {
      const read = await db.transaction(fold, (tx) => readPage(tx, programme, first, upTo));
      await write(folded);
      folded = foldPage(read, rules, model, overlay);
    }
    await write(folded);
  } finally {
    await written;
  }
  return upTo;
}

/** The last transaction: what came in meanwhile is folded too, then the new tables stand in the old ones' place. */
async function putInPlace(tx: Tx, folded: ReadonlyMap<string, number>, overlay: Overlay): Promise<void> {
  // no programme is added, and appends wait, until the new tables stand in their place
  await tx.exec('LOCK TABLE office.programme IN SHARE MODE');
  const programmes = await programmesIn(tx);
  await tx.exec(actAs(actor('migrate', programmes)));
  await tx.query('SELECT programme FROM log.counter ORDER BY programme FOR UPDATE');
  await continueAs(tx, 'fold');
  for (const programme of programmes) await catchUp(tx, programme, folded.get(programme) ?? 0, overlay);
  await continueAs(tx, 'migrate');
  await swap(tx);
}

/** Folds what was appended while the pages were written. */
async function catchUp(tx: Tx, programme: string, after: number, overlay: Overlay): Promise<void> {
  const last = await lastNumber(tx, programme);
  if (last === after) return;
  const fresh = await entriesBetween(tx, programme, after + 1, last);
  await foldTouched(tx, programme, fresh, overlay, 'current_next');
}

async function swap(tx: Tx): Promise<void> {
  const { fold, derived } = madeOf(kinds);
  await tx.query('INSERT INTO current_next.made (fold, derived) VALUES ($1, $2)', [fold, derived]);
  const [there] = await tx.query<{ shown: boolean }>(
    `SELECT to_regclass('shown.waiting') IS NOT NULL AS shown`,
  );
  if (there?.shown) await tx.exec(`${DOOR} IN ACCESS EXCLUSIVE MODE`);
  await tx.exec(
    [
      'DROP SCHEMA IF EXISTS shown CASCADE;',
      'DROP SCHEMA IF EXISTS current CASCADE;',
      'ALTER SCHEMA current_next RENAME TO current;',
      viewsSql(kinds),
    ].join('\n'),
  );
}
