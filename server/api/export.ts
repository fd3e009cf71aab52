/** /api/export/{kind}: the current view of a kind as a file, in any format that `formats` writes, stamped. */
import { problem } from '@tilth/domain/problem';
import { type FormatName, formats } from '@tilth/formats/write/formats';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, Bbox, boundsOf, KindName, programmeFor, timesOf } from '../ask.ts';
import { Datetime, daysOf, momentsOf } from '../datetime.ts';
import { exportFile, openIn } from '../export/file.ts';
import { columnsText, narrowOf, narrowSchema } from '../narrow.ts';
import { bytesOf } from '../openapi.ts';
import { roomsFor, roomsWith } from '../reader.ts';
import type { App, Context } from '../route.ts';
import { stampHeader } from '../stamps.ts';
import { sendStream } from '../stream.ts';
import { filtersOf, Ids, listParameters, sortOf, sortSchema } from './list.ts';

const names = Object.keys(formats) as FormatName[];

export const FormatSchema = Type.Enum(names, { description: names.join(', ') });

const parameters = {
  ...askSchema,
  format: FormatSchema,
  hxl: Type.Optional(
    Type.Enum(['true', 'false'], { description: 'a row of HXL hashtags under the header of a CSV' }),
  ),
  bbox: Type.Optional(Bbox),
  datetime: Type.Optional(Datetime),
  q: listParameters.q,
  ...narrowSchema,
  sort: Type.Optional(sortSchema),
  columns: Type.Optional(columnsText),
};

export function addExport(app: App, { store }: Context): void {
  app.get(
    '/api/export/:kind',
    {
      schema: {
        summary: 'A kind as a file; any property of the kind is a filter too',
        tags: ['items'],
        params: Type.Object({ kind: KindName }),
        querystring: Type.Object(
          { ...parameters, id: Ids },
          { additionalProperties: Type.String({ maxLength: 400 }) },
        ),
        response: { 200: bytesOf('the file', ...new Set(Object.values(formats).map((f) => f.mediaType))) },
      },
    },
    async ({ asker, params, query }, reply) => {
      const programme = await programmeFor(store, asker, query.programme);
      const [found] = roomsWith(await roomsFor(store, asker, [programme]), params.kind);
      if (found === undefined) return refuse(problem('collection-unknown', { collection: params.kind }));
      const { bbox, datetime, q, filter, within, sort } = query;
      const open = openIn(found.room, found.kind);
      const where = filtersOf(query, Object.keys(parameters), open);
      const file = await exportFile(store, asker, found, {
        ...timesOf(query),
        format: query.format,
        hxl: query.hxl === 'true',
        query: {
          where,
          ...narrowOf(query),
          ...(bbox === undefined ? {} : { bbox: boundsOf(bbox) }),
          ...(datetime === undefined ? {} : { during: daysOf(momentsOf(datetime), programme.zone) }),
          ...(q === undefined ? {} : { text: q }),
          ...(sort === undefined ? {} : { sort: sortOf(sort, new Set(open)) }),
        },
        said: {
          ...where,
          ...(bbox === undefined ? {} : { bbox: bbox.join(',') }),
          ...(datetime === undefined ? {} : { datetime }),
          ...(q === undefined ? {} : { q }),
          ...(filter === undefined ? {} : { filter }),
          ...(within === undefined ? {} : { within }),
          ...(sort === undefined ? {} : { sort }),
        },
        ...(query.columns === undefined ? {} : { columns: query.columns.split(',') }),
      });
      const headers = {
        'content-type': file.mediaType,
        'content-disposition': `attachment; filename="${file.name}"`,
        'tilth-stamp': stampHeader([file.stamp]),
      };
      return sendStream(reply, headers, file.bytes);
    },
  );
}
