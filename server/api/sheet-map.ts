/**
 * Freezes the map of a report: each kind's tiles as they are for a partner, who a sheet is for, whatever who issues it may
 * see besides. What partners may not know is on none of them.
 */
import { placeNames } from '@tilth/domain/geometry/place-names';
import { type SheetMap, type SheetTile, tilesOf, viewOf } from '@tilth/domain/products/sheet-map';
import { APART, askedForKinds, CELL, drawnKinds, gatheredKinds } from '@tilth/domain/record/drawn';
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
  // asked for now: what is remembered of a programme may be older than what is drawn
  const extent = (await store.programmes(partner)).find((p) => p.id === programme.id)?.extent ?? null;
  if (extent === null) return null;
  const rooms = await roomsFor(store, partner, [programme]);
  const view = viewOf(extent);
  const kinds: string[] = [];
  const tiles: SheetTile[] = [];
  for (const kind of drawnKinds) {
    const found = roomsWith(rooms, kind);
    if (found.length === 0 || askedForKinds.some((k) => k === kind)) continue;
    kinds.push(kind);
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
