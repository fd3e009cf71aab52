/**
 * /api/search: whatever somebody types to find something: a name, a local id, a P-code, any word, an id, or a position in
 * any of the usual systems, which finds what is drawn near it.
 */
import { mayRead } from '@tilth/domain/access/level';
import { bothReadings, readCoordinates, type TypedPosition } from '@tilth/domain/geometry/coordinates';
import { isProblem } from '@tilth/domain/problem';
import type { ListQuery, Page } from '@tilth/store/store';
import { Type } from 'typebox';
import { askSchema, isId, programmeFor, timesOf } from '../ask.ts';
import { roomsFor } from '../reader.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';
import { RowSchema } from './list.ts';

/** Rows given of one kind. */
const FIRST = 5;
/** Degrees of latitude, about two kilometres: what is drawn so near a position is found by it. */
const NEAR = 0.02;

const Query = Type.Object(
  { ...askSchema, q: Type.String({ minLength: 1, maxLength: 200, description: 'what is looked for' }) },
  { additionalProperties: false },
);
const position = {
  longitude: Type.Number(),
  latitude: Type.Number(),
  system: Type.String({ description: 'decimal, dm, dms, utm or mgrs' }),
  accuracy_m: Type.Number({ description: 'how exactly it was stated, in metres' }),
};
const Answer = Type.Object({
  stamp: StampSchema,
  position: Type.Union([Type.Object(position), Type.Null()], {
    description: 'the position that was typed, WGS 84; null: it was none, or may be read in two ways',
  }),
  readings: Type.Array(
    Type.Object({
      ...position,
      letter_as: Type.Union([Type.Literal('band'), Type.Literal('south')], {
        description: 'what the S after the UTM zone is taken for: the latitude band, or the south',
      }),
    }),
    { description: 'both readings of a UTM position whose zone letter S fits two; else none' },
  ),
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      matched: Type.Integer({ description: 'items of the kind that were found' }),
      rows: Type.Array(RowSchema, { description: `the first ${FIRST} of them` }),
    }),
  ),
});

export function addSearch(app: App, { store }: Context): void {
  app.get(
    '/api/search',
    {
      schema: {
        summary: 'Items by any word of theirs, by id, or by a position in any of the usual systems',
        tags: ['items'],
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, query }) => {
      const q = query.q.trim();
      const programme = await programmeFor(store, asker, query.programme);
      const times = timesOf(query);
      const [room] = await roomsFor(store, asker, [programme]);
      const typed = readCoordinates(q);
      const at = isProblem(typed) ? null : typed;
      const readings = bothReadings(q);
      const narrowed = (placed: boolean): Partial<ListQuery> | null => {
        if (at) return placed ? { bbox: around(at.position) } : null;
        return isId(q.toLowerCase()) ? { where: { id: q.toLowerCase() } } : { text: q };
      };
      const kinds: { kind: string; matched: number; rows: Page['rows'] }[] = [];
      for (const kind of room?.model.kinds.values() ?? []) {
        const by = narrowed(kind.place !== undefined && kind.drawing !== 'plain');
        const level = room?.level(kind.name) ?? null;
        if (by === null || !mayRead(level, kind.sensitivity)) continue;
        const name = [kind.title, 'name', 'local_id'].find(
          (p) => p !== undefined && mayRead(level, kind.properties[p]?.sensitivity ?? 'personal'),
        );
        const sort = name === undefined ? {} : { sort: { property: name, descending: false } };
        const wish = { programme: programme.id, kind: kind.name, limit: FIRST, ...sort, ...times, ...by };
        const { matched, rows } = await store.list(asker, wish);
        if (matched > 0) kinds.push({ kind: kind.name, matched, rows });
      }
      return {
        stamp: await store.stamp(asker, programme.id, times),
        position: at && told(at),
        readings: readings.map((one) => ({ ...told(one), letter_as: one.letter_as })),
        kinds,
      };
    },
  );
}

function told({ position: [longitude, latitude], system, accuracy_m }: TypedPosition) {
  return { longitude, latitude, system, accuracy_m };
}

function around([lon, lat]: readonly [number, number]): [number, number, number, number] {
  const wide = Math.min(180, NEAR / Math.max(0.01, Math.cos((lat * Math.PI) / 180)));
  const west = lon - wide < -180 ? lon - wide + 360 : lon - wide;
  const east = lon + wide > 180 ? lon + wide - 360 : lon + wide;
  return [west, Math.max(-90, lat - NEAR), east, Math.min(90, lat + NEAR)];
}
