/**
 * /api/products: defined reports, run for a period; issued, which freezes them; opened as they were sent; compared with what
 * the record says now; and said to be used no more. /api/figures: one figure for a period, as dashboards ask for it.
 */
import { mayDo } from '@tilth/domain/access/may';
import { offered } from '@tilth/domain/figures/figure';
import { problem } from '@tilth/domain/problem';
import { readLine } from '@tilth/domain/products/definition';
import type { Row } from '@tilth/store/store';
import { type Static, Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, homeOf, ItemId, ProgrammeId, programmeFor, timesOf, timesSchema } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import { bytesOf } from '../openapi.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';
import { sendStream } from '../stream.ts';
import { ReceiptSchema } from './entry-schema.ts';
import { issueSheet, liveOnes, openIssued, runSheet, withdrawSheet } from './make-sheet.ts';
import { sheetFile } from './sheet-file.ts';
import { languages, worded, wordsOf } from './sheet-words.ts';

const closed = { additionalProperties: false };
const Lang = Type.Optional(Type.Enum([...languages], { description: 'language of names and definitions' }));
const Programme = { programme: Type.Optional(ProgrammeId) };
const SheetSchema = Type.Unknown({ description: 'Sheet of domain/products/sheet.ts' });
const DefinitionId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$', description: 'as in /api/products' });

const period = {
  from: Type.String({ format: 'date', description: 'first day of the period' }),
  to: Type.String({ format: 'date', description: 'last day of the period' }),
};
const FigureQuery = Type.Object(
  {
    ...askSchema,
    ...period,
    figure: Type.String({ maxLength: 40, description: offered.map((f) => f.id).join(', ') }),
    by: Type.Optional(Type.String({ maxLength: 40, description: 'a breakdown that the figure has' })),
    pcode: Type.Optional(
      Type.String({ maxLength: 80, description: 'only in this administrative unit and those within it' }),
    ),
    organisation: Type.Optional(Type.String({ maxLength: 80, description: 'only by this organisation' })),
    responsible: Type.Optional(
      Type.String({ maxLength: 80, description: 'only in the charge of this organisation' }),
    ),
    lang: Lang,
  },
  closed,
);

const IssueBody = Type.Object(
  {
    programme: ProgrammeId,
    id: Type.Optional({
      ...ItemId,
      description: 'id of the sheet, made by who asks: asked again with it, nothing is issued twice',
    }),
    definition: DefinitionId,
    ...period,
    ...timesSchema,
    lang: Lang,
    recipient: Type.String({ maxLength: 400, description: 'the body or public it is for, never a person' }),
    replaces: Type.Optional(
      Type.Object({ id: ItemId, reason: Type.String({ minLength: 1, maxLength: 2000 }) }, closed),
    ),
  },
  closed,
);

const Difference = {
  was: Type.Number(),
  now: Type.Number(),
  parts: Type.Array(Type.Object({ cause: Type.String(), by: Type.Number() }), {
    description: 'what each cause added; together exactly now less was',
  }),
};
const Changes = Type.Object({
  stamp: StampSchema,
  lines: Type.Array(
    Type.Object({
      figure: Type.String(),
      by: Type.Union([Type.String(), Type.Null()]),
      total: Type.Union([Type.Object(Difference), Type.Null()], { description: 'null: kept back' }),
      cells: Type.Array(Type.Object({ key: Type.String(), ...Difference })),
      behind: Type.Array(
        Type.Object({
          cause: Type.String(),
          entries: Type.Array(
            Type.Object({
              id: Type.String(),
              number: Type.Integer(),
              instant: Type.String(),
              act: Type.String(),
              date: Type.Union([Type.String(), Type.Null()]),
              reason: Type.String(),
            }),
          ),
          more: Type.Integer({ description: 'entries beyond those listed' }),
          items: Type.Array(Type.Object({ id: Type.String(), kind: Type.String() })),
        }),
      ),
    }),
  ),
});

