/** /api/kinds: the record kinds, their properties, labels and code lists as they hold in each programme. */
import { Type } from 'typebox';
import { askSchema, programmesFor } from '../ask.ts';
import { roomsFor } from '../reader.ts';
import type { App, Context } from '../route.ts';

const Query = Type.Object({ programme: Type.Optional(askSchema.programme) }, { additionalProperties: false });

export function addKinds(app: App, { store }: Context): void {
  app.get(
    '/api/kinds',
    {
      schema: {
        summary: 'Record kinds with properties, labels and code lists',
        tags: ['programmes'],
        querystring: Query,
      },
    },
    async ({ asker, query }) => {
      const rooms = await roomsFor(store, asker, await programmesFor(store, asker, query.programme));
      return {
        programmes: rooms.map(({ programme, model, level }) => ({
          programme: programme.id,
          // `level`: up to which sensitivity this asker reads the kind here; null: not at all
          kinds: [...model.kinds.values()].map((kind) => ({ ...kind, level: level(kind.name) })),
          lists: Object.fromEntries(model.lists),
        })),
      };
    },
  );
}
