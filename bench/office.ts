/** An open store on a new database, with one programme and somebody who may do everything in it. */
import type { Shapes } from '@tilth/domain/geometry/geos';
import type { RowDraft } from '@tilth/domain/report/draft';
import { makeDatabase, type TestDatabase } from '@tilth/store/databases.testing';
import { openStore } from '@tilth/store/open';
import type { Asker, Store } from '@tilth/store/store';
import type { Engine } from './result.ts';

export const PROGRAMME = 'bench';
export const SOURCE = 'made for the bench';

export interface Office {
  readonly store: Store;
  readonly place: TestDatabase['place'];
  readonly asker: Asker;
  /** as an import with --approve */
  fill(rows: Iterable<RowDraft>): Promise<void>;
  /** closes the store and removes its database */
  remove(): Promise<void>;
}

export async function openOffice(engine: Engine, overlay: Shapes): Promise<Office> {
  const database = await makeDatabase(engine);
  const store = await openStore({ ...database.place, overlay });
  await store.addProgramme({
    id: PROGRAMME,
    name: 'Bench',
    zone: 'UTC',
    public: { '*': 'restricted' },
    invented: true,
  });
  const person = await store.addPerson({ name: 'Bench', role: 'administrator', programme: PROGRAMME });
  const asker = await store.asker(person);
  return {
    store,
    place: database.place,
    asker,
    async fill(rows) {
      const options = { programme: PROGRAMME, source: SOURCE, approve: true, dryRun: false };
      const { refused, waiting } = await store.intake(asker, asStream(rows), options);
      if (refused + waiting > 0) throw new Error(`${refused} rows were refused, ${waiting} wait`);
    },
    async remove() {
      await store.close();
      await database.remove();
    },
  };
}

async function* asStream<T>(rows: Iterable<T>): AsyncGenerator<T> {
  yield* rows;
}
