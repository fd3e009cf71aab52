/** /ogc/collections: the kinds with a place that this asker may read somewhere. */
import type { Bounds } from '@tilth/domain/geometry/bounds';
import { problem } from '@tilth/domain/problem';
import type { Asker } from '@tilth/store/store';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { programmesFor } from '../ask.ts';
import { type Room, roomsFor, roomsWith } from '../reader.ts';
import type { App, Context } from '../route.ts';
import { NoParameters } from './parameters.ts';

export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

export interface Collection {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly found: ReturnType<typeof roomsWith>;
}

export function addCollections(app: App, context: Context): void {
  const { base } = context;

  app.get('/ogc/collections', { schema: { querystring: NoParameters } }, async ({ asker }) => ({
    links: [{ href: `${base}/ogc/collections`, rel: 'self', type: 'application/json', title: 'Collections' }],
    collections: (await collectionsFor(context, asker)).map((c) => described(c, base)),
  }));

  app.get(
    '/ogc/collections/:collectionId',
    { schema: { params: Type.Object({ collectionId: Type.String() }), querystring: NoParameters } },
    async ({ asker, params }) => described(await collectionFor(context, asker, params.collectionId), base),
  );
}

/** Every collection there is for this asker, optionally in one programme only, in order of name. */
export async function collectionsFor(
  { store }: Context,
  asker: Asker,
  programme?: string,
): Promise<readonly Collection[]> {
  const rooms = await roomsFor(store, asker, await programmesFor(store, asker, programme));
  const names = new Set(rooms.flatMap((room) => [...room.model.kinds.keys()]));
  return [...names].sort().flatMap((name) => collectionIn(rooms, name));
}

/** Refusal `collection-unknown`: no such kind, it has no place, or it is not for this asker. */
export async function collectionFor(
  { store }: Context,
  asker: Asker,
  name: string,
  programme?: string,
): Promise<Collection> {
  const rooms = await roomsFor(store, asker, await programmesFor(store, asker, programme));
  return collectionIn(rooms, name)[0] ?? refuse(problem('collection-unknown', { collection: name }));
}

function collectionIn(rooms: readonly Room[], name: string): readonly Collection[] {
  const found = roomsWith(rooms, name).filter(({ kind }) => kind.place !== undefined);
  const kind = found[0]?.kind;
  return kind === undefined ? [] : [{ name, title: kind.plural, description: kind.description, found }];
}

/** /req/core/fc-md-success: description with links to itself and to its items, extent, coordinate system. */
function described({ name, title, description, found }: Collection, base: string) {
  const self = `${base}/ogc/collections/${name}`;
  const boxes = found.flatMap(({ room }) => (room.programme.extent === null ? [] : [room.programme.extent]));
  return {
    id: name,
    title,
    description,
    itemType: 'feature',
    crs: [CRS84],
    ...(boxes.length === 0
      ? {}
      : {
          extent: {
            spatial: { bbox: wholeFirst(boxes), crs: CRS84 },
            temporal: { interval: [[null, null]] },
          },
        }),
    programmes: found.map(({ room: { programme } }) => ({
      id: programme.id,
      name: programme.name,
      invented: programme.invented,
    })),
    links: [
      { href: self, rel: 'self', type: 'application/json', title },
      { href: `${self}/items`, rel: 'items', type: 'application/geo+json', title },
      { href: `${base}/ogc/collections`, rel: 'parent', type: 'application/json', title: 'Collections' },
    ],
  };
}

/** The first box is the whole extent, further ones are its parts (17-069r4, 7.13, extent). */
function wholeFirst(boxes: readonly Bounds[]): readonly Bounds[] {
  const [first] = boxes;
  if (first === undefined || boxes.length === 1) return boxes;
  const side = (n: 0 | 1 | 2 | 3) => boxes.map((b) => b[n]);
  const whole: Bounds = [
    Math.min(...side(0)),
    Math.min(...side(1)),
    Math.max(...side(2)),
    Math.max(...side(3)),
  ];
  return [whole, ...boxes];
}
