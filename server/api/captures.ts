/**
 * /api/captures/{digest}: the bytes of a source as received. They are somebody else's: they leave as a file to be saved,
 * never as something a browser would open as a page of ours. They come in under their digest, so that sending them twice
 * keeps them once.
 */
import { Readable } from 'node:stream';
import { mayDo } from '@tilth/domain/access/may';
import { problem } from '@tilth/domain/problem';
import { ATTACHMENT_LIMIT, attachmentSensitivity } from '@tilth/domain/record/attachment';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { KindName, ProgrammeId, programmeFor } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import { bytesOf } from '../openapi.ts';
import type { App, Context } from '../route.ts';
import { sendStream } from '../stream.ts';
import { DigestText } from './entry-schema.ts';

const BYTES = 'application/octet-stream';

/** Refusal `body-too-large` in the middle of the stream: what came before it is taken back. */
async function* upTo(limit: number, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > limit) refuse(problem('body-too-large', { limit }));
    yield piece;
  }
}

/** Only here is a body taken as a stream of bytes; elsewhere it is JSON. */
function addUpload(app: App, { store }: Context): void {
  app.addContentTypeParser(BYTES, (_request, payload, done) => done(null, payload));
  app.put(
    '/api/captures/:digest',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Send a file that comes with a report',
        description: 'the body is the bytes themselves, as application/octet-stream',
        tags: ['review'],
        params: Type.Object({ digest: DigestText }),
        querystring: Type.Object(
          {
            programme: Type.Optional(ProgrammeId),
            kind: Type.Array(KindName, {
              minItems: 1,
              maxItems: 20,
              description: 'the kinds of item the report speaks of: they decide who may see the file',
            }),
            media_type: Type.String({ pattern: '^[a-z0-9.+-]+/[a-z0-9.+-]+$', maxLength: 100 }),
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ digest: DigestText }) },
      },
    },
    async ({ asker, params: { digest }, query, body }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      const not = mayDo('report', asker.person, asker.roles.get(id), id);
      if (not !== null) refuse(not);
      if (!(body instanceof Readable)) return refuse(problem('media-type-unsupported', { accepted: BYTES }));
      const { kinds } = await store.model(id);
      // the name a file had on somebody's telephone may name people: it goes nowhere
      const about = {
        name: '',
        mediaType: query.media_type,
        sensitivity: attachmentSensitivity(query.kind.map((k) => kinds.get(k))),
        digest,
      };
      return { digest: await store.putCapture(asker, id, upTo(ATTACHMENT_LIMIT, body), about) };
    },
  );
}

export function addCaptures(app: App, context: Context): void {
  const { store } = context;
  app.register(async (inner) => addUpload(inner, context));
  app.get(
    '/api/captures/:digest/about',
    {
      schema: {
        summary: 'What is known of the bytes of a source',
        tags: ['items'],
        params: Type.Object({ digest: DigestText }),
        querystring: Type.Object({ programme: Type.Optional(ProgrammeId) }, { additionalProperties: false }),
        response: {
          200: Type.Object({
            media_type: Type.String({ description: 'as the sender named it: never to be relied on' }),
            name: Type.String(),
            bytes: Type.Integer(),
            sensitivity: Type.String(),
            received: Type.String({ format: 'date-time' }),
          }),
        },
      },
    },
    async ({ asker, params: { digest }, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      return (await store.aboutCapture(asker, id, digest)) ?? refuse(problem('capture-unknown'));
    },
  );
  app.get(
    '/api/captures/:digest',
    {
      schema: {
        summary: 'The bytes of a source as received',
        tags: ['items'],
        params: Type.Object({ digest: DigestText }),
        querystring: Type.Object({ programme: Type.Optional(ProgrammeId) }, { additionalProperties: false }),
        response: { 200: bytesOf('the bytes', 'application/octet-stream') },
      },
    },
    async ({ asker, params: { digest }, query }, reply) => {
      const { id } = await programmeFor(store, asker, query.programme);
      const headers = {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${digest}"`,
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      };
      return sendStream(reply, headers, store.readCapture(asker, id, digest));
    },
  );
}
