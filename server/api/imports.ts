/**
 * /api/imports: files on their way into the record. A file is laid on the desk, comes in pieces (so that a thin line loses
 * little), and is then looked at, tried and imported under its address. Only who brought it sees it.
 */
import { mayDo } from '@tilth/domain/access/may';
import type { ImportCounts } from '@tilth/domain/report/draft';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { ProgrammeId, programmeFor } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import { type Brought, type Desk, stop } from '../import/desk.ts';
import { beginLook } from '../import/work.ts';
import type { App, Context } from '../route.ts';

const closed = { additionalProperties: false };
/** Bytes of one piece. */
const PIECE = 4_194_304;

export const FileId = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });
const Count = Type.Integer({ minimum: 0 });
const Counts = Type.Object({
  read: Count,
  accepted: Count,
  updated: Count,
  unchanged: Count,
  repaired: Count,
  same: Count,
  refused: Count,
  gone: Count,
  waiting: Count,
});
const ProblemSchema = Type.Object({
  code: Type.String(),
  facts: Type.Record(Type.String(), Type.Unknown()),
});
export const FileSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  size: Count,
  received: Count,
  looked: Type.Boolean({ description: 'its columns are known' }),
  mapping: Type.Union([Type.String(), Type.Null()], { description: 'name of the mapping it has now' }),
  work: Type.Union([
    Type.Object({
      doing: Type.Enum(['look', 'try', 'import', 'compare']),
      waiting: Type.Boolean({ description: 'other work comes first' }),
      rows: Count,
      of: Type.Union([Count, Type.Null()]),
      writing: Type.Boolean({ description: 'from here on it goes to its end' }),
      ended: Type.Boolean(),
      problem: Type.Union([ProblemSchema, Type.Null()]),
    }),
    Type.Null(),
  ]),
  tried: Type.Union([Counts, Type.Null()]),
  imported: Type.Union([Counts, Type.Null()]),
  number: Type.Union([Count, Type.Null()], {
    description: 'the last receipt number of the office when it was imported',
  }),
  compared: Type.Boolean(),
});

/** A file as its bringer sees it. */
export function fileState(file: Brought) {
  const { id, name, size, received, look, mapping, work, tried, imported, compared } = file;
  return {
    id,
    name,
    size,
    received,
    looked: look !== null,
    mapping: mapping?.name ?? null,
    work: work && {
      doing: work.doing,
      waiting: work.waiting,
      rows: work.rows,
      of: work.of,
      writing: work.writing,
      ended: work.ended,
      problem: work.problem && { code: work.problem.code, facts: { ...work.problem.facts } },
    },
    tried: tried && countsOf(tried.result),
    imported: imported && countsOf(imported.result),
    number: imported?.number ?? null,
    compared: compared !== null,
  };
}

export function countsOf(result: ImportCounts): ImportCounts {
  const { read, accepted, updated, unchanged, repaired, same, refused, gone, waiting } = result;
  return { read, accepted, updated, unchanged, repaired, same, refused, gone, waiting };
}

export function addImports(app: App, context: Context, desk: Desk): void {
  const { store } = context;
  const of = { tags: ['import'], params: FileId };

  app.post(
    '/api/imports',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Lay a file on the desk; its bytes come next',
        tags: ['import'],
        body: Type.Object(
          {
            programme: Type.Optional(ProgrammeId),
            name: Type.String({ minLength: 1, maxLength: 255 }),
            size: Type.Integer({ minimum: 0, description: 'bytes' }),
          },
          closed,
        ),
        response: { 200: FileSchema },
      },
    },
    async ({ asker, body }) => {
      const { id } = await programmeFor(store, asker, body.programme);
      const not = mayDo('report', asker.person, asker.roles.get(id), id);
      if (not !== null) refuse(not);
      return fileState(await desk.lay(asker, id, body.name, body.size));
    },
  );

  app.get(
    '/api/imports',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'The files this person has on the desk',
        tags: ['import'],
        querystring: Type.Object({ programme: Type.Optional(ProgrammeId) }, closed),
        response: { 200: Type.Object({ files: Type.Array(FileSchema) }) },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      return { files: desk.of(asker, id).map(fileState) };
    },
  );

  app.get(
    '/api/imports/:id',
    {
      onRequest: mustBeSomebody,
      schema: { summary: 'How far a file is', ...of, response: { 200: FileSchema } },
    },
    async ({ asker, params }) => fileState(desk.take(asker, params.id)),
  );

  app.delete(
    '/api/imports/:id',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Take a file off the desk; what is at work on it ends, unless it is being stored already',
        ...of,
      },
    },
    async ({ asker, params }, reply) => {
      await desk.remove(desk.take(asker, params.id));
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/imports/:id/stop',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'End what is at work on a file; once rows are being stored it goes to its end',
        ...of,
        response: { 200: FileSchema },
      },
    },
    async ({ asker, params }) => {
      const file = desk.take(asker, params.id);
      if (file.work !== null && !file.work.writing) stop(file.work);
      return fileState(file);
    },
  );

  // bytes are taken here and nowhere else
  app.register(async (scope: App) => {
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: PIECE },
      (_request, body, done) => done(null, body),
    );
    scope.put(
      '/api/imports/:id/bytes',
      {
        onRequest: mustBeSomebody,
        bodyLimit: PIECE,
        schema: {
          summary: 'The next piece of a file (application/octet-stream); with the last it is looked at',
          ...of,
          querystring: Type.Object({ from: Type.Integer({ minimum: 0 }) }, closed),
          response: { 200: FileSchema },
        },
      },
      async ({ asker, params, query, body }) => {
        const file = desk.take(asker, params.id);
        const bytes = body instanceof Uint8Array ? body : new Uint8Array();
        await desk.write(file, query.from, bytes);
        // once: the last piece may be sent again
        if (file.received === file.size && file.work === null) beginLook(file, desk, context, file.reading);
        return fileState(file);
      },
    );
  });
}
