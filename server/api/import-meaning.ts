/** /api/imports/{id}/…: what the columns of a file mean. A mapping is proposed, checked against file and programme, and kept. */
import { type Problem, problem } from '@tilth/domain/problem';
import type { Model } from '@tilth/domain/record/kind';
import { casesOf, namedColumns } from '@tilth/formats/mapping/columns';
import { guessDates } from '@tilth/formats/mapping/guess-dates';
import type { Look } from '@tilth/formats/mapping/look';
import type { Mapping } from '@tilth/formats/mapping/mapping';
import { propose } from '@tilth/formats/mapping/propose';
import { fits, readMapping } from '@tilth/formats/mapping/read-mapping';
import { unmatched } from '@tilth/formats/mapping/unmatched';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { KindName } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import type { Brought, Desk } from '../import/desk.ts';
import { beginLook, means, mustBeFree } from '../import/work.ts';
import type { App, Context } from '../route.ts';
import { FileId, FileSchema, fileState } from './imports.ts';

const closed = { additionalProperties: false };
const Json = Type.Unknown();
/** Words of a column that are shown. */
const SHOWN = 40;

const Reading = Type.Object(
  {
    sheet: Type.Optional(Type.String({ maxLength: 500 })),
    encoding: Type.Optional(Type.String({ maxLength: 80 })),
    header_row: Type.Optional(Type.Integer({ minimum: 1 })),
    delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
    crs: Type.Optional(Type.String({ maxLength: 80 })),
  },
  closed,
);

export function addImportMeaning(app: App, context: Context, desk: Desk): void {
  const { store } = context;
  const of = { tags: ['import'], params: FileId };
  const lookedAt = (file: Brought): Look => file.look ?? refuse(problem('import-not-looked-at'));

  app.post(
    '/api/imports/:id/look',
    {
      onRequest: mustBeSomebody,
      schema: { summary: 'Read the file another way', ...of, body: Reading, response: { 200: FileSchema } },
    },
    async ({ asker, params, body }) => {
      const file = desk.take(asker, params.id);
      beginLook(file, desk, context, body);
      return fileState(file);
    },
  );

  app.get(
    '/api/imports/:id/look',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Columns of the file with their commonest words, its sheets, encoding and shapes',
        ...of,
        response: { 200: Json },
      },
    },
    async ({ asker, params }) => {
      const file = desk.take(asker, params.id);
      const look = lookedAt(file);
      const columns = look.columns.map((c) => ({
        ...c,
        words: c.words.slice(0, SHOWN),
        dates: c.numbers === c.filled && c.longest > 8 ? [] : guessDates(c.words.map((w) => w.word)),
      }));
      return { ...look, columns, reading: file.reading };
    },
  );

  app.get(
    '/api/imports/:id/mappings',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Mappings that are known, those that fit the file best first',
        ...of,
        response: { 200: Type.Object({ mappings: Type.Array(Json) }) },
      },
    },
    async ({ asker, params }) => {
      const file = desk.take(asker, params.id);
      const columns = new Set(lookedAt(file).columns.map((c) => c.name));
      const model = await store.model(file.programme);
      const saved = (await store.savedMappings(asker, file.programme)).flatMap((text) => {
        const mapping = readMapping(JSON.stringify(text), model);
        return 'records' in mapping ? [mapping] : [];
      });
      const known = [
        ...saved.map((mapping) => ({ mapping, from: 'programme' })),
        ...desk.ready.map((mapping) => ({ mapping, from: 'ready' })),
      ].map(({ mapping, from }) => {
        const named = [...new Set(namedColumns(mapping).map((n) => n.column))];
        return {
          name: mapping.name,
          about: mapping.about ?? '',
          from,
          columns: named.length,
          missing: named.filter((c) => !columns.has(c)).length,
          mapping,
        };
      });
      return { mappings: known.sort((a, b) => a.missing - b.missing || b.columns - a.columns) };
    },
  );

  app.post(
    '/api/imports/:id/propose',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'A mapping to begin with, from the names and words of the columns',
        ...of,
        body: Type.Object({ kind: KindName }, closed),
        response: { 200: Json },
      },
    },
    async ({ asker, params, body }) => {
      const file = desk.take(asker, params.id);
      const look = lookedAt(file);
      const model = await store.model(file.programme);
      const kind = model.kinds.get(body.kind) ?? refuse(problem('kind-unknown', { kind: body.kind }));
      const proposed = propose(look, kind, model, file.name.replace(/\.[^.]*$/u, ''));
      const mapping = withReading(proposed, file);
      mustBeFree(file);
      means(file, mapping);
      return checked(file, mapping, look, model);
    },
  );

  app.get(
    '/api/imports/:id/mapping',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'The mapping the file has now, with what is wrong with it',
        ...of,
        response: { 200: Json },
      },
    },
    async ({ asker, params }) => {
      const file = desk.take(asker, params.id);
      if (file.mapping === null || file.look === null) return { mapping: null };
      return checked(file, file.mapping, file.look, await store.model(file.programme));
    },
  );

  app.post(
    '/api/imports/:id/mapping',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Give the file a mapping (docs/mapping.md); answers what is wrong with it',
        ...of,
        body: Type.Object(
          { mapping: Type.Unknown({ description: 'as the schema of mappings has it' }) },
          closed,
        ),
        response: { 200: Json },
      },
    },
    async ({ asker, params, body }) => {
      const file = desk.take(asker, params.id);
      const look = lookedAt(file);
      const model = await store.model(file.programme);
      const read = readMapping(JSON.stringify(body.mapping ?? null), model);
      if (!('records' in read)) return { mapping: body.mapping, problems: read, notices: [], unmatched: [] };
      const mapping = withReading(read, file);
      mustBeFree(file);
      means(file, mapping);
      return checked(file, mapping, look, model);
    },
  );
}

/** How the file is read is part of what the mapping says, so that the same mapping reads it the same way elsewhere. */
function withReading(mapping: Mapping, { reading }: Brought): Mapping {
  const read = { ...mapping.read, ...reading };
  return Object.keys(read).length === 0 ? mapping : { ...mapping, read };
}

function checked(file: Brought, mapping: Mapping, look: Look, model: Model) {
  const { problems, notices } = fits(
    mapping,
    look.columns.map((c) => c.name),
    model,
  );
  return {
    mapping,
    problems: [...problems, ...needs(mapping)],
    notices,
    unmatched: unmatched(mapping, look, model),
    file: file.id,
  };
}

/** What a mapping can lack although it can be read: it says nothing of any record. */
function needs(mapping: Mapping): readonly Problem[] {
  const says = mapping.records.some((r) => casesOf(r).some((c) => Object.keys(c.properties).length > 0));
  return says ? [] : [problem('mapping-says-nothing', { name: mapping.name })];
}
