/** The derived SQL that reviewers read is what the store makes. `TILTH_WRITE_DERIVED=1` writes it anew. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import { derivedSql } from './tables.ts';

const file = new URL('./derived.sql', import.meta.url);

test('derived.sql is in step with the record definitions', async () => {
  const sql = derivedSql([...builtIn.kinds.values()]);
  if (process.env.TILTH_WRITE_DERIVED === '1') await writeFile(file, sql);
  const printed = await readFile(file, 'utf8');
  assert.ok(printed === sql, 'run this test with TILTH_WRITE_DERIVED=1 and read what changed');
});
