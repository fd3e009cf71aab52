import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, idOf, kindOfLevels, modelOf, square, tried } from './app.testing.ts';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; schema: object; required: boolean }[];
  responses: Record<string, object>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

async function documents() {
  const all = tried(modelOf(kindOfLevels('area', 'public')));
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'public' } });
  all.store.things.push({
    id: idOf(1),
    programme: 'orlia',
    kind: 'area',
    geometry: square(0, 0, 1),
    values: { size: 1 },
  });
  const api: Document = (await get(all.app, '/openapi.json')).json();
  const ogc: Document = (await get(all.app, '/ogc/api')).json();
  return { ...all, api, ogc };
}

const operations = (document: Document) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/** Every key anywhere in a document. */
function* keysOf(value: unknown): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [key, inner];
    yield* keysOf(inner);
  }
}

test('both documents say their version, name each operation once and describe every parameter of its path', async () => {
  const { api, ogc } = await documents();
  assert.equal(api.openapi, '3.1.0');
  assert.equal(ogc.openapi, '3.0.3');
  for (const document of [api, ogc]) {
    const ids = operations(document).map((o) => o.operation.operationId);
    assert.equal(new Set(ids).size, ids.length);
    for (const { path, operation } of operations(document)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map((m) => m[1]);
      const described = (operation.parameters ?? []).filter((p) => p.in === 'path').map((p) => p.name);
      assert.deepEqual(described, inPath, path);
      assert.ok(Object.keys(operation.responses).length > 1, path);
    }
  }
});

test('every address under /api is described', async () => {
  const { api } = await documents();
  for (const path of [
    '/api/me',
    '/api/session',
    '/api/programmes',
    '/api/kinds',
    '/api/{kind}',
    '/api/{kind}/{id}',
    '/api/totals',
    '/api/to-locate',
    '/api/overlaps',
    '/api/queue',
    '/api/disputes',
    '/api/accountability',
    '/api/promises',
    '/api/published',
    '/api/alignments',
    '/api/today',
    '/api/treaties',
    '/api/treaties/{treaty}',
    '/api/treaties/states/{country}',
    '/api/search',
    '/api/near',
    '/api/inside',
    '/api/reports',
    '/api/decisions',
    '/api/rules',
    '/api/people',
    '/api/settings',
    '/api/next-number',
    '/api/captures/{digest}',
    '/api/export/{kind}',
    '/api/stamp',
  ])
    assert.ok(api.paths[path], path);
});

test('the 3.0 document uses nothing that 3.0 does not know', async () => {
  const { ogc } = await documents();
  for (const [key, value] of keysOf(ogc.paths)) {
    assert.ok(!['const', 'prefixItems', 'patternProperties', '$defs'].includes(key), key);
    if (key === 'type') assert.ok(!Array.isArray(value) && value !== 'null', String(value));
  }
});

test('what OGC asks of the parameters limit, bbox and datetime', async () => {
  const { ogc } = await documents();
  const parameters = ogc.paths['/collections/area/items']?.get?.parameters ?? [];
  const schemaOf = (name: string) => parameters.find((p) => p.name === name)?.schema;
  const { type, minimum, maximum, default: usual } = schemaOf('limit') as Record<string, unknown>;
  assert.deepEqual([type, minimum, maximum, usual], ['integer', 1, 10_000, 10]);
  const bbox = schemaOf('bbox') as Record<string, unknown>;
  assert.deepEqual(
    [bbox.type, bbox.minItems, bbox.maxItems, bbox.items],
    ['array', 4, 6, { type: 'number' }],
  );
  assert.equal((schemaOf('datetime') as Record<string, unknown>).type, 'string');
  assert.deepEqual(
    parameters.filter((p) => ['size', 'public_text', 'personal_text'].includes(p.name)).map((p) => p.name),
    ['public_text', 'size'],
  );
});

test('every address of the OGC document answers, with a type it is described with', async () => {
  const { app, ogc } = await documents();
  for (const [path, { get: operation }] of Object.entries(ogc.paths)) {
    const answer = await get(app, `/ogc${path.replace('{featureId}', idOf(1))}`);
    assert.equal(answer.statusCode, 200, path);
    assert.ok(operation);
    const { content } = operation.responses['200'] as { content: object };
    const type = String(answer.headers['content-type']).split(';')[0] ?? '';
    assert.deepEqual(Object.keys(content), [type], path);
  }
});
