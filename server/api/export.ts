/**
 * /api/export/{kind}: the current view of a kind as a file, in any format that `formats` writes, stamped. The receipt
 * number is fixed before reading, so that stamp and rows are of one moment.
 */
import { mayRead } from '@tilth/domain/access/level';
import { problem } from '@tilth/domain/problem';
import { formats } from '@tilth/formats/write/formats';
import { write } from '@tilth/formats/write/write';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, Bbox, boundsOf, KindName, programmeFor, timesOf } from '../ask.ts';
import { Datetime, daysOf, momentsOf } from '../datetime.ts';
import { bytesOf } from '../openapi.ts';
import { roomsFor, roomsWith } from '../reader.ts';
import type { App, Context } from '../route.ts';
import { stampHeader } from '../stamps.ts';
import { sendStream } from '../stream.ts';
import { filtersOf, listParameters } from './list.ts';

type Format = keyof typeof formats;
const names = Object.keys(formats) as Format[];

const parameters = {
  ...askSchema,
  format: Type.Enum(names, { description: names.join(', ') }),
  hxl: Type.Optional(
    Type.Enum(['true', 'false'], { description: 'a row of HXL hashtags under the header of a CSV' }),
  ),
  bbox: Type.Optional(Bbox),
  datetime: Type.Optional(Datetime),
  q: listParameters.q,
};

export function addExport(app: App, { store }: Context): void {
  app.get(
    '/api/export/:kind',
    {
      schema: {
        summary: 'A kind as a file; any property of the kind is a filter too',
        tags: ['items'],
        params: Type.Object({ kind: KindName }),
        querystring: Type.Object(parameters, { additionalProperties: Type.String({ maxLength: 400 }) }),
        response: { 200: bytesOf('the file', ...new Set(Object.values(formats).map((f) => f.mediaType))) },
      },
    },
    async ({ asker, params, query }, reply) => {
      const programme = await programmeFor(store, asker, query.programme);
      const [found] = roomsWith(await roomsFor(store, asker, [programme]), params.kind);
      if (found === undefined) return refuse(problem('collection-unknown', { collection: params.kind }));
      const { room, kind } = found;
      const level = room.level(kind.name);
      const open = Object.entries(kind.properties).filter(([, p]) => mayRead(level, p.sensitivity));
      const { bbox, datetime, q } = query;
      const where = filtersOf(
        query,
        Object.keys(parameters),
        open.map(([name]) => name),
      );
      const stamp = await store.stamp(asker, programme.id, timesOf(query));
      const rows = store.stream(asker, {
        programme: programme.id,
        kind: kind.name,
        at: stamp.at,
        known: stamp.number,
        where,
        ...(bbox === undefined ? {} : { bbox: boundsOf(bbox) }),
        ...(datetime === undefined ? {} : { during: daysOf(momentsOf(datetime), programme.zone) }),
        ...(q === undefined ? {} : { text: q }),
      });
      const bytes = write(query.format, rows, {
        kind: { ...kind, properties: Object.fromEntries(open) },
        model: room.model,
        stamp,
        filter: {
          ...where,
          ...(bbox === undefined ? {} : { bbox: bbox.join(',') }),
          ...(datetime === undefined ? {} : { datetime }),
          ...(q === undefined ? {} : { q }),
        },
        invented: programme.invented,
        programme: programme.name,
        ...(query.hxl === 'true' ? { hxl: true } : {}),
      });
      const { mediaType, extension } = formats[query.format];
      const file = `${programme.id}-${kind.name}-${stamp.at}-no-${stamp.number}.${extension}`;
      const headers = {
        'content-type': mediaType,
        'content-disposition': `attachment; filename="${file}"`,
        'tilth-stamp': stampHeader([stamp]),
      };
      return sendStream(reply, headers, bytes);
    },
  );
}
