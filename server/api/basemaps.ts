/**
 * GET /api/basemaps: the maps a programme has set to lie below what is on record, and those this server holds as files. The
 * page may fetch from their addresses because the server says so in its policy (server/basemaps.ts).
 */
import { may } from '@tilth/domain/access/may';
import { Type } from 'typebox';
import { ProgrammeId, programmeFor } from '../ask.ts';
import { heldArchives } from '../basemaps.ts';
import type { App, Context } from '../route.ts';

const closed = { additionalProperties: false };

export function addBasemaps(app: App, { store, basemaps }: Context): void {
  app.get(
    '/api/basemaps',
    {
      schema: {
        summary: 'Basemaps the programme has set',
        tags: ['programmes'],
        querystring: Type.Object({ programme: Type.Optional(ProgrammeId) }, closed),
        response: {
          200: Type.Object({
            basemaps: Type.Array(
              Type.Object({
                id: Type.String(),
                name: Type.String(),
                address: Type.String({ description: 'with {z}, {x} and {y}, or of a PMTiles archive' }),
                attribution: Type.String(),
                usual: Type.Optional(
                  Type.Boolean({ description: 'drawn for whoever has chosen nothing else' }),
                ),
              }),
            ),
            held: Type.Array(Type.String(), {
              description: 'addresses of the archives on this server, for who may set one',
            }),
          }),
        },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      return {
        basemaps: [...(await store.basemaps(id))],
        held: may(asker.roles.get(id), 'rule') ? await heldArchives(basemaps) : [],
      };
    },
  );
}
