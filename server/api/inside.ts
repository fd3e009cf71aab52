/**
 * POST /api/inside: what lies on a piece of ground drawn on the map, counted and measured. A question, not a change: it is
 * a POST because an outline fits no address.
 */
import { readGeometry } from '@tilth/domain/geometry/shape';
import { isProblem, problem } from '@tilth/domain/problem';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, programmeFor, timesOf } from '../ask.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';

const Body = Type.Object(
  { ...askSchema, ground: Type.Unknown({ description: 'GeoJSON, WGS 84: a polygon or multipolygon' }) },
  { additionalProperties: false },
);
const m2 = (description: string) => Type.Number({ description });
const Answer = Type.Object({
  stamp: StampSchema,
  ground_m2: m2('m² of the ground itself'),
  kinds: Type.Array(Type.Object({ kind: Type.String(), items: Type.Integer(), reported: Type.Integer() }), {
    description: 'kinds of which something reaches into the ground',
  }),
  land: Type.Union(
    [
      Type.Object({
        items: Type.Integer(),
        sum: m2('m² inside the ground, all outlines added'),
        once: m2('m² inside the ground, land counted once'),
        sha: m2('m², suspected, land that is also confirmed left out'),
        cha: m2('m², confirmed'),
        unmeasured: Type.Integer({ description: 'hazards there whose extent is unknown' }),
        papers_not_held: Type.Object({ items: Type.Integer(), m2: Type.Number() }),
      }),
      Type.Null(),
    ],
    { description: 'hazards; null: more outlines than are measured at once' },
  ),
  released: Type.Array(
    Type.Object({ method: Type.String(), items: Type.Integer(), m2: m2('m² inside the ground') }),
  ),
  surveyed_m2: m2('m² of the ground that some survey on record covered'),
  to_locate: Type.Integer({ description: 'hazards that cannot be drawn: any of them may lie here' }),
});

export function addInside(app: App, { store }: Context): void {
  app.post(
    '/api/inside',
    {
      schema: {
        summary:
          'What lies on a piece of ground, counted and measured. Absence of a record is no evidence of safety',
        tags: ['figures'],
        body: Body,
        response: { 200: Answer },
      },
    },
    async ({ asker, body }) => {
      const { id } = await programmeFor(store, asker, body.programme);
      const read = readGeometry(body.ground);
      if (isProblem(read)) return refuse(read);
      const ground = read.geometry;
      if (ground.type !== 'Polygon' && ground.type !== 'MultiPolygon')
        return refuse(problem('parameter-invalid', { parameter: 'ground', expected: 'a polygon' }));
      return store.inside(asker, { programme: id, ground, ...timesOf(body) });
    },
  );
}
