/**
 * What /ogc/api describes: the fixed addresses, and for each collection its own, with its own filters
 * (/req/oas30/completeness).
 */
import type { Asker } from '@tilth/store/store';
import { type TSchema, Type } from 'typebox';
import type { Described } from '../openapi.ts';
import { openProperties } from '../reader.ts';
import type { Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';
import { type Collection, collectionsFor } from './collections.ts';
import { itemParameters, shownParameters } from './parameters.ts';

const Link = Type.Object({
  href: Type.String(),
  rel: Type.String(),
  type: Type.Optional(Type.String()),
  title: Type.Optional(Type.String()),
});
const Links = Type.Array(Link);
const Text = Type.String();
const CollectionSchema = Type.Object({
  id: Text,
  title: Type.Optional(Text),
  description: Type.Optional(Text),
  links: Links,
  extent: Type.Optional(Type.Unknown()),
  itemType: Type.Optional(Text),
  crs: Type.Optional(Type.Array(Text)),
});
const Feature = Type.Object({
  type: Type.Literal('Feature'),
  id: Text,
  geometry: Type.Unknown({ description: 'GeoJSON geometry or null' }),
  properties: Type.Unknown(),
  links: Type.Optional(Links),
});
const FeatureCollection = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(Feature),
  links: Type.Optional(Links),
  timeStamp: Type.Optional(Type.String({ format: 'date-time' })),
  numberMatched: Type.Optional(Type.Integer({ minimum: 0 })),
  numberReturned: Type.Optional(Type.Integer({ minimum: 0 })),
  stamps: Type.Optional(Type.Array(StampSchema)),
});

function get(
  path: string,
  summary: string,
  type: string,
  answer: TSchema,
  query: Record<string, TSchema> = {},
) {
  const response = { 200: { description: summary, content: { [type]: { schema: answer } } } };
  return { method: 'get', path, schema: { summary, querystring: Type.Object(query), response } };
}

export async function describedCollections(context: Context, asker: Asker): Promise<readonly Described[]> {
  const json = 'application/json';
  const landing = Type.Object({ title: Text, description: Text, links: Links });
  const conformance = Type.Object({ conformsTo: Type.Array(Text) });
  const all = Type.Object({ links: Links, collections: Type.Array(CollectionSchema) });
  const collections = await collectionsFor(context, asker);
  return [
    get('/', 'Landing page', json, landing),
    get('/conformance', 'The classes this server conforms to', json, conformance),
    get('/collections', 'Every collection', json, all),
    ...collections.flatMap(describedCollection),
  ];
}

function describedCollection({ name, title, found }: Collection): readonly Described[] {
  const path = `/collections/${name}`;
  const geojson = 'application/geo+json';
  const one = get(`${path}/items/{featureId}`, `${title}: one feature`, geojson, Feature, itemParameters);
  const named = Type.Object({ featureId: Type.String({ description: 'the id of the feature' }) });
  return [
    get(path, `${title}: about the collection`, 'application/json', CollectionSchema),
    get(
      `${path}/items`,
      `${title}: features`,
      geojson,
      FeatureCollection,
      shownParameters(openProperties(found)),
    ),
    { ...one, schema: { ...one.schema, params: named } },
  ];
}
