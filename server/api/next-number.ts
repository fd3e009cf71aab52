/** GET /api/next-number: which local id a new item of a kind would get, for those who write reports. */
import { mayDo } from '@tilth/domain/access/may';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, KindName, programmeFor } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import type { App, Context } from '../route.ts';

const Query = Type.Object(
  { programme: Type.Optional(askSchema.programme), kind: KindName },
  { additionalProperties: false },
);

const Answer = Type.Object({
  number: Type.Union([Type.String(), Type.Null()], {
    description:
      'by the programme’s pattern, one more than the highest; nothing is reserved. null: no pattern',
  }),
});

export function addNextNumber(app: App, { store }: Context): void {
  app.get(
    '/api/next-number',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'The next local id by the programme’s pattern',
        tags: ['programmes'],
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      const not = mayDo('report', asker.person, asker.roles.get(id), id);
      if (not !== null) refuse(not);
      return { number: await store.nextNumber(asker, id, query.kind) };
    },
  );
}
