import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { engines, makeDatabase, removeDatabases } from './databases.testing.ts';

after(removeDatabases);

const uuid = fc.uuid();
const text = fc.string({ unit: 'grapheme' }).filter((t) => !t.includes('\0') && t.isWellFormed());
const types: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  text,
  uuid,
  int4: fc.integer(),
  int8: fc.maxSafeInteger(),
  bigint: fc.maxSafeInteger(),
  float8: fc.double({ noDefaultInfinity: true, noNaN: true }).filter((n) => !Object.is(n, -0)),
  boolean: fc.boolean(),
};

for (const engine of engines) {
  test(`a list given to ${engine} is the list that comes back`, async () => {
    const database = await makeDatabase(engine);
    const db = database.open();
    try {
      for (const [type, value] of Object.entries(types)) {
        await fc.assert(
          fc.asyncProperty(fc.array(fc.option(value)), async (list) => {
            const [row] = await db.asOwner((tx) =>
              tx.query<{ list: unknown }>(`SELECT $1::${type}[] AS list`, [list]),
            );
            assert.deepEqual(row?.list, list);
          }),
          { numRuns: 50 },
        );
      }
    } finally {
      await db.close();
    }
  });

  test(`${engine} says itself what is wrong with a member of a list`, async () => {
    const database = await makeDatabase(engine);
    const db = database.open();
    try {
      const ask = (sql: string, list: unknown[]) => db.asOwner((tx) => tx.query(sql, [list]));
      await assert.rejects(ask('SELECT $1::uuid[]', ['no id']));
      await assert.rejects(ask('SELECT $1::int4[]', [2 ** 40]));
    } finally {
      await db.close();
    }
  });
}
