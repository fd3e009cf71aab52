/**
 * JSON Schema (2020-12) of what a claim on a kind may state, from the same definitions as everything else. It says what
 * check-value.ts says as far as a schema can; dates that exist, spans in order and ids that point somewhere are checked
 * there. Any value may also be unknown; a personal one may be sealed.
 */
import type { Kind, Model, Property } from './kind.ts';

export type Schema = Readonly<Record<string, unknown>>;

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** The schema of one property's value, complete in itself. */
export function valueSchema(property: Property, model: Model): Schema {
  return { $schema: DIALECT, ...anyValue(property, model), $defs: definitions(model) };
}

/** The schema of the claims of a report on one item of the kind (`on` 0), complete in itself. */
export function claimsSchema(kind: Kind, model: Model): Schema {
  const claims = Object.entries(kind.properties).map(([name, property]) => ({
    title: property.label,
    type: 'object',
    properties: { property: { const: name }, value: anyValue(property, model) },
  }));
  const claim = {
    type: 'object',
    required: ['on', 'property', 'value'],
    additionalProperties: false,
    properties: {
      on: { const: 0 },
      property: { enum: Object.keys(kind.properties) },
      value: true,
      definition: text,
      part: text,
      when: ref('span'),
      said: ref('party'),
      published: ref('party'),
      sure: ref('sureness'),
      where: { type: 'object' },
    },
    oneOf: claims,
  };
  return {
    $schema: DIALECT,
    title: kind.label,
    description: kind.description,
    type: 'array',
    minItems: 1,
    items: claim,
    $defs: definitions(model),
  };
}

const text = { type: 'string', pattern: '\\S' };
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const id = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' };
const metres = { type: 'number', minimum: 0 };
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

function object(required: Schema, optional: Schema = {}): Schema {
  return {
    type: 'object',
    required: Object.keys(required),
    additionalProperties: false,
    properties: { ...required, ...optional },
  };
}

function anyValue(property: Property, model: Model): Schema {
  const one = clearValue(property, model);
  const any: Schema[] = [one, ref('unknown'), ref('personal')];
  if (property.fold === 'set')
    any.push(object({ type: { const: 'member' }, of: one, yes: { type: 'boolean' } }));
  return { description: property.description, anyOf: any };
}

function clearValue(property: Property, model: Model): Schema {
  const type = { type: { const: property.type } };
  const typed = { typed: { type: 'string' } };
  switch (property.type) {
    case 'text':
      return object({ ...type, text }, { language: { type: 'string' } });
    case 'code':
      return object({ ...type, code: codesOf(property.codes ?? '', model) }, typed);
    case 'yesno':
      return object({ ...type, yes: { type: 'boolean' } }, typed);
    case 'number': {
      const number = numberOf(property);
      const any = ['number', 'min', 'max'].map((part) => ({ required: [part] }));
      return {
        ...object(type, {
          number,
          min: number,
          max: number,
          precision: { type: 'number', minimum: 0 },
          ...typed,
        }),
        anyOf: any,
      };
    }
    case 'date':
      return object({ ...type, span: ref('span') });
    case 'geometry':
      return object(
        { ...type, geometry: { anyOf: (property.shapes ?? ['point', 'line', 'polygon']).map(ref) } },
        { accuracy: metres, width: metres, radius: metres, basis: { type: 'string' }, ...typed },
      );
    case 'link': {
      const kinds = property.to?.length ? property.to : [...model.kinds.keys()];
      const key = object({ kind: { enum: kinds }, id: text }, { issuer: { type: 'string' } });
      return {
        ...object(type, { item: id, key, programme: { type: 'string' } }),
        anyOf: [{ required: ['item'] }, { required: ['key'] }],
      };
    }
    case 'identifier':
      return object({ ...type, id: text, issuer: text });
    case 'release':
      return object(
        { ...type, method: codesOf('release-method', model), land: ref('polygon') },
        {
          process: codesOf('release-process', model),
          accepted: codesOf('release-acceptance', model),
          handed_over: day,
          depth_mm: metres,
          categories: { type: 'array', items: codesOf('ordnance-category', model) },
          released_land: id,
        },
      );
  }
}

function codesOf(list: string, model: Model): Schema {
  return { enum: Object.keys(model.lists.get(list)?.codes ?? {}) };
}

function numberOf({ unit }: Property): Schema {
  if (unit === undefined || unit === 'money') return { type: 'number' };
  if (unit === 'count') return { type: 'integer', minimum: 0 };
  if (unit === 'percent') return { type: 'number', minimum: 0, maximum: 100 };
  if (unit === 'degrees') return { type: 'number', minimum: 0, maximum: 360 };
  return { type: 'number', minimum: 0 };
}

function definitions(model: Model): Schema {
  const list = (items: Schema, minItems = 1) => ({ type: 'array', items, minItems });
  const geometry = (type: string, coordinates: Schema) => object({ type: { const: type }, coordinates });
  const position = ref('position');
  const ring = list(position, 4);
  const longitude = { type: 'number', minimum: -180, maximum: 180 };
  const latitude = { type: 'number', minimum: -90, maximum: 90 };
  return {
    position: { type: 'array', prefixItems: [longitude, latitude], items: false, minItems: 2 },
    point: { oneOf: [geometry('Point', position), geometry('MultiPoint', list(position))] },
    line: {
      oneOf: [
        geometry('LineString', list(position, 2)),
        geometry('MultiLineString', list(list(position, 2))),
      ],
    },
    polygon: { oneOf: [geometry('Polygon', list(ring)), geometry('MultiPolygon', list(list(ring)))] },
    span: object({ from: { anyOf: [day, { type: 'null' }] }, to: day }, { typed: { type: 'string' } }),
    party: object({}, { item: id, name: { type: 'string' } }),
    sureness: object(
      {},
      {
        source: { enum: ['A', 'B', 'C', 'D', 'E', 'F'] },
        information: { enum: [1, 2, 3, 4, 5, 6] },
        device: { enum: ['M1', 'M2', 'M3', 'M4'] },
        doubt: { type: 'string' },
      },
    ),
    unknown: object(
      { type: { const: 'unknown' }, why: codesOf('why-unknown', model) },
      { typed: { type: 'string' } },
    ),
    personal: object({
      type: { const: 'personal' },
      commitment: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    }),
  };
}
