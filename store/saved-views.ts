/** Lists that people come back to, their own and those shared in a programme. Row-level security says whose is whose. */
import { problem, Refusal } from '@tilth/domain/problem';
import type { Id } from '@tilth/domain/report/entry';
import type { Tx } from './db.ts';
import type { SavedView } from './store.ts';

/** Saved by one person in one programme. */
const MOST = 200;

interface Row {
  readonly id: Id;
  readonly person: Id;
  readonly kind: string;
  readonly name: string;
  readonly shared: boolean;
  readonly asked: string;
}

/** Those the transaction's person may see, by name. */
export async function savedViews(tx: Tx, programme: string, person: Id): Promise<readonly SavedView[]> {
  const rows = await tx.query<Row>(
    `SELECT id, person, kind, name, shared, asked FROM office.saved_view WHERE programme = $1 ORDER BY name, id`,
    [programme],
  );
  return rows.map(({ person: by, asked, ...row }) => ({
    ...row,
    own: by === person,
    asked: JSON.parse(asked),
  }));
}

/** Saves one, or changes the one of this id. Refuses `saved-view-unknown` when that is somebody else's, `saved-views-too-many`. */
export async function saveView(
  tx: Tx,
  programme: string,
  person: Id,
  view: Omit<SavedView, 'own'>,
): Promise<void> {
  const said = [programme, view.id, view.kind, view.name, view.shared, JSON.stringify(view.asked)];
  const changed = await tx.query(
    `UPDATE office.saved_view SET kind = $3, name = $4, shared = $5, asked = $6
     WHERE programme = $1 AND id = $2::uuid RETURNING id`,
    said,
  );
  if (changed.length > 0) return;
  const [count] = await tx.query<{ n: number }>(
    'SELECT count(*) AS n FROM office.saved_view WHERE programme = $1 AND person = $2::uuid',
    [programme, person],
  );
  if ((count?.n ?? 0) >= MOST) throw new Refusal(problem('saved-views-too-many', { most: MOST }));
  const made = await tx.query(
    `INSERT INTO office.saved_view (programme, id, kind, name, shared, asked, person)
     VALUES ($1, $2::uuid, $3, $4, $5, $6, $7::uuid) ON CONFLICT DO NOTHING RETURNING id`,
    [...said, person],
  );
  if (made.length === 0) throw new Refusal(problem('saved-view-unknown'));
}

/** Refuses `saved-view-unknown` when there is none of this id that is theirs to delete. */
export async function dropView(tx: Tx, programme: string, id: Id): Promise<void> {
  const gone = await tx.query(
    'DELETE FROM office.saved_view WHERE programme = $1 AND id = $2::uuid RETURNING id',
    [programme, id],
  );
  if (gone.length === 0) throw new Refusal(problem('saved-view-unknown'));
}
