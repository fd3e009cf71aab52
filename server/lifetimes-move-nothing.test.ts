/**
 * Law 5 at the door: whatever is claimed of a lifetime, no hazard's status, class, outline or figure changes by it, no list,
 * filter, order, tile or export of land can be asked by it, no mapping brings it to land, and no address answers an estimate.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Claim, Value } from '@tilth/domain/report/entry';
import { readMapping } from '@tilth/formats/mapping/read-mapping';
import { removeDatabases } from '@tilth/store/databases.testing';
import { square } from './app.testing.ts';
import {
  closeOffices,
  decisionBy,
  type Office,
  office,
  type Person,
  reportBy,
  ruleBy,
} from './office.testing.ts';

/** The properties that say how long something is claimed to stay live. */
const LIFETIMES = [
  'lifetime_claimed',
  'lifetime_feature',
  'self_destruct_claimed',
  'self_deactivate_claimed',
  'share_live_claimed',
];
/** What is drawn as danger, what is done about it, and what is said when it is over. */
const LAND = [...builtIn.kinds.values()]
  .filter(
    (k) => k.drawing !== 'plain' || /land|task|activity|completion|handover|survey|marking/.test(k.name),
  )
  .map((k) => k.name);

let all: Office;
let reviewer: Person;
let admin: Person;
const [hazard, model, transfer] = [randomUUID(), randomUUID(), randomUUID()];

before(async () => {
  all = await office('postgres', { '*': 'restricted' });
  reviewer = await all.signedIn('reviewer');
  admin = await all.signedIn('administrator');
});
after(async () => {
  await closeOffices();
  await removeDatabases();
});

const code = (c: string): Value => ({ type: 'code', code: c });
const claim = (property: string, value: Value, definition?: string): Claim => ({
  on: 0,
  property,
  value,
  ...(definition !== undefined && { definition }),
});

/** Sends a report and approves it. */
async function live(id: string, kind: string, claims: readonly Claim[]): Promise<void> {
  const report = reportBy(reviewer.id, [{ id, kind }], claims);
  const [receipt] = await all.send('/api/reports', { reports: [{ report, personal: [] }] }, reviewer);
  assert.ok(receipt);
  const approve = decisionBy(admin.id, { act: 'approve', reports: [receipt.entry], step: 'review' });
  await all.send('/api/decisions', { decisions: [approve] }, admin);
}

/** All that is shown of the hazard, but for the number of the last receipt. */
async function shown() {
  const [item, totals, list, map] = await Promise.all([
    all.see(`/api/hazardous-area/${hazard}`, reviewer),
    all.see('/api/totals?programme=orlia', reviewer),
    all.see('/api/hazardous-area?programme=orlia', reviewer),
    all.see('/api/to-locate?programme=orlia', reviewer),
  ]);
  for (const a of [item, totals, list, map]) assert.equal(a.statusCode, 200, a.body);
  const { stamp: _, ...figures } = totals.json().totals[0];
  return { view: item.json().view, figures, rows: list.json().rows, locate: map.json().rows };
}

test('a hazard stands as it stood, whatever is claimed of the mines in it', async () => {
  await live(model, 'munition-model', [claim('category', code('ap-mine'))]);
  await live(hazard, 'hazardous-area', [
    claim('hazard_class', code('cha')),
    claim('hazard_status', code('open')),
    claim('outline', { type: 'geometry', geometry: square(10, 10, 0.01) }, 'outline-as-drawn'),
    claim('models', { type: 'link', item: model }),
  ]);
  const before = await shown();
  assert.equal(before.view.standing, 'live');
  await live(model, 'munition-model', [
    claim('share_live_claimed', { type: 'number', number: 0 }, 'after-set-period'),
    claim('self_destruct_claimed', { type: 'number', max: 4 }, 'after-set-period'),
    claim('self_deactivate_claimed', { type: 'number', max: 1 }, 'after-set-period'),
    claim('lifetime_feature', code('both')),
  ]);
  await live(transfer, 'transfer', [claim('models', { type: 'link', item: model })]);
  await live(randomUUID(), 'assurance', [
    claim('lifetime_claimed', { type: 'number', max: 0 }, 'after-set-period'),
    claim('transfers', { type: 'link', item: transfer }),
  ]);
  assert.deepEqual(await shown(), before);
});

test('no kind of land, danger or work has a property that says how long anything stays live', () => {
  assert.ok(LAND.includes('hazardous-area') && LAND.includes('task') && LAND.includes('released-land'));
  for (const name of LAND)
    for (const property of LIFETIMES)
      assert.ok(!(property in (builtIn.kinds.get(name)?.properties ?? {})), `${name}.${property}`);
});

