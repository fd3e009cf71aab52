/**
 * POST /api/near: what is on record near a place. A question, not a change: it is a POST because a route of a thousand
 * positions fits no address, and because where somebody means to go is nobody else's business.
 */
import { readGeometry } from '@tilth/domain/geometry/shape';
import { isProblem } from '@tilth/domain/problem';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, programmeFor, timesOf } from '../ask.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';
import { RowSchema } from './list.ts';

/** Metres: farther than this nobody asks of a place. */
const FARTHEST = 50_000;

const Body = Type.Object(
  {
    ...askSchema,
    geometry: Type.Unknown({ description: 'GeoJSON, WGS 84: a point, a line such as a route, or a plot' }),
    metres: Type.Number({ minimum: 0, maximum: FARTHEST, description: 'how near' }),
  },
  { additionalProperties: false },
);
const Answer = Type.Object({
  stamp: StampSchema,
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      found: Type.Array(
        Type.Object({
          row: RowSchema,
          metres: Type.Integer({
            description: '0 where it meets the place, or may; never more than the true distance',
          }),
          accuracy: Type.Optional(
            Type.Number({ description: 'metres by which what is drawn may be off, where somebody says' }),
          ),
        }),
      ),
    }),
  ),
  asked_m2: Type.Number({
    description: 'm² of the ground asked about; a line or point is as wide as the distance',
  }),
  surveyed_m2: Type.Number({ description: 'm² of it that some survey on record covered' }),
  to_locate: Type.Integer({ description: 'hazards that cannot be drawn: any of them may be near' }),
});

export function addNear(app: App, { store }: Context): void {
  app.post(
    '/api/near',
    {
      schema: {
        summary:
          'What is on record within a distance of a place. Absence of a record is no evidence of safety',
        tags: ['figures'],
        body: Body,
        response: { 200: Answer },
      },
    },
    async ({ asker, body }) => {
      const { id } = await programmeFor(store, asker, body.programme);
      const read = readGeometry(body.geometry);
      if (isProblem(read)) return refuse(read);
      const { geometry } = read;
      return store.near(asker, { programme: id, geometry, metres: body.metres, ...timesOf(body) });
    },
  );
}