export function addProducts(app: App, { store }: Context): void {
  app.get(
    '/api/figures',
    {
      schema: {
        summary: 'One figure for a period, with what it may be broken down by',
        tags: ['figures'],
        querystring: FigureQuery,
        response: {
          200: Type.Object({
            stamp: StampSchema,
            line: Type.Unknown({ description: 'SheetLine' }),
            where: Type.Record(Type.String(), Type.Array(Type.String()), {
              description:
                'every value it was narrowed to: of a unit, the codes of all within it that are in use',
            }),
          }),
        },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      const line = readLine({ figure: query.figure, by: query.by ?? null });
      if (line === null)
        return refuse(
          problem('parameter-invalid', {
            parameter: 'figure',
            expected: offered.map((f) => f.id).join(', '),
          }),
        );
      const where = whereOf(query);
      const by = offered.find((f) => f.id === line.figure)?.by ?? [];
      const not = Object.keys(where).find((property) => !by.includes(property));
      if (not !== undefined) return refuse(problem('filter-not-allowed', { property: not }));
      const answer = await store.figureLines(asker, id, {
        ...timesOf(query),
        lines: [line],
        period: { from: query.from, to: query.to },
        where,
      });
      const words = await wordsOf(query.lang ?? 'en');
      const [only] = await worded(answer.lines, { store, asker, programme: id, words });
      const taken = Object.entries(answer.where).map(([name, keys]) => [name, [...keys]] as const);
      return { stamp: answer.stamp, line: only, where: Object.fromEntries(taken) };
    },
  );

  app.get(
    '/api/products',
    {
      schema: {
        summary: 'The reports a programme has defined, and the figures there are',
        tags: ['products'],
        querystring: Type.Object(Programme, closed),
        response: {
          200: Type.Object({
            definitions: Type.Array(
              Type.Object({
                id: Type.String(),
                rule: Type.Union([Type.Object({ id: Type.String(), digest: Type.String() }), Type.Null()], {
                  description: 'the entry that defines it; null: as seeded',
                }),
                definition: Type.Unknown({
                  description: 'ReportDefinition of domain/products/definition.ts',
                }),
              }),
            ),
            figures: Type.Array(
              Type.Object({
                id: Type.String(),
                unit: Type.String(),
                flow: Type.Boolean({ description: 'counts what happened in the period' }),
                by: Type.Array(Type.String()),
              }),
            ),
          }),
        },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      const { definitions } = await store.reportSettings(asker, id);
      return { definitions, figures: offered.map((f) => ({ ...f, by: [...f.by] })) };
    },
  );

  app.get(
    '/api/products/run',
    {
      schema: {
        summary: 'A defined report for a period, as it would be issued',
        tags: ['products'],
        querystring: Type.Object({ ...askSchema, ...period, definition: DefinitionId, lang: Lang }, closed),
        response: { 200: SheetSchema },
      },
    },
    async ({ asker, query }) => {
      const programme = await programmeFor(store, asker, query.programme);
      return runSheet(store, asker, programme, wishOf(query));
    },
  );

  app.post(
    '/api/products',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Issue a report: freeze what it says, with number and recipient',
        tags: ['products'],
        body: IssueBody,
        response: {
          200: Type.Object({
            id: Type.String(),
            number: Type.String(),
            digest: Type.String(),
            receipts: Type.Array(ReceiptSchema),
          }),
        },
      },
    },
    async ({ asker, body }) => {
      const programme = await programmeFor(store, asker, body.programme);
      const { id, recipient, replaces } = body;
      return issueSheet(store, asker, programme, {
        ...wishOf(body),
        recipient,
        ...(id !== undefined && { id }),
        ...(replaces && { replaces }),
      });
    },
  );

  const params = Type.Object({ id: ItemId });

  app.get(
    '/api/products/:id',
    {
      schema: {
        summary: 'An issued report exactly as it was sent',
        tags: ['products'],
        params,
        querystring: Type.Object(Programme, closed),
        response: {
          200: Type.Object({
            sheet: SheetSchema,
            digest: Type.String({ description: 'SHA-256 of the bytes that were sent' }),
            values: Type.Record(Type.String(), Type.Unknown(), {
              description: 'what the record says of it now',
            }),
            replaced_by: Type.Union([Type.String(), Type.Null()]),
          }),
        },
      },
    },
    async ({ asker, params: { id }, query }) => {
      const programme = await homeOf(store, asker, id, query.programme);
      const { row, sheet, digest } = await openIssued(store, asker, programme, id);
      const [next] = await liveOnes(store, asker, programme, { replaces: id });
      return { sheet, digest, values: row.values, replaced_by: next?.id ?? null };
    },
  );

  app.get(
    '/api/products/:id/changes',
    {
      schema: {
        summary: 'What has changed since it was sent: each figure then and now, by cause',
        tags: ['products'],
        params,
        querystring: Type.Object({ ...Programme, ...timesSchema }, closed),
        response: { 200: Changes },
      },
    },
    async ({ asker, params: { id }, query }) => {
      const programme = await homeOf(store, asker, id, query.programme);
      const not = mayDo('report', asker.person, asker.roles.get(programme), programme);
      if (not !== null) return refuse(not);
      const { sheet } = await openIssued(store, asker, programme, id);
      return store.figureChanges(asker, programme, { sheet, ...timesOf(query) });
    },
  );

  app.get(
    '/api/products/:id/file',
    {
      schema: {
        summary: 'An issued report as a file: its tables, or the very bytes that were sent',
        tags: ['products'],
        params,
        querystring: Type.Object(
          { ...Programme, format: Type.Enum(['csv', 'xlsx', 'json'], { description: 'csv, xlsx, json' }) },
          closed,
        ),
        response: {
          200: bytesOf(
            'the file',
            'text/csv',
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            'application/json',
          ),
        },
      },
    },
    async ({ asker, params: { id }, query }, reply) => {
      const programme = await homeOf(store, asker, id, query.programme);
      const found = await openIssued(store, asker, programme, id);
      const { name, mediaType, bytes } = await sheetFile(found, query.format);
      const headers = {
        'content-type': mediaType,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      };
      return sendStream(reply, headers, bytes);
    },
  );

  app.post(
    '/api/products/:id/withdrawal',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Say that an issued report is to be used no more; it stays as it was',
        tags: ['products'],
        params,
        body: Type.Object(
          { programme: ProgrammeId, reason: Type.String({ minLength: 1, maxLength: 2000 }) },
          closed,
        ),
        response: { 200: Type.Object({ receipts: Type.Array(ReceiptSchema) }) },
      },
    },
    async ({ asker, params: { id }, body }) => {
      const programme = await programmeFor(store, asker, body.programme);
      return { receipts: await withdrawSheet(store, asker, programme, id, body.reason) };
    },
  );
}

function wishOf(query: {
  readonly definition: string;
  readonly from: string;
  readonly to: string;
  readonly lang?: (typeof languages)[number];
  readonly at?: string;
  readonly known?: string;
}) {
  const { definition, from, to, lang } = query;
  return { definition, period: { from, to }, times: timesOf(query), language: lang ?? ('en' as const) };
}

function whereOf({
  pcode,
  organisation,
  responsible,
}: Static<typeof FigureQuery>): Row['values'] & Record<string, string> {
  return Object.fromEntries(
    Object.entries({ pcode, organisation, responsible }).flatMap(([k, v]) =>
      v === undefined ? [] : [[k, v]],
    ),
  );
}
