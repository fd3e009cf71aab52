/** /api/disputes: every item of which something is disputed or contested, by kind: what the contradiction board shows. */
import { Type } from 'typebox';
import { askSchema, programmeFor, timesOf } from '../ask.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';
import { RowSchema } from './list.ts';

const Query = Type.Object(askSchema, { additionalProperties: false });
const Answer = Type.Object({
  stamp: StampSchema,
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      matched: Type.Integer({ description: 'items of the kind with something disputed' }),
      rows: Type.Array(
        Type.Intersect([
          RowSchema,
          Type.Object({
            properties: Type.Array(Type.String(), { description: 'what of it is disputed' }),
            weight: Type.String({
              description: 'how much hangs on it, heaviest first: land, people, figure, word',
            }),
            amount: Type.Number({ description: 'within a weight, the larger first' }),
            since: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
              description: 'when the second of the claims that disagree longest was received',
            }),
          }),
        ]),
        { description: 'the first thousand of them' },
      ),
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
      const { id } = await programmeFor(store, asker, query.programme);
      return store.disputes(asker, id, timesOf(query));
    },
  );
}
