/**
 * Freezes the map of a report: each kind's tiles as they are for a partner, who a sheet is for, whatever who issues it may
 * see besides. What partners may not know is on none of them.
 */
import { type Bounds, boundsAround } from '@tilth/domain/geometry/bounds';
import { placeNames } from '@tilth/domain/geometry/place-names';
import { type SheetMap, type SheetTile, tilesOf, viewOf } from '@tilth/domain/products/sheet-map';
import {
  APART,
  askedForKinds,
  CELL,
  drawnKinds,
  gatheredKinds,
  isPlacedFor,
} from '@tilth/domain/record/drawn';
import type { Asker, Programme, Store, Times } from '@tilth/store/store';
import { roomsFor, roomsWith } from '../reader.ts';
import { makeTile } from '../tiles/make-tile.ts';

/** Units of which the names stand on a map. */
const NAMED = 1_000;

/** The programme's map as of these times; null where nothing of it can be drawn. */
export async function freezeMap(
  store: Store,
  asker: Asker,
  programme: Programme,
  times: Required<Times>,
): Promise<SheetMap | null> {
  const partner: Asker = asker.roles.has(programme.id)
    ? { ...asker, roles: new Map([[programme.id, 'viewer']]) }
    : asker;
  const rooms = await roomsFor(store, partner, [programme]);
  const kinds = drawnKinds.filter(
    (name) =>
      roomsWith(rooms, name).some(({ room, kind }) => isPlacedFor(kind, room.level(name))) &&
      !askedForKinds.some((k) => k === name),
  );
  const extent = await extentThen(store, partner, programme, kinds, times);
  if (extent === null) return null;
  const view = viewOf(extent);
  const tiles: SheetTile[] = [];
  for (const kind of kinds) {
    const found = roomsWith(rooms, kind);
    const gathered = gatheredKinds.has(kind) && view.level < APART;
    for (const { x, y } of tilesOf(view)) {
      const tile = { z: view.level, x, y };
      const bytes = await makeTile(store, partner, found, tile, times, gathered ? CELL : undefined);
      if (bytes.length > 0)
        tiles.push({ kind, x, y, gathered, bytes: Buffer.from(bytes).toString('base64') });
    }
  }
  return {
    ...view,
    kinds,
    tiles,
    names: kinds.includes('place') ? await namesOn(store, partner, programme, times, view.zoom) : [],
    to_locate: await toLocate(store, partner, programme, times),
  };
}

/** The box around all that is drawn, as it stood at these times and for who the sheet is for: every hazard lies within. */
async function extentThen(
  store: Store,
  partner: Asker,
  programme: Programme,
  kinds: readonly string[],
  times: Required<Times>,
): Promise<Bounds | null> {
  let all: Bounds | null = null;
  for (const kind of kinds) {
    const { extent } = await store.listExtent(partner, { programme: programme.id, kind, ...times });
    if (extent !== null) all = all === null ? extent : boundsAround(all, extent);
  }
  return all;
}

async function namesOn(
  store: Store,
  partner: Asker,
  programme: Programme,
  times: Required<Times>,
  zoom: number,
) {
  const { rows } = await store.list(partner, {
    programme: programme.id,
    kind: 'place',
    limit: NAMED,
    ...times,
  });
  return placeNames(rows, times.at).filter(({ from }) => from <= zoom);
}

async function toLocate(store: Store, partner: Asker, programme: Programme, times: Required<Times>) {
  const { lines } = await store.figureLines(partner, programme.id, {
    ...times,
    lines: [{ figure: 'to-locate', by: null }],
    period: { from: times.at, to: times.at },
    suppressed: true,
  });
  return lines[0]?.value ?? null;
}
