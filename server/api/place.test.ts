/** A hazard whose place nobody can read, sent over HTTP to the real store: it is kept and stands on the list. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { Claim } from '@tilth/domain/report/entry';
import { quickest, removeDatabases } from '@tilth/store/databases.testing';
import { closeOffices, office, reportBy } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

test('an empty outline is refused with the way out, and that way leads to the to-locate list with its reason', {
  timeout: 60_000,
}, async () => {
  const all = await office(quickest, {});
  const collector = await all.signedIn('collector');
  const id = randomUUID();
  const send = (value: Claim['value']) => {
    const item = { id, kind: 'hazardous-area' };
    const claims: readonly Claim[] = [
      { on: 0, property: 'hazard_class', value: { type: 'code', code: 'sha' } },
      { on: 0, property: 'outline', value },
    ];
    const report = reportBy(collector.id, [item], claims);
    return all.tell('/api/reports', { reports: [{ report, personal: [] }] }, collector);
  };
  const empty = await send({ type: 'geometry', geometry: { type: 'MultiPolygon', coordinates: [] } });
  assert.equal(empty.json().code, 'body-invalid');
  assert.match(empty.json().detail, /"type":"unknown","why":"unreadable"/u);
  assert.equal((await send({ type: 'unknown', why: 'unreadable' })).statusCode, 200);
  const { rows } = (await all.see('/api/to-locate?programme=orlia', collector)).json();
  assert.deepEqual(
    rows.map((r: { id: string; values: { to_locate: string } }) => [r.id, r.values.to_locate]),
    [[id, 'place-unreadable']],
  );
  await all.close();
});
