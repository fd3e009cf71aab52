/** The view at other times, asked for by several at once. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import { removeDatabases } from '../databases.testing.ts';
import { allAt } from './as-known.ts';
import { readerOf } from './keeper.ts';
import { sceneOf } from './scene.ts';
import { makeViewOffice } from './view.testing.ts';

after(removeDatabases);

test('many who ask for one day at once wait for one fold, and a fold that fails is made anew', async () => {
  const office = await makeViewOffice('pglite');
  const programme = await office.programme();
  const asker = office.asker('administrator', programme);
  const actor = readerOf(asker, programme);
  const scene = await office.db.transaction(actor, (tx) =>
    sceneOf(office.keeper, tx, asker, programme, { at: '2020-01-01' }),
  );
  const kind = builtIn.kinds.get('hazardous-area');
  assert.ok(kind);
  const { read } = office.db;
  let reads = 0;
  const keeper = {
    ...office.keeper,
    db: {
      ...office.db,
      read: (async (...given) => {
        reads += 1;
        if (reads === 1) throw new Error('the database went away');
        return read(...given);
      }) satisfies typeof read,
    },
  };
  const ask = () => allAt(keeper, actor, scene, kind);
  const failed = await Promise.allSettled([ask(), ask()]);
  assert.deepEqual(
    failed.map((f) => f.status),
    ['rejected', 'rejected'],
  );
  reads = 1;
  await Promise.all([ask(), ask(), ask()]);
  assert.equal(reads, 2, 'one more page of items read, for all three');
  await office.db.close();
});
