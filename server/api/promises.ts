/**
 * /api/promises: promises with a territory, each held against recorded use, finds and hazards. For a person to look at: the
 * answer says where things lie as far as their positions tell, never that a promise was kept or broken.
 */
import { Type } from 'typebox';
import { askSchema, programmeFor, timesOf } from '../ask.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';

const Query = Type.Object(askSchema, { additionalProperties: false });
const Counts = Type.Object({
  inside: Type.Integer(),
  outside: Type.Integer(),
  'too-imprecise': Type.Integer(),
});
const Answer = Type.Object({
  stamp: StampSchema,
  promises: Type.Array(
    Type.Object({
      id: Type.String({ description: 'of the assurance' }),
      territory: Type.Boolean({ description: 'whether one is drawn that you may see' }),
      counts: Type.Object(
        { transfer: Counts, model: Counts, category: Counts },
        { description: 'by relation, as below' },
      ),
      before: Type.Integer({ description: 'dated certainly before the promise, in no other count' }),
      checks: Type.Array(
        Type.Object({
          id: Type.String(),
          kind: Type.String(),
          outcome: Type.String({ description: 'inside, outside, too-imprecise' }),
          why: Type.Optional(
            Type.String({
              description: 'why it can’t be said: no-territory, no-place, near-the-line',
            }),
          ),
          relation: Type.String({
            description: 'transfer: said to come from it; model: of a model of it; category: of its kind',
          }),
          when: Type.Union([
            Type.Object({
              from: Type.Union([Type.String(), Type.Null()]),
              to: Type.String(),
              typed: Type.Optional(Type.String()),
            }),
            Type.Null(),
          ]),
        }),
        { description: 'most surely of the transfer first; two hundred at most' },
      ),
    }),
  ),
  not_all: Type.Array(Type.String(), { description: 'kinds of which not everything was looked at' }),
});

export function addPromises(app: App, { store }: Context): void {
  app.get(
    '/api/promises',
    {
      schema: {
        summary: 'Promises with a territory, held against recorded use, finds and hazards',
        tags: ['items'],
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      return store.promises(asker, id, timesOf(query));
    },
  );
}
