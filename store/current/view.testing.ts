/** An office with its current view, for tests: entries go in as they come, and the view comes out as text. */
import { overlayOf, type Shapes } from '@tilth/domain/geometry/geos';
import { Refusal } from '@tilth/domain/problem';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Entry } from '@tilth/domain/report/entry';
import initGeosJs from 'geos-wasm';
import { continueAs } from '../act-as.ts';
import { appendEntries } from '../append-entries.testing.ts';
import type { Engine } from '../databases.testing.ts';
import type { Db } from '../db.ts';
import { prepare } from '../log.ts';
import { addProgramme } from '../programmes.ts';
import { ensureCurrent } from '../rebuild.ts';
import { makeOffice, type Office, PROGRAMME } from '../samples.testing.ts';
import type { Asker, Role } from '../store.ts';
import { tableName } from './columns.ts';
import { foldTouched } from './fold-touched.ts';
import { type Keeper, makeKeeper } from './keeper.ts';

let shapes: Promise<Shapes> | undefined;

/** One GEOS for the process. */
export function testOverlay(): Promise<Shapes> {
  shapes ??= initGeosJs().then(overlayOf);
  return shapes;
}

export interface ViewOffice extends Office {
  readonly keeper: Keeper;
  readonly overlay: Shapes;
  /** appends and folds in one transaction; entries whose id is on record with other content are left out */
  take(entries: readonly Entry[], programme?: string): Promise<void>;
  /** all rows of the view but for the number they were folded up to */
  view(programme?: string): Promise<readonly string[]>;
  /** the view as it stands in another database */
  viewIn(db: Db): Promise<readonly string[]>;
  /** one more programme, so that a test can begin with an empty log */
  programme(): Promise<string>;
  /** as `programme`, with the office's people in their roles */
  staffed(): Promise<string>;
  everyProgramme(): Promise<readonly string[]>;
  asker(role: Role | null, programme?: string): Asker;
}

export async function makeViewOffice(engine: Engine): Promise<ViewOffice> {
  const office = await makeOffice(engine);
  const overlay = await testOverlay();
  await ensureCurrent(office.db, overlay);
  let made = 0;
  const person = office.people.administrator;
  const make = async (staffed: boolean) => {
    const id = `p${++made}`;
    await office.db.transaction({ role: 'server', programmes: [id], person: null }, async (tx) => {
      await addProgramme(tx, { id, name: id });
      if (!staffed) return;
      await tx.query(
        `INSERT INTO office.role (programme, person, role)
         SELECT $1, person, role FROM office.role WHERE programme = $2 AND person = ANY ($3::uuid[])`,
        [id, PROGRAMME, Object.values(office.people)],
      );
    });
    return id;
  };
  return {
    ...office,
    overlay,
    keeper: makeKeeper(office.db, overlay, 'test office', () => new Date().toISOString()),
    async take(entries, programme = PROGRAMME) {
      for (const entry of entries) {
        await office.db
          .transaction({ role: 'server', programmes: [programme], person }, async (tx) => {
            const { fresh } = await appendEntries(tx, programme, [prepare(entry)], new Date().toISOString());
            await continueAs(tx, 'fold');
            await foldTouched(tx, programme, fresh, overlay);
          })
          .catch((error) => {
            if (!(error instanceof Refusal && error.problem.code === 'id-reused')) throw error;
          });
      }
    },
    view: (programme = PROGRAMME) => viewOf(office.db, programme),
    viewIn: (db) => viewOf(db, PROGRAMME),
    programme: () => make(false),
    staffed: () => make(true),
    everyProgramme: () =>
      office.db.transaction({ role: 'server', programmes: [], person: null }, async (tx) =>
        (await tx.query<{ id: string }>('SELECT id FROM office.programme ORDER BY id')).map((r) => r.id),
      ),
    asker: (role, programme = PROGRAMME) => ({
      person: role === null ? null : office.people[role],
      roles: new Map(role === null ? [] : [[programme, role]]),
    }),
  };
}

async function viewOf(db: Db, programme: string): Promise<readonly string[]> {
  const tables = [...builtIn.kinds.values()].map((k) => tableName(k.name));
  return db.transaction({ role: 'fold', programmes: [programme], person: null }, async (tx) => {
    const rows = await tx.query<{ row: string }>(
      [...tables, 'item', 'waiting']
        .map(
          (t) =>
            `SELECT '${t} ' || (to_jsonb(k) - 'folded_number')::text AS row FROM current.${t} k WHERE programme = $1`,
        )
        .join(' UNION ALL '),
      [programme],
    );
    return rows.map((r) => r.row).sort();
  });
}
