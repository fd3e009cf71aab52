import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { engines, makeDatabase, removeDatabases } from './databases.testing.ts';
import { migrate } from './migrate.ts';

after(removeDatabases);

for (const engine of engines) {
  describe(`migrations on ${engine}`, () => {
    test('run once, twice, and by two openers at the same time, with the same result', async () => {
      const database = await makeDatabase(engine, { bare: true });
      const db = database.open();
      await Promise.all([migrate(db), migrate(db)]);
      await migrate(db);
      const rows = await db.asOwner((tx) =>
        tx.query<{ name: string }>('SELECT name FROM tilth.migration ORDER BY name'),
      );
      assert.equal(rows[0]?.name, '0001-office.sql');
      assert.equal(new Set(rows.map((r) => r.name)).size, rows.length);
      await db.close();
    });

    test('a migration that changed after it was applied is refused', async () => {
      const database = await makeDatabase(engine, { bare: true });
      const db = database.open();
      await migrate(db);
      await db.asOwner((tx) =>
        tx.exec(`UPDATE tilth.migration SET digest = 'x' WHERE name = '0002-log.sql'`),
      );
      await assert.rejects(migrate(db), {
        problem: { code: 'migration-changed', facts: { migration: '0002-log.sql' } },
      });
      await db.close();
    });

    test('every key of the log, the room and the captures begins with the programme', async () => {
      const database = await makeDatabase(engine, { bare: true });
      const db = database.open();
      await migrate(db);
      const rows = await db.asOwner((tx) =>
        tx.query<{ key: string; first: string }>(`
          SELECT c.oid::regclass::text || ' ' || i.indexrelid::regclass::text AS key, a.attname AS first
          FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
          WHERE i.indisunique AND n.nspname IN ('log', 'room', 'capture')`),
      );
      assert.ok(rows.length >= 8);
      for (const row of rows) assert.equal(row.first, 'programme', row.key);
      await db.close();
    });
  });
}
