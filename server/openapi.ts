/**
 * The OpenAPI document, worked out from the routes and their schemas, so that it can't say something else than the server
 * does. 3.1 takes JSON Schema as it is; for 3.0 (OGC API Features, class OpenAPI 3.0) it is rewritten.
 */
import type { RouteOptions } from 'fastify';
import { IsArray, IsObject, IsSchema, type TSchema, Type } from 'typebox';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Members = Record<string, Json>;

export interface Described {
  readonly method: string;
  readonly path: string;
  readonly schema: NonNullable<RouteOptions['schema']>;
}

/** One operation a route. HEAD routes and those without a summary are not described. */
export function describedRoute(route: RouteOptions): readonly Described[] {
  const { schema } = route;
  if (schema?.summary === undefined) return [];
  return [route.method].flat().flatMap((method) => {
    if (method === 'HEAD') return [];
    return [{ method: method.toLowerCase(), path: route.url.replaceAll(/:(\w+)/gu, '{$1}'), schema }];
  });
}

export function openApi(
  version: '3.1.0' | '3.0.3',
  about: { title: string; description: string; server: string },
  routes: readonly Described[],
): Members {
  const paths: Record<string, Members> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method] = operation(route);
    paths[route.path] = path;
  }
  const document: Members = {
    openapi: version,
    info: {
      title: about.title,
      description: about.description,
      version: '0.1.0',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: about.server }],
    paths,
    components: { schemas: { problem: problemSchema } },
  };
  return version === '3.0.3' ? (downgraded(document) as Members) : document;
}

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'detail', 'code', 'facts'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    facts: { type: 'object' },
  },
};

function operation({ method, path, schema }: Described): Json {
  const body = IsSchema(schema.body) ? schema.body : undefined;
  const parameters = [...parametersOf('path', schema.params), ...parametersOf('query', schema.querystring)];
  return {
    summary: schema.summary ?? '',
    ...(schema.description === undefined ? {} : { description: schema.description }),
    operationId: schema.operationId ?? operationName(method, path),
    ...(schema.tags === undefined ? {} : { tags: schema.tags }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: plain(body) } } } }),
    responses: { ...answers(schema.response), default: fault },
  };
}

function operationName(method: string, path: string): string {
  return [method, ...path.split(/[/{}.]+/u).filter((part) => part !== '')].join('_');
}

const fault: Json = {
  description: 'a problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
};

/** A route's `response` maps a status to a schema, or to {description, content: {type: {schema}}} for other formats. */
function answers(response: unknown): Members {
  if (typeof response !== 'object' || response === null)
    return { '200': { description: 'the answer', content: { 'application/json': {} } } };
  const out: Members = {};
  for (const [status, what] of Object.entries(response)) {
    if (status === '204' || status === '304')
      out[status] = { description: status === '204' ? 'done' : 'what you have still holds' };
    else if (IsSchema(what) && !('content' in what))
      out[status] = {
        description: textOf(what, 'description') ?? 'the answer',
        content: { 'application/json': { schema: plain(what) } },
      };
    else out[status] = plain(what);
  }
  return out;
}

function parametersOf(place: 'path' | 'query', schema: unknown): Json[] {
  if (!IsSchema(schema) || !IsObject(schema)) return [];
  const required: readonly string[] = schema.required ?? [];
  const listed = Object.entries(schema.properties).map(([name, s]: [string, TSchema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(textOf(s, 'description') === undefined ? {} : { description: textOf(s, 'description') ?? '' }),
    schema: plain(s),
    ...(place === 'query' ? { style: 'form', explode: !IsArray(s) } : {}),
  }));
  return listed;
}

function textOf(schema: object, name: string): string | undefined {
  const value = name in schema ? (schema as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The schema as the JSON it is, without what TypeBox keeps to itself. */
function plain(schema: unknown): Json {
  return JSON.parse(JSON.stringify(schema)) as Json;
}

/** JSON Schema 2020-12 as OpenAPI 3.0 wants it: no `const`, no `null` type, no tuples, no `patternProperties`. */
function downgraded(value: Json): Json {
  if (isList(value)) return value.map(downgraded);
  if (typeof value !== 'object' || value === null) return value;
  const out: Members = {};
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'const') out.enum = [inner];
    else if (name === 'patternProperties') out.additionalProperties = true;
    else if (name === 'anyOf' && isList(inner)) Object.assign(out, downgradedUnion(inner));
    else if (name === 'items' && isList(inner)) out.items = {};
    else if (name !== 'additionalItems' && name !== 'prefixItems') out[name] = downgraded(inner);
  }
  return out;
}

function downgradedUnion(branches: readonly Json[]): Members {
  const left = branches.filter((b) => !isNull(b)).map(downgraded);
  const nullable: Members = left.length < branches.length ? { nullable: true } : {};
  const [only] = left;
  if (left.length === 1 && typeof only === 'object' && only !== null && !isList(only))
    return { ...only, ...nullable };
  // `nullable` says something only beside a `type` (OpenAPI 3.0.3, Schema Object)
  return {
    anyOf: left.map((b) => (typeof b === 'object' && b !== null && 'type' in b ? { ...b, ...nullable } : b)),
  };
}

/** For a route's `response`: an answer that is no JSON, or may be of several types. */
export function bytesOf(description: string, ...types: readonly string[]) {
  const schema = Type.String({ format: 'binary' });
  return { description, content: Object.fromEntries(types.map((type) => [type.split(';')[0], { schema }])) };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isNull(value: Json): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'null';
}
