/** /api/kinds: the record kinds, their properties, labels and code lists as they hold in each programme. */
import { Type } from 'typebox';
import { askSchema, programmesFor } from '../ask.ts';
import { roomsFor } from '../reader.ts';
import type { App, Context } from '../route.ts';

const Query = Type.Object({ programme: Type.Optional(askSchema.programme) }, { additionalProperties: false });

const Answer = Type.Object({
  programmes: Type.Array(
    Type.Object({
      programme: Type.String(),
      kinds: Type.Array(
        Type.Object(
          {
            name: Type.String(),
            label: Type.String(),
            plural: Type.String(),
            description: Type.String(),
            sensitivity: Type.String(),
            properties: Type.Record(Type.String(), Type.Unknown(), {
              description: 'Property of domain/record/kind.ts, by name',
            }),
            level: Type.Union([Type.String(), Type.Null()], {
              description: 'up to which sensitivity you read the kind here; null: not at all',
            }),
          },
          { description: 'Kind of domain/record/kind.ts' },
        ),
      ),
      lists: Type.Record(Type.String(), Type.Unknown(), {
        description: 'CodeList of domain/record/kind.ts, by name',
      }),
    }),
  ),
});

export function addKinds(app: App, { store }: Context): void {
  app.get(
    '/api/kinds',
    {
      schema: {
        summary: 'Record kinds with properties, labels and code lists',
        tags: ['programmes'],
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, query }) => {
      const rooms = await roomsFor(store, asker, await programmesFor(store, asker, query.programme));
      return {
        programmes: rooms.map(({ programme, model, level }) => ({
          programme: programme.id,
          kinds: [...model.kinds.values()].map((kind) => ({ ...kind, level: level(kind.name) })),
          lists: Object.fromEntries(model.lists),
        })),
      };
    },
  );
}
