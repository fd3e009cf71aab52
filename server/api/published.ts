/**
 * /api/published: from a day of publication to the receipt number that `known=` takes: up to there this office held nothing
 * that was published after the day.
 */
import { Type } from 'typebox';
import { At, ProgrammeId, programmeFor } from '../ask.ts';
import type { App, Context } from '../route.ts';

const Query = Type.Object(
  { programme: Type.Optional(ProgrammeId), day: Type.Optional(At) },
  { additionalProperties: false },
);
const Answer = Type.Object({
  programme: Type.String(),
  day: Type.String(),
  number: Type.Integer({ description: 'the receipt number; 0: nothing' }),
  instant: Type.Union([Type.String(), Type.Null()], { description: 'when it was received here' }),
  later: Type.Integer({
    description:
      'reports dated up to the day that came after later ones, among the ten thousand receipts that follow: they are not within the number',
  }),
});

export function addPublished(app: App, { store }: Context): void {
  app.get(
    '/api/published',
    {
      schema: {
        summary: 'Up to which receipt nothing was here that was published after a day; today without one',
        tags: ['figures'],
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      const day = query.day ?? (await store.stamp(asker, id)).at;
      return { programme: id, day, ...(await store.published(asker, id, day)) };
    },
  );
}
