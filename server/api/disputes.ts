/** /api/disputes: every item of which something is disputed or contested, by kind: what the contradiction board shows. */
import { mayRead } from '@tilth/domain/access/level';
import { Type } from 'typebox';
import { askSchema, programmeFor, timesOf } from '../ask.ts';
import { roomsFor } from '../reader.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';
import { RowSchema } from './list.ts';

/** Rows given of one kind at most; `matched` counts all. */
const MOST_OF_A_KIND = 1_000;

const Query = Type.Object(askSchema, { additionalProperties: false });
const Answer = Type.Object({
  stamp: StampSchema,
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      matched: Type.Integer({ description: 'items of the kind with something disputed' }),
      rows: Type.Array(RowSchema, { description: `the first ${MOST_OF_A_KIND} of them` }),
    }),
    { description: 'kinds of which something is disputed' },
  ),
});

export function addDisputes(app: App, { store }: Context): void {
  app.get(
    '/api/disputes',
    {
      schema: {
        summary: 'Items of which something you may read is disputed or contested, by kind',
        tags: ['items'],
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, query }) => {
      const programme = await programmeFor(store, asker, query.programme);
      const [room] = await roomsFor(store, asker, [programme]);
      const kinds = [];
      for (const kind of room?.model.kinds.values() ?? []) {
        if (!mayRead(room?.level(kind.name) ?? null, kind.sensitivity)) continue;
        const { matched, rows } = await store.list(asker, {
          programme: programme.id,
          kind: kind.name,
          where: { disputed: 'true' },
          limit: MOST_OF_A_KIND,
          ...timesOf(query),
        });
        if (matched > 0) kinds.push({ kind: kind.name, matched, rows });
      }
      return { stamp: await store.stamp(asker, programme.id, timesOf(query)), kinds };
    },
  );
}
