/** /api/{kind}/{id}: one item with where each value comes from, what disputes it, and its history. */

import { aroundOf } from '@tilth/domain/access/around';
import { redactEntry, redactView } from '@tilth/domain/access/redact';
import { problem } from '@tilth/domain/problem';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { homeOf, ItemId, itemSchema, KindName, programmesFor, timesOf } from '../ask.ts';
import { roomsFor } from '../reader.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';

const Answer = Type.Object({
  stamp: StampSchema,
  view: Type.Unknown({ description: 'ItemView of domain/report/view.ts' }),
  entries: Type.Array(
    Type.Object({
      ref: Type.Object({ id: Type.String(), digest: Type.String() }),
      number: Type.Integer(),
      instant: Type.String(),
      entry: Type.Unknown({ description: 'Entry of domain/report/entry.ts, reduced to what you may read' }),
    }),
  ),
});

export function addItem(app: App, { store }: Context): void {
  app.get(
    '/api/:kind/:id',
    {
      schema: {
        summary: 'One item: current view, sources, disputes, history',
        tags: ['items'],
        params: Type.Object({ kind: KindName, id: ItemId }),
        querystring: Type.Object(itemSchema, { additionalProperties: false }),
        response: { 200: Answer },
      },
    },
    async ({ asker, params: { kind, id }, query }) => {
      const unknown = problem('item-unknown', { id });
      const programme = await homeOf(store, asker, id, query.programme);
      const page = await store.item(asker, programme, id, timesOf(query));
      const [room] = await roomsFor(store, asker, await programmesFor(store, asker, programme));
      const defined = room?.model.kinds.get(kind);
      if (page === null || room === undefined || defined === undefined || page.view.kind !== kind)
        return refuse(unknown);
      // the store fills in only what the asker may read; this makes sure of it at the door
      const view = redactView(page.view, defined, room.level(kind));
      if (view === null) return refuse(unknown);
      const around = aroundOf(
        page.view,
        page.entries.map((e) => e.entry),
      );
      return {
        stamp: page.stamp,
        view,
        entries: page.entries.map((e) => ({
          ...e,
          entry: redactEntry(e.entry, room.model, room.level, around),
        })),
      };
    },
  );
}
