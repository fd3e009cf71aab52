/** Exports as they are compared: what they say of themselves, and their items in an order that depends on no id. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Office } from './office.ts';
import { room } from './shared-data.ts';

export interface Exported {
  readonly stamp: Readonly<Record<string, string>>;
  /** one feature a line, as written */
  readonly lines: readonly string[];
}

/** A kind as GeoJSON, which the writer puts one feature a line. */
export async function exported(office: Office, kind: string, ...times: string[]): Promise<Exported> {
  const file = join(await room(), 'export.geojson');
  await office.json(0, 'export', kind, '--format', 'geojson', '-o', file, ...times);
  const [head = '', ...lines] = (await readFile(file, 'utf8')).split('\n');
  const { stamp } = JSON.parse(`${head}]}`);
  return { stamp, lines: lines.filter((l) => l.startsWith('{')).map((l) => l.replace(/,$/, '')) };
}

/**
 * Ids are derived under a secret of each programme, so two offices give one row different ones. Without them and in
 * order of content, the same record gives the same lines.
 */
export function withoutIds({ lines }: Exported): readonly string[] {
  return lines.map((l) => l.replace(/"id":"[0-9a-f-]{36}",/, '')).sort();
}
