/** /api/extent/{kind}: the box around what a list matches, for the map to go there. */
import { problem } from '@tilth/domain/problem';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, KindName, programmeFor, timesOf } from '../ask.ts';
import { narrowOf, narrowSchema } from '../narrow.ts';
import { roomsFor, roomsWith } from '../reader.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';
import { Ids, listParameters } from './list.ts';

const Query = Type.Object(
  {
    ...askSchema,
    q: listParameters.q,
    ...narrowSchema,
    id: Ids,
  },
  { additionalProperties: false },
);
const Answer = Type.Object({
  stamp: StampSchema,
  placed: Type.Integer({ description: 'how many of what matches are drawn' }),
  extent: Type.Union([Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }), Type.Null()], {
    description: 'west, south, east, north in WGS 84 degrees; null: nothing is drawn, or not for you',
  }),
});

export function addExtent(app: App, { store }: Context): void {
  app.get(
    '/api/extent/:kind',
    {
      schema: {
        summary: 'The box around what a list matches',
        tags: ['items'],
        params: Type.Object({ kind: KindName }),
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, params: { kind }, query }) => {
      const programme = await programmeFor(store, asker, query.programme);
      if (roomsWith(await roomsFor(store, asker, [programme]), kind).length === 0)
        refuse(problem('collection-unknown', { collection: kind }));
      return store.listExtent(asker, {
        programme: programme.id,
        kind,
        ...timesOf(query),
        ...narrowOf(query),
        ...(query.q === undefined ? {} : { text: query.q }),
        ...(query.id === undefined ? {} : { where: { id: query.id } }),
      });
    },
  );
}
