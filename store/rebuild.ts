/**
 * The current view anew from the log, by the very fold that keeps it up to date. It is written into tables beside the old
 * ones, page by page in transactions of their own, and takes their place in one last short transaction: people go on
 * reading and writing meanwhile, and a rebuild that is killed leaves the old view as it was.
 */
import type { Overlay } from '@tilth/domain/geometry/overlay';
import { builtIn } from '@tilth/domain/record/kinds';
import { continueAs } from './act-as.ts';
import { foldTouched } from './current/fold-touched.ts';
import { entriesBetween } from './current/load.ts';
import { replaceRows } from './current/replace-rows.ts';
import { modelAt } from './current/scene.ts';
import { indexesSql, madeOf, tablesSql, viewsSql } from './current/tables.ts';
import { PAGE_ENTRIES, walkPage } from './current/walk-log.ts';
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
  programmes: readonly string[],
  progress?: (entries: number) => void,
): Promise<void> {
  if (await isMade(db)) return;
  await alone(db, async () => {
    if (!(await isMade(db))) await remake(db, overlay, programmes, progress);
  });
}

/** Rebuilds the view of all programmes (all must be named). `progress` is told how many entries are folded. */
export async function rebuild(
  db: Db,
  overlay: Overlay,
  programmes: readonly string[],
  progress?: (entries: number) => void,
): Promise<void> {
  await alone(db, () => remake(db, overlay, programmes, progress));
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

/** Never two rebuilds at once. The embedded database has one process anyway, and one connection. */
async function alone(db: Db, work: () => Promise<void>): Promise<void> {
  if (db.engine === 'pglite') return work();
  await db.transaction(actor('migrate', []), async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await work();
  });
}

async function remake(
  db: Db,
  overlay: Overlay,
  programmes: readonly string[],
  progress?: (entries: number) => void,
): Promise<void> {
  await db.transaction(actor('migrate', []), (tx) =>
    tx.exec(`DROP SCHEMA IF EXISTS current_next CASCADE;\n${tablesSql(kinds, 'current_next')}`),
  );
  const folded = new Map<string, number>();
  let done = 0;
  for (const programme of programmes) {
    const fold = actor('fold', [programme]);
    const { upTo, model, rules } = await db.transaction(fold, async (tx) => {
      const last = await lastNumber(tx, programme);
      return { upTo: last, ...(await modelAt(tx, programme, last)) };
    });
    // a page is written while the next one is read and folded
    let written: Promise<unknown> = Promise.resolve();
    try {
      for (let first = 1; first <= upTo; first += PAGE_ENTRIES) {
        const page = await db.transaction(fold, (tx) =>
          walkPage(tx, programme, first, upTo, rules, model, overlay),
        );
        await written;
        written = db.transaction(fold, (tx) =>
          replaceRows(
            { tx, schema: 'current_next', programme, number: upTo, model, log: page.log, newFrom: 0 },
            page.items,
            page.entries,
            page.views,
          ),
        );
        written.catch(() => undefined);
        done += Math.min(PAGE_ENTRIES, upTo - first + 1);
        progress?.(done);
      }
    } finally {
      await written;
    }
    folded.set(programme, upTo);
  }
  await db.transaction(actor('migrate', []), (tx) => tx.exec(indexesSql(kinds, 'current_next')));
  await db.transaction(actor('migrate', programmes), async (tx) => {
    // appends wait here until the new tables stand in their place
    await tx.query('SELECT programme FROM log.counter ORDER BY programme FOR UPDATE');
    await continueAs(tx, 'fold');
    for (const [programme, upTo] of folded) await catchUp(tx, programme, upTo, overlay);
    await continueAs(tx, 'migrate');
    await swap(tx);
  });
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
  await tx.exec(
    [
      'DROP SCHEMA IF EXISTS shown CASCADE;',
      'DROP SCHEMA IF EXISTS current CASCADE;',
      'ALTER SCHEMA current_next RENAME TO current;',
      viewsSql(kinds),
    ].join('\n'),
  );
}
