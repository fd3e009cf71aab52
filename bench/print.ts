/** The table people read, and the file programs read. */
import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, platform, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMet, type Result, ratioOf } from './result.ts';

const figure = (n: number, unit: string) => `${n >= 100 ? n.toFixed(0) : n.toFixed(n >= 10 ? 1 : 2)} ${unit}`;

export function tableOf(results: readonly Result[]): string {
  const rows = [['work', 'on', 'ours', 'beside', 'theirs', 'ratio', 'aim', 'met']];
  for (const r of results) {
    const ratio = ratioOf(r);
    const met = isMet(r);
    rows.push([
      r.work,
      r.engine,
      figure(r.ours, r.unit),
      r.peer?.what ?? '',
      r.peer ? figure(r.peer.value, r.unit) : '',
      ratio === null ? '' : `${ratio.toFixed(ratio < 1 ? 2 : 1)} ×`,
      aimOf(r),
      met === null ? '' : met ? 'yes' : 'no',
    ]);
  }
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((r) => r[i]!.length)));
  const lines = rows.map((r) =>
    r
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
  const notes = results.flatMap((r) => (r.note ? [`${r.work} (${r.engine}): ${r.note}`] : []));
  return `${[...lines, '', ...notes].join('\n')}\n`;
}

function aimOf({ aim, unit }: Result): string {
  if (aim === undefined) return '';
  if ('ratio' in aim) return `≤ ${Number(aim.ratio.toFixed(2))} ×`;
  return 'most' in aim ? `≤ ${aim.most} ${unit}` : `≥ ${aim.least} ${unit}`;
}

/** Writes the results and the machine they are of under bench/results/; says where. */
export async function writeResults(results: readonly Result[], began: Date): Promise<string> {
  const directory = fileURLToPath(new URL('results', import.meta.url));
  await mkdir(directory, { recursive: true });
  const file = path.join(directory, `${began.toISOString().replace(/[:.]/g, '-')}.json`);
  const machine = {
    node: process.version,
    platform: `${platform()} ${arch()}`,
    processors: cpus().length,
    processor: cpus()[0]?.model ?? '',
    memory_bytes: totalmem(),
  };
  const rows = results.map((r) => ({ ...r, ratio: ratioOf(r), met: isMet(r) }));
  await writeFile(file, `${JSON.stringify({ began: began.toISOString(), machine, rows }, null, 1)}\n`);
  return file;
}
