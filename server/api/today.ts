/** /api/today: what has to be seen to, as the home page of people who work in a programme shows it. */
import { nextDates } from '@tilth/domain/today/next-dates';
import { Type } from 'typebox';
import { askSchema, programmeFor, timesOf } from '../ask.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';
import { RowSchema } from './list.ts';

const sectionNames = {
  accidents: 'accidents nobody has investigated, and others whose hazard is not on record',
  'hazard-reports': 'hazard reports without an accepted outcome',
  'in-released-land':
    'accidents and finds in land that was released before, which is not drawn as a hazard again',
  'outside-hazards': 'accidents and finds that lie neither in a hazard on record nor in released land',
  expected: 'reporting duties whose day is past, or not known, and that nobody answered',
  'to-come': 'reporting duties still to come, nearest first',
};

const todo = (description: string) =>
  Type.Object(
    {
      count: Type.Integer(),
      rows: Type.Array(
        Type.Intersect([
          RowSchema,
          Type.Object({ day: Type.Union([Type.String(), Type.Null()], { description: 'the order’s day' }) }),
        ]),
      ),
    },
    { description },
  );
const count = Type.Integer();

const Query = Type.Object(
  {
    ...askSchema,
    section: Type.Optional(
      Type.Union(
        [
          Type.Literal('accidents'),
          Type.Literal('hazard-reports'),
          Type.Literal('in-released-land'),
          Type.Literal('outside-hazards'),
          Type.Literal('expected'),
          Type.Literal('to-come'),
        ],
        { description: 'this section alone' },
      ),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, default: 5, description: 'rows of a section, 1 to 1000' }),
    ),
  },
  { additionalProperties: false },
);

const Answer = Type.Object({
  stamp: StampSchema,
  sections: Type.Object(
    Object.fromEntries(
      Object.entries(sectionNames).map(([name, description]) => [name, Type.Optional(todo(description))]),
    ),
    { description: 'those that are for you, oldest first' },
  ),
  dates: Type.Array(
    Type.Object({
      what: Type.String({ description: 'week, month, ccw (31 March), article-7 (30 April)' }),
      day: Type.String(),
    }),
  ),
  deadlines: Type.Union([todo('decisions that set the clearance deadlines in force'), Type.Null()]),
  review: Type.Union(
    [
      Type.Object({
        own: Type.Boolean({ description: 'your own reports only' }),
        steps: Type.Array(
          Type.Object(
            { step: Type.String(), week: count, month: count, quarter: count, older: count },
            { description: 'received within 7, 30 and 90 days, and before' },
          ),
        ),
      }),
      Type.Null(),
    ],
    { description: 'what waits for review; null at another time than now' },
  ),
  returned: Type.Union(
    [
      Type.Object({
        own: Type.Boolean(),
        count,
        reports: Type.Array(
          Type.Object({
            report: Type.Unknown({ description: 'Report of domain/report/entry.ts' }),
            number: Type.Integer(),
            instant: Type.String(),
            reason: Type.String({ description: 'why it was returned, for who may read it' }),
          }),
        ),
      }),
      Type.Null(),
    ],
    { description: 'reports sent back that no later one corrects; null at another time than now' },
  ),
});

export function addToday(app: App, { store }: Context): void {
  app.get(
    '/api/today',
    {
      schema: {
        summary: 'What has to be seen to: the oldest of each section that is for you',
        tags: ['review'],
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      const found = await store.today(asker, id, {
        ...timesOf(query),
        limit: query.limit ?? 5,
        ...(query.section === undefined ? {} : { section: query.section }),
      });
      return { ...found, dates: nextDates(found.stamp.at) };
    },
  );
}
