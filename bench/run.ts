/**
 * The bench (design §7): each row on both databases, beside peers on the same machine in the same run.
 *
 *   npm run bench -- --rows import,append --engines postgres --scale 0.1
 *
 * It tells, and never fails because something was slow.
 */
import { parseArgs } from 'node:util';
import { startOverlay } from '@tilth/cli/start-overlay';
import { engines, removeDatabases } from '@tilth/store/databases.testing';
import { tableOf, writeResults } from './print.ts';
import type { Engine, Result } from './result.ts';
import type { Row } from './row.ts';
import { appendRow } from './rows/append.ts';
import { evidenceRow } from './rows/evidence.ts';
import { featuresRow } from './rows/features.ts';
import { importRow } from './rows/import.ts';
import { mapRow } from './rows/map.ts';
import { pageRow } from './rows/page.ts';
import { rebuildRow } from './rows/rebuild.ts';
import { scrollRow } from './rows/scroll.ts';
import { tilesRow } from './rows/tiles.ts';

const rows: readonly Row[] = [
  importRow,
  rebuildRow,
  appendRow,
  mapRow,
  tilesRow,
  featuresRow,
  pageRow,
  scrollRow,
  evidenceRow,
];

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: rows.map((r) => r.name).join(',') },
    engines: { type: 'string', default: engines.join(',') },
    scale: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const wanted = values.rows.split(',');
const unknown = wanted.filter((w) => !rows.some((r) => r.name === w));
if (unknown.length > 0) {
  process.stderr.write(`No such row: ${unknown.join(', ')}. Rows: ${rows.map((r) => r.name).join(', ')}\n`);
  process.exit(2);
}
const on = engines.filter((e: Engine) => values.engines.split(',').includes(e));
const began = new Date();
const results: Result[] = [];
const overlay = await startOverlay();
try {
  for (const row of rows.filter((r) => wanted.includes(r.name))) {
    for (const engine of on) {
      const say = (what: string) => process.stderr.write(`${row.name} on ${engine}: ${what}\n`);
      say(row.about);
      results.push(...(await row.run({ engine, overlay, scale: Number(values.scale), say })));
    }
  }
} finally {
  await removeDatabases();
}
const file = await writeResults(results, began);
process.stdout.write(values.json ? `${JSON.stringify(results)}\n` : `\n${tableOf(results)}\n${file}\n`);
