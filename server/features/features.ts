/**
 * OGC API Features Part 1, classes Core, GeoJSON and OpenAPI 3.0 (OGC 17-069r4), under /ogc: landing page, conformance,
 * API definition. A collection is a record kind that has a place.
 */
import { openApi } from '../openapi.ts';
import type { App, Context } from '../route.ts';
import { addCollections } from './collections.ts';
import { describedCollections } from './definition.ts';
import { addItems } from './items.ts';
import { NoParameters } from './parameters.ts';

export const CONFORMANCE = [
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
];

export const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.0';

export function addFeatures(app: App, context: Context): void {
  const root = `${context.base}/ogc`;

  for (const path of ['/ogc', '/ogc/']) {
    app.get(path, { schema: { querystring: NoParameters } }, async () => ({
      title: 'Tilth',
      description: 'The record of mine action programmes: what is claimed, by whom, and what it adds up to.',
      links: [
        { href: `${root}/`, rel: 'self', type: 'application/json', title: 'This page' },
        { href: `${root}/api`, rel: 'service-desc', type: OPENAPI_TYPE, title: 'The API definition' },
        { href: `${root}/conformance`, rel: 'conformance', type: 'application/json', title: 'Conformance' },
        { href: `${root}/collections`, rel: 'data', type: 'application/json', title: 'Collections' },
      ],
    }));
  }

  app.get('/ogc/conformance', { schema: { querystring: NoParameters } }, async () => ({
    conformsTo: CONFORMANCE,
  }));

  app.get('/ogc/api', { schema: { querystring: NoParameters } }, async ({ asker }, reply) => {
    const about = {
      title: 'Tilth: OGC API Features',
      description: 'Record kinds with a place, as features.',
      server: root,
    };
    const document = openApi('3.0.3', about, await describedCollections(context, asker));
    // as bytes: the media type of a text would be rewritten, and clients compare it letter by letter
    return reply.type(OPENAPI_TYPE).send(Buffer.from(JSON.stringify(document)));
  });

  addCollections(app, context);
  addItems(app, context);
}
