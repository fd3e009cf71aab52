/**
 * A kind as a file: the one way from what somebody asked for to bytes, whether the command line, an address or a job asks.
 * The receipt number is fixed before reading, so that stamp and rows are of one moment; what it was narrowed to, sorted by and
 * cut down to stands on the file.
 */
import { mayRead } from '@tilth/domain/access/level';
import { problem } from '@tilth/domain/problem';
import type { Kind } from '@tilth/domain/record/kind';
import { type FormatName, formats } from '@tilth/formats/write/formats';
import { write } from '@tilth/formats/write/write';
import type { Asker, ListQuery, Row, Stamp, Store, Times } from '@tilth/store/store';
import { refuse } from '../answer.ts';
import type { Room } from '../reader.ts';

export interface ExportAsk extends Times {
  readonly format: FormatName;
  /** CSV and XLSX: a row of HXL hashtags */
  readonly hxl?: boolean;
  /** what narrows and sorts it, in the store's terms */
  readonly query: Pick<ListQuery, 'where' | 'filter' | 'within' | 'bbox' | 'during' | 'text' | 'sort'>;
  /** the same as it was asked, for the file to say */
  readonly said: Readonly<Record<string, string>>;
  /** properties; missing: all */
  readonly columns?: readonly string[];
}

export interface ExportFile {
  readonly stamp: Stamp;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Properties of the kind that the asker may read in this room. */
export function openIn(room: Room, kind: Kind): readonly string[] {
  const level = room.level(kind.name);
  return Object.entries(kind.properties)
    .filter(([, p]) => mayRead(level, p.sensitivity))
    .map(([name]) => name);
}

/** `passing` sees each row on its way. Refusals as of `store.stream`, `property-unknown` for a column that is not the asker's. */
export async function exportFile(
  store: Store,
  asker: Asker,
  { room, kind }: { readonly room: Room; readonly kind: Kind },
  ask: ExportAsk,
  passing: (rows: AsyncIterable<Row>) => AsyncIterable<Row> = (rows) => rows,
): Promise<ExportFile> {
  const { programme, model } = room;
  const open = openIn(room, kind);
  const strange = ask.columns?.find((name) => !open.includes(name));
  if (strange !== undefined) refuse(problem('property-unknown', { kind: kind.name, property: strange }));
  // the place comes along: it is what a list of places is for
  const chosen = ask.columns === undefined ? open : [...new Set([...ask.columns, kind.place ?? ''])];
  const properties = Object.fromEntries(
    chosen.flatMap((name) => {
      const property = open.includes(name) ? kind.properties[name] : undefined;
      return property === undefined ? [] : [[name, property] as const];
    }),
  );
  const stamp = await store.stamp(asker, programme.id, ask);
  const rows = store.stream(asker, {
    ...ask.query,
    programme: programme.id,
    kind: kind.name,
    at: stamp.at,
    known: stamp.number,
  });
  const cut = ask.columns === undefined ? rows : inColumns(rows, Object.keys(properties));
  const { mediaType, extension } = formats[ask.format];
  return {
    stamp,
    mediaType,
    name: `${programme.id}-${kind.name}-${stamp.at}-no-${stamp.number}.${extension}`,
    bytes: write(ask.format, passing(cut), {
      kind: { ...kind, properties },
      model,
      stamp,
      filter: { ...ask.said, ...(ask.columns === undefined ? {} : { columns: ask.columns.join(',') }) },
      invented: programme.invented,
      programme: programme.name,
      ...(ask.hxl === true ? { hxl: true } : {}),
    }),
  };
}

/** Without it the columns of states and bounds would speak of properties that are not in the file. */
async function* inColumns(rows: AsyncIterable<Row>, names: readonly string[]): AsyncGenerator<Row> {
  const kept = new Set(names.flatMap((name) => [name, `${name}_state`, `${name}_min`, `${name}_max`]));
  for await (const row of rows)
    yield {
      ...row,
      values: Object.fromEntries(Object.entries(row.values).filter(([name]) => kept.has(name))),
    };
}
