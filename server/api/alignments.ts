/** /api/alignments: what several sources say of one thing, side by side, and how each two of them stand to each other. */
import { reasons, relations } from '@tilth/domain/contradiction/relation';
import { Type } from 'typebox';
import { askSchema, programmeFor, timesOf } from '../ask.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';
import { Saying } from './accountability.ts';

const Query = Type.Object(askSchema, { additionalProperties: false });
const Answer = Type.Object({
  stamp: StampSchema,
  matched: Type.Integer({ description: 'how many there are' }),
  alignments: Type.Array(
    Type.Object({
      key: Type.String({ description: 'names it among the others' }),
      kind: Type.String(),
      item: Type.Union([Type.String(), Type.Null()], { description: 'null: figures of several items' }),
      counts: Type.Optional(
        Type.Object(
          { subject: Type.String(), country: Type.String() },
          { description: 'of figures: what they count, of which country' },
        ),
      ),
      property: Type.Union([Type.String(), Type.Null()], {
        description: 'null: what is claimed of the item as a whole, beside who opposes it',
      }),
      told: Type.Array(Type.Object({ item: Type.String(), kind: Type.String(), saying: Saying })),
      pairs: Type.Array(
        Type.Object({
          first: Type.Integer({ description: 'place in told' }),
          second: Type.Integer(),
          relation: Type.String({ description: relations.join(', ') }),
          reason: Type.String({ description: reasons.join(', ') }),
          leads: Type.Union([Type.String(), Type.Null()], {
            description: 'first or second: the later, what says more, or is said more firmly',
          }),
        }),
      ),
      relation: Type.String({ description: 'what of the pairs asks most for a person' }),
    }),
    { description: 'the first five hundred, what asks most for a person first' },
  ),
  names: Type.Record(Type.String(), Type.String(), { description: 'what the items are called, by id' }),
});

export function addAlignments(app: App, { store }: Context): void {
  app.get(
    '/api/alignments',
    {
      schema: {
        summary: 'What several sources say of one thing, side by side: agree, contradict, in tension …',
        tags: ['items'],
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      return store.alignments(asker, id, timesOf(query));
    },
  );
}
