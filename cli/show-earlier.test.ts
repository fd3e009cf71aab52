/** What `show` tells of values that a later report took the place of. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { findsMapping, json, room, run, useOffice } from './office.testing.ts';

useOffice(async () => {
  await json(0, 'programme', 'add', 'one', '--name', 'One');
  await writeFile(join(room, 'map.json'), JSON.stringify(findsMapping));
  for (const [file, row] of [
    ['first.csv', '1,2009-05-01,by the ditch,17,44'],
    ['second.csv', '1,2019-05-01,by the mill,17,44'],
  ] as const) {
    await writeFile(join(room, file), `id,day,remark,lon,lat\n${row}\n`);
    await json(0, 'import', file, '--mapping', 'map.json', '--approve');
  }
});

test('an earlier value is told below the one that stands, with who said it of when', async () => {
  const { out } = await run('show', '1');
  assert.match(out, /remark: by the mill\n/);
  assert.match(out, /\n {4}earlier: by the ditch \(Some operator, 2009-05-01 to 2009-05-01\)\n/);
  assert.doesNotMatch(out, /local_id: 1\n.*\n {4}earlier/, 'what was said again is no earlier value');
});
