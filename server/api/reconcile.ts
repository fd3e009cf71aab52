/** /api/imports/{id}/compared: an operator's list beside the record. Nothing is stored unless rows are chosen to be. */
import { mayDo } from '@tilth/domain/access/may';
import { problem } from '@tilth/domain/problem';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { At, Known, programmeFor, timesOf } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import { type Compared, filtered, type Line, shapesOf, tallied } from '../import/compared.ts';
import type { Brought, Desk } from '../import/desk.ts';
import { differencesCsv, differencesXlsx } from '../import/differences-sheet.ts';
import { beginCompare, beginTakingChosen } from '../import/reconcile.ts';
import { bytesOf } from '../openapi.ts';
import type { App, Context } from '../route.ts';
import { stampHeader } from '../stamps.ts';
import { sendStream } from '../stream.ts';
import { FileId, FileSchema, fileState } from './imports.ts';

const closed = { additionalProperties: false };
const Json = Type.Unknown();
const State = Type.Enum(['differs', 'only-ours', 'only-theirs', 'unsure', 'same']);
const Narrow = {
  state: Type.Optional(State),
  property: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9_]*$' })),
};
const MOST_SHAPES = 5000;

export function addReconcile(app: App, context: Context, desk: Desk): void {
  const { store } = context;
  const of = { tags: ['import'], params: FileId };

  app.post(
    '/api/imports/:id/compare',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Hold the list against the record; nothing is stored',
        ...of,
        body: Type.Object(
          {
            by: Type.Enum(['ids', 'name'], { description: 'by what items are known on both sides' }),
            tolerance_m2: Type.Number({ minimum: 0, description: 'by which areas may differ' }),
            where: Type.Optional(
              Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]*$' }), Type.String({ maxLength: 400 }), {
                description: 'which of ours to miss in the list: equality filters on properties',
              }),
            ),
            at: Type.Optional(At),
            known: Type.Optional(Known),
          },
          closed,
        ),
        response: { 200: FileSchema },
      },
    },
    async ({ asker, params, body }) => {
      const file = desk.take(asker, params.id);
      const programme = await programmeFor(store, asker, file.programme);
      const { by, tolerance_m2, where = {} } = body;
      beginCompare(file, desk, context, asker, programme, { by, tolerance_m2, where, ...timesOf(body) });
      return fileState(file);
    },
  );

  app.get(
    '/api/imports/:id/compared',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'What was found: counts, and a page of lines',
        ...of,
        querystring: Type.Object(
          {
            ...Narrow,
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
            offset: Type.Optional(Type.Integer({ minimum: 0 })),
          },
          closed,
        ),
        response: { 200: Json },
      },
    },
    async ({ asker, params, query }) => {
      const compared = comparedIn(desk.take(asker, params.id));
      const { limit = 100, offset = 0 } = query;
      const found = filtered(compared.lines, query);
      const { stamp, by, tolerance_m2, properties, kind, unread } = compared;
      return {
        stamp,
        kind: kind.name,
        by,
        tolerance_m2,
        compared: properties,
        unread: { rows: unread.length, first: unread.slice(0, 20) },
        ...tallied(compared.lines),
        matched: found.length,
        lines: found.slice(offset, offset + limit).map(shown),
      };
    },
  );

  app.get(
    '/api/imports/:id/compared/shapes',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Where the lines lie on either side, WGS 84',
        ...of,
        querystring: Type.Object(Narrow, closed),
        response: { 200: Json },
      },
    },
    async ({ asker, params, query }) => {
      const lines = filtered(comparedIn(desk.take(asker, params.id)).lines, query);
      const shapes = lines.map((line) => ({ n: line.n, ...shapesOf(line) }));
      const drawn = shapes.filter((s) => s.ours !== null || s.theirs !== null);
      return {
        shapes: drawn.slice(0, MOST_SHAPES),
        left_out: lines.length - Math.min(drawn.length, MOST_SHAPES),
      };
    },
  );

  app.get(
    '/api/imports/:id/differences',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'The differences as a sheet to send back, stamped',
        ...of,
        querystring: Type.Object({ ...Narrow, format: Type.Enum(['xlsx', 'csv']) }, closed),
        response: {
          200: bytesOf(
            'the sheet',
            'text/csv; charset=utf-8',
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          ),
        },
      },
    },
    async ({ asker, params, query }, reply) => {
      const file = desk.take(asker, params.id);
      const compared = comparedIn(file);
      const { stamp, kind, where, properties } = compared;
      const programme = await programmeFor(store, asker, file.programme);
      const model = await store.model(file.programme);
      const lines = filtered(compared.lines, query).filter(
        (l) => query.state === 'same' || l.state !== 'same',
      );
      const open = properties.flatMap((p) => {
        const property = kind.properties[p];
        return property ? [[p, property] as const] : [];
      });
      const about = {
        kind: { ...kind, properties: Object.fromEntries(open) },
        model,
        stamp,
        filter: where,
        invented: programme.invented,
        programme: programme.name,
      };
      const making = { compared, lines, model, about };
      const xlsx = query.format === 'xlsx';
      const headers = {
        'content-type': xlsx
          ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
          : 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${programme.id}-differences-${stamp.at}-no-${stamp.number}.${query.format}"`,
        'tilth-stamp': stampHeader([stamp]),
      };
      return sendStream(reply, headers, xlsx ? differencesXlsx(making) : differencesCsv(making));
    },
  );

  app.post(
    '/api/imports/:id/take',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary:
          'Store chosen rows as reports of the list’s source, to be reviewed; on our items where they are ours',
        ...of,
        body: Type.Object(
          { lines: Type.Array(Type.Integer({ minimum: 0 }), { minItems: 1, maxItems: 10_000 }) },
          closed,
        ),
        response: { 200: FileSchema },
      },
    },
    async ({ asker, params, body }) => {
      const file = desk.take(asker, params.id);
      const not = mayDo('report', asker.person, asker.roles.get(file.programme), file.programme);
      if (not !== null) refuse(not);
      await beginTakingChosen(file, desk, context, asker, body.lines);
      return fileState(file);
    },
  );
}

function comparedIn(file: Brought): Compared {
  return file.compared ?? refuse(problem('import-not-compared'));
}

/** A line as it is read: sides by name, differences by value, outlines left to the map. */
function shown({ n, state, ours, theirs, differences }: Line) {
  return {
    n,
    state,
    ours: ours.map(({ id, title }) => ({ id, title })),
    theirs: theirs.map(({ row, sheet, title }) => ({ row, ...(sheet !== undefined && { sheet }), title })),
    differences: differences.map((d) => ({
      ...d,
      ours: d.ours.filter((v) => v.type !== 'geometry'),
      theirs: d.theirs.filter((v) => v.type !== 'geometry'),
    })),
  };
}
