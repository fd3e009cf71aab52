/** /api/imports/{id}/…: trying a mapping on a file, importing it, and the account of every row. */
import { mayDo } from '@tilth/domain/access/may';
import { type Code, problem } from '@tilth/domain/problem';
import type { RowReport } from '@tilth/domain/report/draft';
import { say } from '@tilth/domain/say';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import { type Account, accountCsv, groupsOf, placeKey, rowsOf, waitingOf } from '../import/account.ts';
import type { Brought, Desk } from '../import/desk.ts';
import { beginTaking } from '../import/work.ts';
import { bytesOf } from '../openapi.ts';
import type { App, Context } from '../route.ts';
import { sendStream } from '../stream.ts';
import { countsOf, FileId, FileSchema, fileState } from './imports.ts';

const closed = { additionalProperties: false };
const Json = Type.Unknown();
const MOST_ROWS = 1000;
const Of = {
  of: Type.Optional(Type.Enum(['try', 'import'], { description: 'the try (default) or the import' })),
  outcome: Type.Optional(Type.String({ pattern: '^[a-z]+$' })),
  code: Type.Optional(
    Type.String({ pattern: '^[a-z0-9-]+$', description: 'a problem code; `none`: rows without one' }),
  ),
  waits: Type.Optional(
    Type.String({
      pattern: '^[a-z0-9-]+$',
      description: 'a problem code: rows whose reports a person has to look at for this reason',
    }),
  ),
};

export function addImportRun(app: App, context: Context, desk: Desk): void {
  const { words } = context;
  const of = { tags: ['import'], params: FileId };

  app.post(
    '/api/imports/:id/run',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Try the mapping on every row, or import; goes on by itself',
        ...of,
        body: Type.Object(
          {
            dry_run: Type.Boolean({ description: 'nothing is stored' }),
            approve: Type.Optional(
              Type.Boolean({ description: 'approve what may be approved in bulk; for reviewers' }),
            ),
          },
          closed,
        ),
        response: { 200: FileSchema },
      },
    },
    async ({ asker, params, body }) => {
      const file = desk.take(asker, params.id);
      const mapping = file.mapping ?? refuse(problem('mapping-missing'));
      const role = asker.roles.get(file.programme);
      const approve = body.approve === true;
      const not =
        mayDo('report', asker.person, role, file.programme) ??
        (approve ? mayDo('decide', asker.person, role, file.programme) : null);
      if (not !== null) refuse(not);
      beginTaking(file, mapping, desk, context, asker, { approve, dryRun: body.dry_run });
      return fileState(file);
    },
  );

  app.get(
    '/api/imports/:id/account',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'What became, or would become, of the rows: counts, and rows by outcome and reason',
        ...of,
        querystring: Type.Object({ of: Of.of }, closed),
        response: { 200: Json },
      },
    },
    async ({ asker, params, query }) => {
      const { encoding, notices, result, approved, drawn } = accountIn(desk.take(asker, params.id), query.of);
      return {
        encoding,
        notices: [...notices],
        approved,
        counts: countsOf(result),
        groups: groupsOf(result.rows),
        waiting: waitingOf(result.rows),
        drawn: drawn.size,
      };
    },
  );

  app.get(
    '/api/imports/:id/rows',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Rows of the account, in the order of the file',
        ...of,
        querystring: Type.Object(
          {
            ...Of,
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_ROWS })),
            offset: Type.Optional(Type.Integer({ minimum: 0 })),
          },
          closed,
        ),
        response: { 200: Type.Object({ matched: Type.Integer(), rows: Type.Array(Json) }) },
      },
    },
    async ({ asker, params, query }) => {
      const { limit = 100, offset = 0 } = query;
      const found = rowsOf(accountIn(desk.take(asker, params.id), query.of).result.rows, query);
      return { matched: found.length, rows: found.slice(offset, offset + limit) };
    },
  );

  app.get(
    '/api/imports/:id/rows.csv',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'The account as a table',
        ...of,
        querystring: Type.Object(Of, closed),
        response: { 200: bytesOf('the table', 'text/csv; charset=utf-8') },
      },
    },
    async ({ asker, params, query }, reply) => {
      const file = desk.take(asker, params.id);
      const rows = rowsOf(accountIn(file, query.of).result.rows, query);
      const sentence = ({ code, facts = {} }: RowReport) =>
        say(words[`problem.${code as Code}`] ?? code ?? '', facts);
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="rows-${query.of ?? 'try'}.csv"`,
      };
      const lines = accountCsv(rows, sentence);
      return sendStream(
        reply,
        headers,
        (async function* () {
          yield* lines;
        })(),
      );
    },
  );

  app.get(
    '/api/imports/:id/shapes',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Where the rows lie that can be drawn, WGS 84',
        ...of,
        querystring: Type.Object(Of, closed),
        response: { 200: Type.Object({ shapes: Type.Array(Json), left_out: Type.Integer() }) },
      },
    },
    async ({ asker, params, query }) => {
      const { result, drawn } = accountIn(desk.take(asker, params.id), query.of);
      const rows = rowsOf(result.rows, query);
      const shapes = rows.flatMap((r) => {
        const geometry = drawn.get(placeKey(r));
        return geometry ? [{ row: r.row, outcome: r.outcome, code: r.code ?? null, geometry }] : [];
      });
      return { shapes, left_out: rows.length - shapes.length };
    },
  );
}

function accountIn(file: Brought, of: 'try' | 'import' | undefined): Account {
  return (of === 'import' ? file.imported : file.tried) ?? refuse(problem('import-not-tried'));
}