test('no form asks whether anything would still function', () => {
  const asks =
    /\b(still|would|could)\b.*\b(function|work|live|explode|active)|\binert\b|\bharmless\b|\bdud\b/i;
  for (const { name, properties } of builtIn.kinds.values())
    for (const [property, { label, description, type }] of Object.entries(properties))
      if (type === 'yesno' || LAND.includes(name))
        assert.doesNotMatch(`${property} ${label}. ${description}`, asks, `${name}.${property}`);
});

test('a report that claims a lifetime of land is refused', async () => {
  for (const property of LIFETIMES) {
    const report = reportBy(
      reviewer.id,
      [{ id: hazard, kind: 'hazardous-area' }],
      [claim(property, { type: 'number', number: 0 })],
    );
    const answer = await all.tell('/api/reports', { reports: [{ report, personal: [] }] }, reviewer);
    assert.equal(answer.statusCode, 400, property);
    assert.equal(answer.json().code, 'property-unknown');
  }
});

test('a mapping that would bring a lifetime to land, or close land by one, is refused', () => {
  const mapping = (kind: string, properties: object) =>
    readMapping(
      JSON.stringify({
        mapping: 1,
        name: 'test',
        version: '1',
        source: { name: 'A list' },
        date: { by: 'report' },
        records: [{ kind, properties }],
      }),
      builtIn,
    );
  for (const kind of LAND)
    for (const property of LIFETIMES) {
      const found = mapping(kind, { [property]: { column: 'inert after' } });
      assert.ok(Array.isArray(found), `${kind}.${property}`);
      assert.ok(
        found.some((p) => p.code === 'property-unknown'),
        `${kind}.${property}`,
      );
    }
});

test('land can’t be listed, filtered, ordered or exported by a lifetime', async () => {
  for (const property of LIFETIMES)
    for (const question of [
      `/api/hazardous-area?programme=orlia&${property}=0`,
      `/api/hazardous-area?programme=orlia&sort=${property}`,
      `/api/hazardous-area?programme=orlia&filter=${property}%20is%200`,
      `/api/export/hazardous-area?programme=orlia&format=csv&filter=${property}%20is%200`,
      `/ogc/collections/hazardous-area/items?${property}=0`,
    ]) {
      const { statusCode, body } = await all.see(question, reviewer);
      assert.ok(statusCode >= 400 && statusCode < 500, `${question}: ${statusCode} ${body.slice(0, 200)}`);
    }
  const columns = LIFETIMES.join(',');
  const narrowed = await all.see(`/api/hazardous-area?programme=orlia&columns=${columns}`, reviewer);
  for (const row of narrowed.json().rows) assert.deepEqual(row.values, {}, 'a column that is none is empty');
  for (const format of ['csv', 'geojson']) {
    const { statusCode, body } = await all.see(
      `/api/export/hazardous-area?programme=orlia&format=${format}`,
      reviewer,
    );
    assert.equal(statusCode, 200);
    for (const property of LIFETIMES) assert.ok(!body.includes(property), `${format}: ${property}`);
  }
});

test('no map layer carries one, not even of the promise that names it', async () => {
  for (const kind of ['hazardous-area', 'assurance']) {
    const { statusCode, rawPayload } = await all.see(`/tiles/${kind}/0/0/0.mvt`, reviewer);
    assert.ok(statusCode === 200 || statusCode === 204, String(statusCode));
    if (kind === 'hazardous-area') assert.ok(rawPayload.includes('hazard_status'), 'the area is on it');
    for (const property of LIFETIMES) assert.ok(!rawPayload.includes(property), `${kind}: ${property}`);
  }
});

test('a property of one’s own by that name is a word on the record like any other: it moves nothing', async () => {
  const before = await shown();
  await all.send(
    '/api/rules',
    {
      rules: [
        ruleBy(admin.id, 'own-property', 'hazardous-area.share_live_claimed', {
          label: 'Share live',
          type: 'number',
          unit: 'percent',
        }),
      ],
    },
    admin,
  );
  await live(hazard, 'hazardous-area', [claim('share_live_claimed', { type: 'number', number: 0 })]);
  const { view, figures } = await shown();
  assert.deepEqual(figures, before.figures);
  assert.deepEqual(view.drawing, before.view.drawing);
  for (const name of ['hazard_class', 'hazard_status']) {
    const of = (v: typeof view) => v.properties.find((p: { property: string }) => p.property === name)?.value;
    assert.deepEqual(of(view), of(before.view), name);
  }
});

test('claims are answered of models, transfers and promises alone, and no address answers an estimate', async () => {
  const claims = await all.see('/api/accountability?programme=orlia&kinds=munition-model', reviewer);
  assert.equal(claims.statusCode, 200, claims.body);
  assert.match(claims.body, /share_live_claimed/);
  for (const kind of LAND) {
    const answer = await all.see(`/api/accountability?programme=orlia&kinds=${kind}`, reviewer);
    assert.equal(answer.statusCode, 400, kind);
  }
  const { body } = await all.see('/openapi.json', reviewer);
  assert.doesNotMatch(body, /could_?function|to_?clear|envelope|scenario|still live/i);
});
