/**
 * /api/accountability: what is said of transfers, promises, allegations and the like, claim by claim, each by its speaker.
 * Claims only: nothing is worked out of them here, and nothing here is about an area, a task or a person (law 5).
 */
import { accountabilityKinds } from '@tilth/domain/accountability/kinds';
import { problem } from '@tilth/domain/problem';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, programmeFor, timesOf } from '../ask.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';

const names: readonly string[] = accountabilityKinds;

const Query = Type.Object(
  {
    ...askSchema,
    kinds: Type.Optional(
      Type.String({
        maxLength: 300,
        description: `kinds, parted by commas, of ${names.join(', ')}; all of them without it`,
      }),
    ),
  },
  { additionalProperties: false },
);

const Party = Type.Object({
  item: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  speaker_kind: Type.Optional(Type.String()),
  relayed_by: Type.Optional(Type.String()),
});
export const Saying = Type.Object({
  property: Type.String(),
  definition: Type.String(),
  state: Type.String({ description: 'of the property: settled, chosen, disputed …' }),
  place: Type.String({
    description: 'stands: the value in force; beside: live beside it; earlier: superseded',
  }),
  value: Type.Unknown({ description: 'Value of domain/report/value.ts' }),
  when: Type.Object({
    from: Type.Union([Type.String(), Type.Null()]),
    to: Type.String(),
    typed: Type.Optional(Type.String()),
  }),
  said: Type.Optional(Party),
  published: Type.Optional(Party),
  source: Type.String(),
  sure: Type.Optional(
    Type.Object({
      source: Type.Optional(Type.String()),
      information: Type.Optional(Type.Integer()),
      device: Type.Optional(Type.String()),
      certainty: Type.Optional(Type.String({ description: 'how the text puts it' })),
      doubt: Type.Optional(Type.String()),
    }),
  ),
  claim: Type.Object({ report: Type.String(), n: Type.Integer() }),
  number: Type.Union([Type.Integer(), Type.Null()], { description: 'receipt number of its report' }),
});
const Answer = Type.Object({
  stamp: StampSchema,
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.String(),
      standing: Type.String(),
      disputed: Type.Boolean(),
      sayings: Type.Array(Saying),
    }),
    { description: 'the first two thousand of each kind by id' },
  ),
  left_off: Type.Array(Type.Object({ kind: Type.String(), items: Type.Integer() }), {
    description: 'kinds of which there are more, and how many more',
  }),
});

export function addAccountability(app: App, { store }: Context): void {
  app.get(
    '/api/accountability',
    {
      schema: {
        summary:
          'What is said of transfers, promises, statements and allegations, claim by claim, by its speaker',
        tags: ['items'],
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      const kinds = query.kinds === undefined ? names : query.kinds.split(',');
      if (!kinds.every((k) => names.includes(k)))
        return refuse(problem('parameter-invalid', { parameter: 'kinds', expected: names.join(', ') }));
      return store.sayings(asker, id, kinds, timesOf(query));
    },
  );
}
