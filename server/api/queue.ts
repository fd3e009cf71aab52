/** /api/queue: reports that wait for a reviewer, oldest first. */
import { mayDo } from '@tilth/domain/access/may';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, FARTHEST, programmeFor } from '../ask.ts';
import type { App, Context } from '../route.ts';

const Query = Type.Object(
  {
    programme: Type.Optional(askSchema.programme),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, default: 100, description: 'a whole number from 1 to 1000' }),
    ),
    after: Type.Optional(
      Type.Integer({ minimum: 0, maximum: FARTHEST, description: 'the last receipt number seen' }),
    ),
  },
  { additionalProperties: false },
);

const Answer = Type.Object({
  programme: Type.String(),
  next: Type.Union([Type.Integer(), Type.Null()]),
  reports: Type.Array(
    Type.Object({
      report: Type.Unknown({ description: 'Report of domain/report/entry.ts' }),
      ref: Type.Object({ id: Type.String(), digest: Type.String() }),
      number: Type.Integer(),
      standing: Type.String(),
      waits: Type.Union([Type.String(), Type.Null()]),
      step: Type.Union([Type.String(), Type.Null()], {
        description: 'the step of review it waits at: what a decision on it names as its step',
      }),
      under: Type.Array(Type.Object({ id: Type.String(), digest: Type.String() }), {
        description:
          'the rules it was received under, which an approval names: the first as under, others as also_under',
      }),
    }),
  ),
});

export function addQueue(app: App, { store }: Context): void {
  app.get(
    '/api/queue',
    {
      schema: {
        summary: 'Reports waiting for review',
        tags: ['review'],
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      const not = mayDo('decide', asker.person, asker.roles.get(id), id);
      if (not !== null) refuse(not);
      const limit = query.limit ?? 100;
      const reports = await store.queue(asker, id, {
        limit,
        ...(query.after === undefined ? {} : { after: query.after }),
      });
      const next = reports.length === limit ? (reports.at(-1)?.number ?? null) : null;
      return { programme: id, next, reports };
    },
  );
}
