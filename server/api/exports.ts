/**
 * /api/exports: exports made in the background, for people who have signed in: begin one, see how far mine are, fetch, stop or
 * forget one.
 */
import { problem } from '@tilth/domain/problem';
import { formats } from '@tilth/formats/write/formats';
import { type Static, Type } from 'typebox';
import { refuse } from '../answer.ts';
import { At, askSchema, KindName, Known, ProgrammeId, programmeFor, timesOf } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import { exportFile, openIn } from '../export/file.ts';
import { ExportJobs, type Job } from '../export/jobs.ts';
import { columnsText, filterText, narrowOf, withinText } from '../narrow.ts';
import { bytesOf } from '../openapi.ts';
import { roomsFor, roomsWith } from '../reader.ts';
import type { App, Context } from '../route.ts';
import { StampSchema, stampHeader } from '../stamps.ts';
import { sendStream } from '../stream.ts';
import { FormatSchema } from './export.ts';
import { sortOf, sortSchema } from './list.ts';

const closed = { additionalProperties: false };

const Body = Type.Object(
  {
    programme: ProgrammeId,
    kind: KindName,
    format: FormatSchema,
    at: Type.Optional(At),
    known: Type.Optional(Known),
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    filter: Type.Optional(filterText),
    within: Type.Optional(withinText),
    sort: Type.Optional(sortSchema),
    columns: Type.Optional(columnsText),
    ids: Type.Optional(
      Type.Array(Type.String({ pattern: '^[0-9a-f-]{36}$' }), { minItems: 1, maxItems: 10_000 }),
    ),
    hxl: Type.Optional(Type.Boolean()),
  },
  closed,
);

const JobSchema = Type.Object({
  id: Type.String(),
  programme: Type.String(),
  kind: Type.String(),
  format: Type.String(),
  said: Type.Record(Type.String(), Type.String(), { description: 'what it was narrowed to and sorted by' }),
  begun: Type.String({ format: 'date-time' }),
  state: Type.Enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  rows: Type.Integer({ description: 'written so far' }),
  of: Type.Union([Type.Integer(), Type.Null()], { description: 'rows in all; null: being counted' }),
  bytes: Type.Integer(),
  name: Type.Union([Type.String(), Type.Null()]),
  stamp: Type.Union([StampSchema, Type.Null()]),
  problem: Type.Union([
    Type.Object({ code: Type.String(), facts: Type.Record(Type.String(), Type.Unknown()) }),
    Type.Null(),
  ]),
});

const JobId = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });
const mine = { onRequest: mustBeSomebody };

export function addExports(app: App, context: Context): void {
  const { store } = context;
  const jobs = new ExportJobs((fault) => context.log({ level: 'error', ...fault }));
  app.addHook('onClose', () => jobs.close());

  app.post(
    '/api/exports',
    {
      ...mine,
      schema: {
        summary: 'Begin an export in the background',
        tags: ['items'],
        body: Body,
        response: { 200: JobSchema },
      },
    },
    async ({ asker, body }) => {
      const programme = await programmeFor(store, asker, body.programme);
      const [found] = roomsWith(await roomsFor(store, asker, [programme]), body.kind);
      if (found === undefined) return refuse(problem('collection-unknown', { collection: body.kind }));
      const open = openIn(found.room, found.kind);
      const query = {
        ...narrowOf(body),
        ...(body.q === undefined ? {} : { text: body.q }),
        ...(body.ids === undefined ? {} : { where: { id: body.ids.join(',') } }),
      };
      const columns = body.columns?.split(',');
      const ask = {
        ...timesOf(body),
        format: body.format,
        query: { ...query, ...(body.sort === undefined ? {} : { sort: sortOf(body.sort, new Set(open)) }) },
        said: saidOf(body),
        ...(columns === undefined ? {} : { columns }),
        ...(body.hxl === undefined ? {} : { hxl: body.hxl }),
      };
      // what is wrong with the question is told at once, not in the list of exports
      const counted = await store.list(asker, {
        ...ask.query,
        ...timesOf(body),
        programme: programme.id,
        kind: body.kind,
        limit: 1,
      });
      const strange = columns?.find((name) => !open.includes(name));
      if (strange !== undefined)
        return refuse(problem('property-unknown', { kind: body.kind, property: strange }));
      const of = { programme: programme.id, kind: body.kind, format: body.format, said: ask.said };
      return shown(
        jobs.begin(asker, of, async (passing, count) => {
          count(counted.matched);
          return exportFile(store, asker, found, ask, passing);
        }),
      );
    },
  );

  app.get(
    '/api/exports',
    {
      ...mine,
      schema: {
        summary: 'Your exports, the newest first',
        tags: ['items'],
        querystring: Type.Object({ programme: askSchema.programme }, closed),
        response: { 200: Type.Object({ exports: Type.Array(JobSchema) }) },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      return { exports: jobs.list(asker, id).map(shown) };
    },
  );

  app.get(
    '/api/exports/:id/file',
    {
      ...mine,
      schema: {
        summary: 'The file of a finished export',
        tags: ['items'],
        params: JobId,
        response: { 200: bytesOf('the file', ...new Set(Object.values(formats).map((f) => f.mediaType))) },
      },
    },
    async ({ asker, params }, reply) => {
      const { job, bytes } = jobs.fetch(asker, params.id);
      const headers = {
        'content-type': job.mediaType ?? 'application/octet-stream',
        'content-disposition': `attachment; filename="${job.name}"`,
        ...(job.stamp === null ? {} : { 'tilth-stamp': stampHeader([job.stamp]) }),
      };
      return sendStream(reply, headers, bytes);
    },
  );

  app.delete(
    '/api/exports/:id',
    {
      ...mine,
      schema: {
        summary: 'Stop an export that is under way, or forget one that has ended',
        tags: ['items'],
        params: JobId,
        response: { 204: Type.Null() },
      },
    },
    async ({ asker, params }, reply) => {
      jobs.end(asker, params.id);
      return reply.code(204).send();
    },
  );
}

/** What narrows it, as it was asked; chosen rows by their number, since a file has no room for a thousand ids. */
function saidOf({ q, filter, within, sort, ids }: Static<typeof Body>): Readonly<Record<string, string>> {
  return {
    ...(q === undefined ? {} : { q }),
    ...(filter === undefined ? {} : { filter }),
    ...(within === undefined ? {} : { within }),
    ...(ids === undefined ? {} : { chosen: String(ids.length) }),
    ...(sort === undefined ? {} : { sort }),
  };
}

function shown(job: Job) {
  const { id, programme, kind, format, said, begun, state, rows, of, bytes, name, stamp } = job;
  const why = job.problem && { code: job.problem.code, facts: { ...job.problem.facts } };
  return { id, programme, kind, format, said, begun, state, rows, of, bytes, name, stamp, problem: why };
}
