/** One tile of a kind from the store's rows: what the map asks for, and what an issued report keeps. */
import type { Kind, Model } from '@tilth/domain/record/kind';
import type { Asker, Store, TileRow, Times } from '@tilth/store/store';
import type { Room } from '../reader.ts';
import { draw, type Ranked } from './draw.ts';
import { encodeTile } from './encode.ts';
import { pixelDegrees, type Tile, tileBounds } from './mercator.ts';

export type Found = readonly { readonly room: Room; readonly kind: Kind }[];

/** Its bytes, none where nothing is drawn. `cell`: marks are gathered in squares of so many pixels. */
export async function makeTile(
  store: Store,
  asker: Asker,
  found: Found,
  tile: Tile,
  times: Times,
  cell: number | undefined,
): Promise<Uint8Array> {
  const rows: Ranked[] = [];
  const bbox = tileBounds(tile);
  const least = pixelDegrees(tile);
  for (const { room, kind } of found) {
    const programme = room.programme.id;
    const ask = { programme, kind: kind.name, bbox, least, ...times };
    for (const row of await store.tileRows(asker, ask))
      rows.push({ row, programme, danger: dangerOf(row, kind, room.model) });
  }
  const fill = found.every(({ kind }) => kind.drawing !== 'release');
  return encodeTile(draw(rows, tile, fill, cell));
}

/**
 * Ranks a row by the danger of its codes, the hazard's status before its class. A status or class that is not known
 * ranks highest: the more dangerous reading (law 6).
 */
function dangerOf({ values }: TileRow, kind: Kind, model: Model): number {
  const rank = (property: string): number => {
    const list = model.lists.get(kind.properties[property]?.codes ?? '');
    if (list === undefined) return 0;
    const code = values[property];
    const known = typeof code === 'string' && Object.hasOwn(list.codes, code) ? list.codes[code] : undefined;
    return known?.danger ?? 9;
  };
  return rank('hazard_status') * 10 + rank('hazard_class');
}
