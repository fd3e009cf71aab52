/** /api/programmes: what the asker may see at all. */
import { Type } from 'typebox';
import type { App, Context } from '../route.ts';

const Answer = Type.Object({
  programmes: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      zone: Type.String({ description: 'IANA time zone: “today” is its' }),
      public: Type.Record(Type.String(), Type.String()),
      invented: Type.Boolean({ description: 'sample data: say “Invented data” wherever it is shown' }),
      extent: Type.Union([Type.Array(Type.Number()), Type.Null()]),
      role: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});

export function addProgrammes(app: App, { store }: Context): void {
  app.get(
    '/api/programmes',
    { schema: { summary: 'Programmes you may see', tags: ['programmes'], response: { 200: Answer } } },
    async ({ asker }) => {
      const programmes = await store.programmes(asker);
      return { programmes: programmes.map((p) => ({ ...p, role: asker.roles.get(p.id) ?? null })) };
    },
  );
}
