/**
 * /api/queue: reports that wait for a reviewer, oldest first, narrowed by what they need; what one of them would change; many
 * approved at once, and decisions taken back.
 */
import { mayDo } from '@tilth/domain/access/may';
import { problem } from '@tilth/domain/problem';
import type { Asker, QueueFilter } from '@tilth/store/store';
import { type Static, Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, FARTHEST, ItemId, ProgrammeId, programmeFor } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import type { App, Context } from '../route.ts';
import { ReceiptSchema } from './entry-schema.ts';

const closed = { additionalProperties: false };

const word = (description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 80, description }));
const filterSchema = {
  look: word(
    'what it needs: clean, land-off, own-release, lowers, waits, lacking, decided (returned or contested before) or repaired',
  ),
  kind: word('a record kind it speaks of'),
  source: word('a key of `sources`: never the name, which may be a person’s'),
  step: word('the step of review it waits at'),
  standing: word('pending, returned or contested'),
  older: Type.Optional(
    Type.Union([Type.Literal('7'), Type.Literal('30'), Type.Literal('90')], {
      description: 'received at least so many days ago: 7, 30 or 90',
    }),
  ),
  report: Type.Optional(ItemId),
};
const Filter = Type.Object(filterSchema, closed);

const Query = Type.Object(
  {
    programme: Type.Optional(askSchema.programme),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, default: 100, description: 'a whole number from 1 to 1000' }),
    ),
    after: Type.Optional(
      Type.Integer({ minimum: 0, maximum: FARTHEST, description: 'the last receipt number seen' }),
    ),
    offset: Type.Optional(
      Type.Integer({ minimum: 0, maximum: FARTHEST, description: 'how many to pass over' }),
    ),
    ...filterSchema,
  },
  closed,
);

const Name = Type.Object({ id: Type.String(), digest: Type.String() });
const Answer = Type.Object({
  programme: Type.String(),
  office: Type.String(),
  number: Type.Integer({ description: 'the receipt number it is counted at' }),
  waiting: Type.Integer({ description: 'how many wait in all' }),
  matched: Type.Integer({ description: 'how many the filter lets through' }),
  counts: Type.Record(Type.String(), Type.Record(Type.String(), Type.Integer()), {
    description: 'by filter and value: how many would match with it, the other filters as asked',
  }),
  sources: Type.Record(Type.String(), Type.String(), { description: 'names of the sources in `counts`' }),
  next: Type.Union([Type.Integer(), Type.Null()]),
  reports: Type.Array(
    Type.Object({
      report: Type.Unknown({ description: 'Report of domain/report/entry.ts' }),
      ref: Name,
      number: Type.Integer(),
      standing: Type.String(),
      waits: Type.Union([Type.String(), Type.Null()]),
      step: Type.Union([Type.String(), Type.Null()], {
        description: 'the step of review it waits at: what a decision on it names as its step',
      }),
      under: Type.Array(Name, {
        description:
          'the rules it was received under, which an approval names: the first as under, others as also_under',
      }),
      looks: Type.Array(Type.String(), {
        description: 'why a person has to look at it: land-off, lowers, waits',
      }),
      lacking: Type.Boolean({
        description: 'neither it nor the record says where: to approve it takes a reason',
      }),
      received: Type.String({ format: 'date-time' }),
    }),
  ),
});

const Batch = Type.Object(
  {
    from: Type.Integer({ minimum: 0, maximum: FARTHEST }),
    to: Type.Integer({ minimum: 0, maximum: FARTHEST }),
  },
  closed,
);
const Many = Type.Object(
  {
    programme: ProgrammeId,
    filter: Filter,
    up_to: Type.Integer({
      minimum: 0,
      maximum: FARTHEST,
      description: 'the `number` the queue was seen at: what came later is left',
    }),
    batch: Type.Optional(Batch),
    reason: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  closed,
);
const ManyAnswer = Type.Object({
  number: Type.Integer(),
  reports: Type.Integer({ description: 'how many are clean: approved with `batch`, to be approved without' }),
  skipped: Type.Record(Type.String(), Type.Integer(), {
    description: 'how many are left to a person, by the first reason why',
  }),
  batches: Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer(), reports: Type.Integer() }), {
    description: 'what to ask for one after the other as `batch`',
  }),
  decisions: Type.Array(Name),
});

const View = Type.Union([Type.Null(), Type.Unknown({ description: 'ItemView of domain/report/view.ts' })]);
const Land = Type.Union([
  Type.Null(),
  Type.Object({ m2: Type.Number(), land: Type.Unknown({ description: 'a GeoJSON geometry' }) }),
]);
const Change = Type.Object({
  items: Type.Array(Type.Object({ before: View, after: View, gained: Land, lost: Land }), {
    description: 'of each item of the report, in their order: the record without it, and with it approved',
  }),
  seen: Type.Array(Name, { description: 'the decisions on it that a new one comes after' }),
});

function mustDecide(asker: Asker, programme: string): void {
  const not = mayDo('decide', asker.person, asker.roles.get(programme), programme);
  if (not !== null) refuse(not);
}

function filterOf(query: Static<typeof Filter>): QueueFilter {
  const { look, kind, source, step, standing, older, report } = query;
  const said = Object.entries({ look, kind, source, step, standing, older, report });
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

export function addQueue(app: App, { store }: Context): void {
  app.get(
    '/api/queue',
    {
      schema: {
        summary: 'Reports waiting for review',
        tags: ['review'],
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      mustDecide(asker, id);
      const limit = query.limit ?? 100;
      const filter = filterOf(query);
      const counts = await store.queueCounts(asker, id, filter);
      const reports = await store.queue(asker, id, {
        limit,
        filter,
        offset: query.offset ?? 0,
        ...(query.after === undefined ? {} : { after: query.after }),
      });
      const next = reports.length === limit ? (reports.at(-1)?.number ?? null) : null;
      return { programme: id, ...counts, next, reports };
    },
  );

  app.get(
    '/api/queue/change',
    {
      schema: {
        summary: 'What a report would change once approved',
        tags: ['review'],
        querystring: Type.Object({ programme: Type.Optional(askSchema.programme), report: ItemId }, closed),
        response: { 200: Change },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      mustDecide(asker, id);
      const found = await store.wouldBe(asker, id, query.report);
      return found ?? refuse(problem('report-not-here', { report: query.report }));
    },
  );

  app.post(
    '/api/queue/approve',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Approve the clean reports that a filter finds',
        description:
          'Without `batch` it writes nothing and says what it would do, in which batches. With one it approves what of it is clean and still waits; asking again approves nothing twice.',
        tags: ['review'],
        body: Many,
        response: { 200: ManyAnswer },
      },
    },
    async ({ asker, body: { programme, filter, up_to, batch, reason = '' } }) => {
      mustDecide(asker, programme);
      return store.approveMany(asker, programme, {
        filter: filterOf(filter),
        upTo: up_to,
        reason,
        ...(batch === undefined ? {} : { batch }),
      });
    },
  );

  app.post(
    '/api/queue/withdraw',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Take decisions on reports back',
        tags: ['review'],
        body: Type.Object(
          {
            programme: ProgrammeId,
            decisions: Type.Array(ItemId, { minItems: 1, maxItems: 100 }),
            reason: Type.String({ minLength: 1, maxLength: 2000 }),
          },
          closed,
        ),
        response: { 200: Type.Object({ receipts: Type.Array(ReceiptSchema) }) },
      },
    },
    async ({ asker, body: { programme, decisions, reason } }) => {
      mustDecide(asker, programme);
      return { receipts: await store.withdraw(asker, programme, decisions, reason) };
    },
  );
}
