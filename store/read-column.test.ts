import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { engines, makeDatabase, removeDatabases } from './databases.testing.ts';

after(removeDatabases);

test('every type comes back the same from both databases, and nothing loses a digit on the way', async () => {
  for (const engine of engines) {
    const database = await makeDatabase(engine);
    const db = database.open();
    await db.asOwner((tx) => tx.exec('CREATE EXTENSION IF NOT EXISTS postgis'));
    const [row] = await db.asOwner((tx) =>
      tx.query(
        `SELECT 7::int2 AS small, -3::int4 AS whole, 9007199254740991::int8 AS safe, 9007199254740993::int8 AS beyond,
           1.50::numeric AS price, 0.12345678901234567890::numeric AS exact, 0.1::float8 AS float, true AS yes, NULL::text AS nothing,
           ' ü ' AS text, '{"b": 1, "a": [1.50]}'::json AS json, '{"b":1,"a":2}'::jsonb AS jsonb,
           date '2024-02-29' AS day, timestamptz '2024-02-29 23:59:59.9876+02' AS instant, timestamptz '2024-01-01 00:00Z' AS midnight,
           '\\xdeadBEEF'::bytea AS bytes, 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'::uuid AS id,
           ARRAY['a', 'b,"c\\d', NULL, '', 'NULL', '{}'] AS texts, ARRAY[[1,2],[3,4]] AS nested, '{}'::int8[] AS none,
           ARRAY[1, 9007199254740993]::int8[] AS numbers, ARRAY['\\x00ff']::bytea[] AS blobs, ARRAY[true, NULL] AS flags,
           ST_AsText(ST_Point(1, 2)) AS point, int4range(1, 5) AS range`,
      ),
    );
    assert.deepEqual(
      row,
      {
        small: 7,
        whole: -3,
        safe: 9007199254740991,
        beyond: '9007199254740993',
        price: 1.5,
        exact: '0.12345678901234567890',
        float: 0.1,
        yes: true,
        nothing: null,
        text: ' ü ',
        json: '{"b": 1, "a": [1.50]}',
        jsonb: '{"a": 2, "b": 1}',
        day: '2024-02-29',
        instant: '2024-02-29T21:59:59.987Z',
        midnight: '2024-01-01T00:00:00.000Z',
        bytes: 'deadbeef',
        id: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
        texts: ['a', 'b,"c\\d', null, '', 'NULL', '{}'],
        nested: [
          [1, 2],
          [3, 4],
        ],
        none: [],
        numbers: [1, '9007199254740993'],
        blobs: ['00ff'],
        flags: [true, null],
        point: 'POINT(1 2)',
        range: '[1,5)',
      },
      engine,
    );
    await db.close();
  }
});
