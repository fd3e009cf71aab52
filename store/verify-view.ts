/** Whether the kept view is what the log adds up to, row by row and column by column; and nothing besides. */
import type { Overlay } from '@tilth/domain/geometry/overlay';
import { type Problem, problem } from '@tilth/domain/problem';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Id } from '@tilth/domain/report/entry';
import { foldItems } from '@tilth/domain/report/fold';
import { closureOf } from '@tilth/domain/report/mentions';
import type { ItemView } from '@tilth/domain/report/view';
import { continueAs } from './act-as.ts';
import { tableName } from './current/columns.ts';
import { readingAs } from './current/keeper.ts';
import { LogReading } from './current/load.ts';
import { type ItemRow, itemRows, rowsByKind, waitingRows } from './current/replace-rows.ts';
import { modelAt } from './current/scene.ts';
import { madeOf } from './current/tables.ts';
import { PAGE_ENTRIES, walkPage } from './current/walk-log.ts';
import { differing } from './current/write-rows.ts';
import type { Db, Tx } from './db.ts';
import { lastNumber } from './read-log.ts';
import type { Finding } from './store.ts';

const kinds = [...builtIn.kinds.values()];

/** Compares the view with the fold of the log up to `upTo`. What is appended meanwhile is looked at again in the end. */
export async function verifyView(
  db: Db,
  overlay: Overlay,
  programme: string,
  upTo: number,
): Promise<readonly Finding[]> {
  const actor = { role: 'fold', programmes: [programme], person: null } as const;
  const outdated = await readingAs(db, actor, async (tx) => {
    const [made] = await tx.query<{ fold: number; derived: string }>('SELECT fold, derived FROM shown.made');
    const now = madeOf(kinds);
    return made?.fold !== now.fold || made.derived !== now.derived;
  });
  if (outdated) return [{ problem: problem('view-of-other-version') }];
  const suspect = new Set<Id>();
  for (let first = 1; first <= upTo; first += PAGE_ENTRIES) {
    const different = await readingAs(db, actor, async (tx) => {
      const { model, rules } = await modelAt(tx, programme, upTo);
      const page = await walkPage(tx, programme, first, upTo, rules, model, overlay);
      const items = itemRows(page.items, page.entries, page.views);
      return compare(tx, programme, items, page.views, page.log, model);
    });
    for (const id of different) suspect.add(id);
  }
  const problems = await db.transaction({ ...actor, role: 'migrate' }, async (tx) => {
    // appends wait, so that what differs now differs indeed
    await tx.query('SELECT next FROM log.counter WHERE programme = $1 FOR UPDATE', [programme]);
    await continueAs(tx, 'fold');
    const certain = suspect.size === 0 ? [] : await again(tx, overlay, programme, [...suspect]);
    return [...certain, ...(await surplus(tx, programme))];
  });
  return problems.map((p) => ({ problem: p }));
}

/** Items whose rows are not as they should be. */
async function compare(
  tx: Tx,
  programme: string,
  items: readonly ItemRow[],
  views: readonly ItemView[],
  log: LogReading,
  model: Parameters<typeof rowsByKind>[1],
): Promise<Id[]> {
  const wrong: Id[] = [];
  const expected = rowsByKind(views, model);
  for (const [name, rows] of expected) {
    const kind = builtIn.kinds.get(name);
    if (kind) wrong.push(...(await differing(tx, programme, kind, rows)));
  }
  for (const name of new Set(items.map((i) => i.kind))) {
    const none = new Set(items.filter((i) => i.kind === name).map((i) => i.id));
    for (const row of expected.get(name) ?? []) none.delete(row.id);
    if (builtIn.kinds.has(name)) wrong.push(...(await present(tx, programme, name, [...none])));
  }
  const books = await tx.query<{ id: Id }>(
    `SELECT s.id FROM unnest($2::text[], $3::uuid[], $4::uuid[]) s (kind, id, head)
     LEFT JOIN shown.item i ON i.programme = $1 AND i.kind = s.kind AND i.id = s.id
     WHERE i.head IS DISTINCT FROM s.head`,
    [programme, items.map((r) => r.kind), items.map((r) => r.id), items.map((r) => r.head)],
  );
  for (const { id } of books) wrong.push(id);
  wrong.push(...(await waitingWrongly(tx, programme, views, log)));
  return wrong;
}

/** Those of these ids that have a row under the kind. */
async function present(tx: Tx, programme: string, kind: string, ids: readonly Id[]): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    `SELECT id FROM shown.${tableName(kind)} WHERE programme = $1 AND id = ANY ($2::uuid[])`,
    [programme, ids],
  );
  return rows.map((r) => r.id);
}

async function waitingWrongly(
  tx: Tx,
  programme: string,
  views: readonly ItemView[],
  log: LogReading,
): Promise<Id[]> {
  const expected = new Map(waitingRows(views, log).map((r) => [r.number, r]));
  const itemOf = new Map<number, Id>();
  for (const view of views) {
    for (const { id } of view.reports) for (const n of log.numbersOf(id)) itemOf.set(n, view.id);
  }
  const held = await tx.query<{ number: number; report: Id; standing: string }>(
    `SELECT number, report, standing FROM shown.waiting WHERE programme = $1 AND number = ANY ($2::bigint[])`,
    [programme, [...itemOf.keys()]],
  );
  const found = new Map(held.map((r) => [r.number, r]));
  return [...itemOf].flatMap(([number, item]) => {
    const [a, b] = [expected.get(number), found.get(number)];
    return a?.report === b?.report && a?.standing === b?.standing ? [] : [item];
  });
}

async function again(
  tx: Tx,
  overlay: Overlay,
  programme: string,
  suspect: readonly Id[],
): Promise<readonly Problem[]> {
  const last = await lastNumber(tx, programme);
  const { model, rules } = await modelAt(tx, programme, last);
  const log = new LogReading(tx, programme, last);
  const { items, entries } = await closureOf(suspect, log.load);
  const views = foldItems([...rules, ...entries], items, null, model, overlay);
  const books = itemRows(new Set(items), entries, views);
  const wrong = await compare(tx, programme, books, views, log, model);
  const kindOf = new Map(books.map((b) => [b.id, b.kind]));
  return [...new Set(wrong)].sort().map((id) => problem('view-differs', { kind: kindOf.get(id) ?? '', id }));
}

/** Rows that no entry accounts for. */
async function surplus(tx: Tx, programme: string): Promise<readonly Problem[]> {
  const found: Problem[] = [];
  const count = async (kind: string, sql: string, params: readonly unknown[]) => {
    const [row] = await tx.query<{ count: number }>(sql, [programme, ...params]);
    if (row && row.count > 0) found.push(problem('view-surplus', { kind, count: row.count }));
  };
  for (const kind of kinds) {
    await count(
      kind.name,
      `SELECT count(*) AS count FROM shown.${tableName(kind.name)} k WHERE k.programme = $1 AND NOT EXISTS (
         SELECT FROM shown.item i WHERE i.programme = $1 AND i.kind = $2 AND i.id = k.id AND i.head = k.id)`,
      [kind.name],
    );
  }
  await count(
    'item',
    `SELECT count(*) AS count FROM shown.item i WHERE i.programme = $1 AND NOT EXISTS (
       SELECT FROM log.mention m WHERE m.programme = $1 AND m.target = i.id)`,
    [],
  );
  await count(
    'waiting',
    `SELECT count(*) AS count FROM shown.waiting w WHERE w.programme = $1 AND NOT EXISTS (
       SELECT FROM log.entry e WHERE e.programme = $1 AND e.number = w.number AND e.id = w.report)`,
    [],
  );
  return found;
}
