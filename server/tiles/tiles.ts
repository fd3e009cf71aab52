/**
 * /tiles/{kind}/{z}/{x}/{y}.mvt: vector tiles of the current view, or of any other day and knowledge. A tile's ETag says
 * all it was made from (each programme's receipt number, the fold's version, the day, the asker's level), and a browser
 * must ask each time whether it still holds: a tile asked for after an approval shows it.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { problem } from '@tilth/domain/problem';
import type { Model } from '@tilth/domain/record/kind';
import type { Asker, Programme, Stamp, Times } from '@tilth/store/store';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, KindName, programmesFor, timesOf } from '../ask.ts';
import { bytesOf } from '../openapi.ts';
import { roomsFor, roomsWith } from '../reader.ts';
import type { App, Context } from '../route.ts';
import { stampHeader } from '../stamps.ts';
import { keptUpTo } from './kept.ts';
import { type Found, makeTile } from './make-tile.ts';
import type { Tile } from './mercator.ts';

/** Raise it whenever the same rows would give another tile. */
const TILE_VERSION = 3;
const DEEPEST = 22;
const KEPT_BYTES = 64 * 1024 * 1024;

const MEDIA_TYPE = 'application/vnd.mapbox-vector-tile';

const zip = promisify(gzip);
const whole = Type.Integer({ minimum: 0, description: 'a whole number' });
const Cell = Type.Optional(
  Type.Integer({
    minimum: 16,
    maximum: 256,
    description:
      'gathers marks in squares of so many pixels, with their count; not for hazards, each of which is drawn',
  }),
);

export function addTiles(app: App, { store }: Context): void {
  const kept = keptUpTo(KEPT_BYTES);
  const models = new Map<string, { readonly number: number; readonly model: Model }>();
  const opened = new Map<string, { readonly number: number; readonly public: Programme['public'] }>();

  /** Only an entry changes a model, so it holds as long as the number is the same. */
  async function modelAt(programme: string, stamp: Stamp | undefined): Promise<Model> {
    const before = models.get(programme);
    if (stamp !== undefined && stamp.known === null && before?.number === stamp.number) return before.model;
    const model = await store.model(programme);
    if (stamp !== undefined && stamp.known === null) models.set(programme, { number: stamp.number, model });
    return model;
  }

  /**
   * What the programmes open as of the last entry. A tile is kept under the level it was made for, so that level must not
   * be older than the stamp, as what ask.ts remembers may be: else a tile made for few would be kept for many.
   */
  async function asOpened(
    asker: Asker,
    programmes: readonly Programme[],
    present: readonly Stamp[],
  ): Promise<readonly Programme[]> {
    if (present.some((s) => opened.get(s.programme)?.number !== s.number)) {
      for (const p of await store.programmes(asker)) {
        const number = present.find((s) => s.programme === p.id)?.number;
        if (number !== undefined) opened.set(p.id, { number, public: p.public });
      }
    }
    return programmes.map((p) => ({ ...p, public: opened.get(p.id)?.public ?? {} }));
  }

  app.get(
    '/tiles/:kind/:z/:x/:y.mvt',
    {
      schema: {
        summary:
          'A vector tile of the current view: layers areas, lines and marks; no bytes where nothing is drawn',
        tags: ['tiles'],
        params: Type.Object({ kind: KindName, z: whole, x: whole, y: whole }),
        querystring: Type.Object({ ...askSchema, cluster: Cell }, { additionalProperties: false }),
        response: { 200: bytesOf('the tile', MEDIA_TYPE), 304: Type.Null() },
      },
    },
    async ({ asker, params: { kind, z, x, y }, query, headers }, reply) => {
      if (z > DEEPEST || x >= 2 ** z || y >= 2 ** z)
        refuse(
          problem('parameter-invalid', { parameter: 'z/x/y', expected: 'a tile of the Web Mercator grid' }),
        );
      const times = timesOf(query);
      const meant = await programmesFor(store, asker, query.programme);
      const stampsAt = (when: Times) => Promise.all(meant.map(({ id }) => store.stamp(asker, id, when)));
      const all = await stampsAt(times);
      const present = times.known === undefined ? all : await stampsAt({});
      const programmes = await asOpened(asker, meant, present);
      const rooms = await roomsFor(store, asker, programmes, (id) =>
        modelAt(
          id,
          all.find((s) => s.programme === id),
        ),
      );
      const found = roomsWith(rooms, kind).filter((f) => f.kind.place !== undefined);
      if (found.length === 0) refuse(problem('collection-unknown', { collection: kind }));
      const { cluster } = query;
      if (cluster !== undefined && found.some((f) => f.kind.drawing === 'hazard'))
        refuse(problem('parameter-invalid', { parameter: 'cluster', expected: 'a kind that is no hazard' }));
      const stamps = found.flatMap(({ room }) => all.find((s) => s.programme === room.programme.id) ?? []);
      const tile = { z, x, y };
      const key = keyOf(kind, tile, found, stamps, cluster);
      const zipped = /\bgzip\b/u.test(headers['accept-encoding'] ?? '');
      const etag = `"${key}${zipped ? '-gzip' : ''}"`;
      const held = headers['if-none-match']?.split(/\s*,\s*/u) ?? [];
      reply
        .header('etag', etag)
        .header('cache-control', 'private, no-cache')
        .header('vary', 'accept-encoding, cookie')
        .header('tilth-stamp', stampHeader(stamps));
      // compared weakly (RFC 9110, 13.1.2): a proxy that compresses marks our tag as weak
      if (held.some((tag) => tag === '*' || tag.replace(/^W\//u, '') === etag)) return reply.code(304).send();
      // an entry that arrives between stamp and rows may show under the number before it; the next asking has its own
      const bytes = await kept.get(`${key}${zipped ? '-gzip' : ''}`, async () => {
        const plain = await makeTile(store, asker, found, tile, times, cluster);
        return zipped && plain.length > 0 ? zip(plain) : plain;
      });
      if (zipped && bytes.length > 0) reply.header('content-encoding', 'gzip');
      return reply.type(MEDIA_TYPE).send(bytes);
    },
  );
}

function keyOf(
  kind: string,
  { z, x, y }: Tile,
  found: Found,
  stamps: readonly Stamp[],
  cell: number | undefined,
): string {
  const parts = found.map(({ room }, n) => {
    const { programme, number, fold, at, known } = stamps[n]!;
    return [programme, number, fold, at, known, room.level(kind)];
  });
  const all = JSON.stringify([TILE_VERSION, kind, z, x, y, cell ?? null, parts]);
  return createHash('sha256').update(all).digest('base64url');
}
