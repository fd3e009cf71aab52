/** POST /api/decisions/preview: what decisions would change, or taking one back would. Nothing is written. */
import { problem } from '@tilth/domain/problem';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { ItemId, ProgrammeId } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import type { App, Context } from '../route.ts';
import { DecisionSchema } from './entry-schema.ts';

const closed = { additionalProperties: false };
const Views = Type.Array(Type.Unknown({ description: 'ItemView of domain/report/view.ts' }));
const LandSchema = Type.Union([
  Type.Null(),
  Type.Object({ m2: Type.Number(), land: Type.Unknown({ description: 'a GeoJSON geometry' }) }),
]);
const Marks = Type.Array(
  Type.Object({
    kind: Type.String(),
    item: Type.String(),
    geometry: Type.Unknown({ description: 'one part drawn of it, a GeoJSON geometry' }),
  }),
  {
    description: 'beside the land of hazards: their points and lines, and other kinds of danger and release',
  },
);
const Figures = Type.Object(
  {
    hazards: Type.Integer(),
    sum: Type.Number(),
    once: Type.Number(),
    sha: Type.Number(),
    cha: Type.Number(),
    disputed: Type.Integer({ description: 'properties in dispute, of items of every kind' }),
  },
  { description: 'of the items touched; m²' },
);
const Answer = Type.Object({
  decisions: Type.Array(Type.Unknown({ description: 'Decision of domain/report/entry.ts' }), {
    description: 'as they can be sent, but for the reason: each comes after the decisions that stand now',
  }),
  before: Views,
  after: Views,
  gained: LandSchema,
  lost: LandSchema,
  come: Marks,
  gone: Marks,
  figures: Type.Object({ before: Figures, after: Figures }),
  waits_for_second: Type.Boolean({
    description: 'a void among them waits for a second person: what is told holds once they confirm',
  }),
});

export function addPreview(app: App, { store }: Context): void {
  app.post(
    '/api/decisions/preview',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'What decisions would change',
        description:
          'Give `decisions`, whose `after` is filled in, or in `reverse` the id of a decision that is to be taken back. What would be refused is refused here already.',
        tags: ['review'],
        body: Type.Object(
          {
            programme: ProgrammeId,
            decisions: Type.Optional(Type.Array(DecisionSchema, { minItems: 1, maxItems: 20 })),
            reverse: Type.Optional(ItemId),
          },
          closed,
        ),
        response: { 200: Answer },
      },
    },
    async ({ asker, body: { programme, decisions, reverse } }) => {
      if ((decisions === undefined) === (reverse === undefined))
        return refuse(problem('body-invalid', { where: '/', expected: 'decisions, reverse' }));
      return store.preview(
        asker,
        programme,
        reverse === undefined ? { decisions: decisions ?? [] } : { reverse },
      );
    },
  );
}
