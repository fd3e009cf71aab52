/**
 * /api/captures/{digest}: the bytes of a source as received. They are somebody else's: they leave as a file to be saved,
 * never as something a browser would open as a page of ours.
 */
import { Type } from 'typebox';
import { ProgrammeId, programmeFor } from '../ask.ts';
import { bytesOf } from '../openapi.ts';
import type { App, Context } from '../route.ts';
import { sendStream } from '../stream.ts';
import { DigestText } from './entry-schema.ts';

export function addCaptures(app: App, { store }: Context): void {
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
