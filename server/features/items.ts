/** /ogc/collections/{kind}/items: features of the current view, and of any earlier one by `at` and `known`. */
import { problem } from '@tilth/domain/problem';
import type { Row, Stamp } from '@tilth/store/store';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { filtersOf, nextAddress, roomsAsked } from '../api/list.ts';
import { boundsOf, homeOf, isId, MOST, timesOf } from '../ask.ts';
import { daysOf, momentsOf } from '../datetime.ts';
import { narrowOf } from '../narrow.ts';
import { readPage } from '../page.ts';
import { openProperties } from '../reader.ts';
import type { App, Context } from '../route.ts';
import { stampHeader } from '../stamps.ts';
import { collectionFor } from './collections.ts';
import { DEFAULT_LIMIT, itemParameters, itemsParameters } from './parameters.ts';

const GEOJSON = 'application/geo+json';
const Items = Type.Object(itemsParameters, { additionalProperties: Type.String({ maxLength: 400 }) });
const Item = Type.Object(itemParameters, { additionalProperties: false });

export function addItems(app: App, context: Context): void {
  const { store, base } = context;

  app.get(
    '/ogc/collections/:collectionId/items',
    { schema: { params: Type.Object({ collectionId: Type.String() }), querystring: Items } },
    async ({ asker, params, query, url }, reply) => {
      const { name, title, found } = await collectionFor(
        context,
        asker,
        params.collectionId,
        query.programme,
      );
      const open = [...openProperties(found).keys()];
      const where = filtersOf(query, Object.keys(itemsParameters), open);
      const narrowed = narrowOf(query);
      const moments = query.datetime === undefined ? undefined : momentsOf(query.datetime);
      const limit = Math.min(query.limit ?? DEFAULT_LIMIT, MOST);
      const queries = roomsAsked(found, open, where, narrowed).map(({ room }) => ({
        programme: room.programme.id,
        kind: name,
        where,
        ...narrowed,
        ...timesOf(query),
        ...(query.bbox === undefined ? {} : { bbox: boundsOf(query.bbox) }),
        ...(moments === undefined ? {} : { during: daysOf(moments, room.programme.zone) }),
      }));
      const ask = { limit, offset: query.offset ?? 0, after: query.after };
      const page = await readPage(store, asker, queries, ask);
      const self = `${base}/ogc/collections/${name}`;
      const link = (rel: string, address: string, what: string) => ({
        href: `${base}${address}`,
        rel,
        type: GEOJSON,
        title: what,
      });
      const links = [
        link('self', url, 'This page'),
        { href: self, rel: 'collection', type: 'application/json', title },
        ...(page.next === null ? [] : [link('next', nextAddress(url, page.next), 'Next page')]),
        ...(ask.offset === 0
          ? []
          : [link('prev', nextAddress(url, { offset: Math.max(0, ask.offset - limit) }), 'Previous page')]),
      ];
      return send(reply, page.stamps, {
        type: 'FeatureCollection',
        numberMatched: page.matched,
        numberReturned: page.rows.length,
        timeStamp: new Date().toISOString(),
        stamps: page.stamps,
        links,
        features: page.rows.map(featureOf),
      });
    },
  );

  app.get(
    '/ogc/collections/:collectionId/items/:featureId',
    {
      schema: {
        params: Type.Object({ collectionId: Type.String(), featureId: Type.String() }),
        querystring: Item,
      },
    },
    async ({ asker, params: { collectionId, featureId }, query, url }, reply) => {
      const { name, title } = await collectionFor(context, asker, collectionId, query.programme);
      const unknown = problem('item-unknown', { id: featureId.slice(0, 40) });
      if (!isId(featureId)) refuse(unknown);
      const programme = await homeOf(store, asker, featureId, query.programme);
      const where = { id: featureId };
      const page = await store.list(asker, { programme, kind: name, where, limit: 1, ...timesOf(query) });
      const row = page.rows[0];
      if (row === undefined) return refuse(unknown);
      const self = `${base}/ogc/collections/${name}`;
      return send(reply, [page.stamp], {
        ...featureOf(row),
        stamps: [page.stamp],
        links: [
          { href: `${base}${url}`, rel: 'self', type: GEOJSON, title: 'This feature' },
          { href: self, rel: 'collection', type: 'application/json', title },
          {
            href: `${base}/api/${name}/${row.id}?programme=${programme}`,
            rel: 'related',
            type: 'application/json',
            title: 'Where each value comes from',
          },
        ],
      });
    },
  );
}

function featureOf({ id, programme, standing, disputed, geometry, values }: Row) {
  return { type: 'Feature', id, geometry, properties: { ...values, programme, standing, disputed } };
}

/** As bytes, because to text Fastify would add a charset that the media type does not have. */
function send<R extends { type(t: string): R; header(n: string, v: string): R; send(b: Buffer): unknown }>(
  reply: R,
  stamps: readonly Stamp[],
  body: object,
) {
  return reply
    .type(GEOJSON)
    .header('tilth-stamp', stampHeader(stamps))
    .header('cache-control', 'private, no-cache')
    .send(Buffer.from(JSON.stringify(body)));
}
