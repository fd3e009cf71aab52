/** What the documents say of answers, held against the answers of the real store. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { quickest, removeDatabases } from '@tilth/store/databases.testing';
import { IsSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { square } from './app.testing.ts';
import { closeOffices, office, reportBy } from './office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: unknown }>> }>
  >;
}

async function withHazards() {
  const all = await office(quickest, { '*': 'partner' });
  const collector = await all.signedIn('collector');
  const hazards = [randomUUID(), randomUUID(), randomUUID()];
  for (const [n, id] of hazards.entries()) {
    const report = reportBy(
      collector.id,
      [{ id, kind: 'hazardous-area' }],
      [
        { on: 0, property: 'hazard_class', value: { type: 'code', code: 'sha' } },
        ...(n === 2
          ? []
          : [
              {
                on: 0,
                property: 'outline',
                value: { type: 'geometry', geometry: square(10 + n / 200, 10, 0.01) },
              } as const,
            ]),
      ],
    );
    await all.send('/api/reports', { reports: [{ report, personal: [] }] }, collector);
  }
  return { ...all, hazard: hazards[0] ?? '', reviewer: await all.signedIn('reviewer') };
}

/** OpenAPI 3.0 as JSON Schema again: what is `nullable` may be null. */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, asJsonSchema(inner)]),
  );
  return nullable === true && 'type' in rest ? { anyOf: [rest, { type: 'null' }] } : rest;
}

test('every address that is read answers as the documents say, in type and in shape', {
  timeout: 120_000,
}, async () => {
  const all = await withHazards();
  const documents = [
    ['/openapi.json', ''],
    ['/ogc/api', '/ogc'],
  ] as const;
  for (const [document, root] of documents) {
    const { paths } = (await all.see(document, all.reviewer)).json();
    for (const [path, operations] of Object.entries<Record<string, Operation>>(paths)) {
      const { get } = operations;
      if (get === undefined || path.includes('{digest}')) continue;
      const query = path.includes('export') ? '?format=csv' : '';
      const url = `${root}${path}${query}`
        .replace('{kind}', 'hazardous-area')
        .replace('{treaty}', 'apmbc')
        .replace('{country}', 'EST')
        .replace(
          /\{(id|featureId)\}/u,
          path.includes('/collections/') && !path.includes('hazardous-area') ? randomUUID() : all.hazard,
        )
        .replace('{z}/{x}/{y}', '10/540/483');
      const answer = await all.see(url, all.reviewer);
      const type = String(answer.headers['content-type']).split(';')[0] ?? '';
      const said = get.responses[answer.statusCode] ?? get.responses.default;
      const schema = asJsonSchema(said?.content?.[type]?.schema);
      assert.ok(schema !== undefined, `${url}: ${answer.statusCode} ${type} is not in the document`);
      if (answer.statusCode !== 200 || !/json/u.test(type) || path.includes('export')) continue;
      assert.ok(IsSchema(schema), url);
      const validator = Compile(schema);
      assert.ok(
        validator.Check(answer.json()),
        `${url}: ${JSON.stringify(validator.Errors(answer.json())[0])}`,
      );
    }
  }
  await all.close();
});

test('a collection over several programmes says its whole extent first', { timeout: 120_000 }, async () => {
  const all = await withHazards();
  const other = { type: 'Polygon', coordinates: square(-20, -5, 0.01).coordinates } as const;
  await all.store.addProgramme({ id: 'second', name: 'Second', public: { '*': 'partner' } });
  const id = await all.store.addPerson({ name: 'Of the second', role: 'collector', programme: 'second' });
  const report = reportBy(
    id,
    [{ id: randomUUID(), kind: 'hazardous-area' }],
    [{ on: 0, property: 'outline', value: { type: 'geometry', geometry: other } }],
  );
  const draft = { report: { ...report, programme: 'second' }, personal: [] };
  await all.store.append(await all.store.asker(id), 'second', { reports: [draft] });
  const { extent } = (await all.see('/ogc/collections/hazardous-area')).json();
  assert.equal(extent.spatial.bbox.length, 3);
  assert.deepEqual(extent.spatial.bbox[0], [-20, -5, 10.015, 10.01]);
  await all.close();
});
