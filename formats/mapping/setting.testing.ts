/** What drafting needs besides a table, for tests: the built-in model, a started geometry engine, fixed times and secret. */
import { overlayOf } from '@tilth/domain/geometry/geos';
import { builtIn } from '@tilth/domain/record/kinds';
import type { RowDraft } from '@tilth/domain/report/draft';
import initGeosJs from 'geos-wasm';
import { openTable } from '../read/open.ts';
import { withFile } from '../read/samples.testing.ts';
import { type DraftContext, drafts } from './draft.ts';
import type { Mapping } from './mapping.ts';
import { readMapping } from './read-mapping.ts';

let salt = 0;

export const context: DraftContext = {
  programme: 'sample',
  by: '0190aaaa-0000-7000-8000-000000000001',
  today: '2026-02-01',
  written: '2026-02-01T08:00:00.000Z',
  secret: new Uint8Array(32).fill(7),
  random: (n) => new Uint8Array(n).fill(++salt % 256),
  model: builtIn,
  shapes: overlayOf(await initGeosJs()),
};

/** A mapping of the parts given and the least there must be beside them; fails the test when it is wrong. */
export function mappingOf(parts: object): Mapping {
  const whole = {
    mapping: 1,
    name: 'test',
    version: '1',
    source: { name: 'Test file' },
    date: { by: 'report' },
    ...parts,
  };
  const mapping = readMapping(JSON.stringify(whole), builtIn);
  if (!('records' in mapping)) throw new Error(JSON.stringify(mapping));
  return mapping;
}

export type Taken = Extract<RowDraft, { drafts: unknown }>;

export async function draftsOf(
  path: string,
  mapping: Mapping,
  more: Partial<DraftContext> = {},
): Promise<RowDraft[]> {
  const table = await openTable(path, mapping.read ?? {});
  const found: RowDraft[] = [];
  for await (const d of drafts(table, mapping, { ...context, ...more })) found.push(d);
  await table.close();
  return found;
}

/** Drafts of a small file, CSV or GeoJSON by its first character. */
export function drafted(
  content: string,
  mapping: object,
  more: Partial<DraftContext> = {},
): Promise<RowDraft[]> {
  const name = content.startsWith('{') ? 'x.geojson' : 'x.csv';
  return withFile(name, content, (p) => draftsOf(p, mappingOf(mapping), more));
}

export function taken(draft: RowDraft | undefined): Taken {
  if (draft === undefined || !('drafts' in draft)) throw new Error(`not taken: ${JSON.stringify(draft)}`);
  return draft;
}

/** The values a draft's report claims for a property, personal ones as commitments. */
export function claimed(draft: RowDraft | undefined, property: string) {
  return taken(draft)
    .drafts[0]!.report.claims.filter((c) => c.property === property)
    .map((c) => c.value);
}
