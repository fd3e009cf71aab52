/** Photos that come with a report, and a report read again by who sent it, over the real store. */
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { ATTACHMENT_LIMIT } from '@tilth/domain/record/attachment';
import { commit } from '@tilth/domain/report/commitment';
import type { Claim, Value } from '@tilth/domain/report/entry';
import { quickest, removeDatabases } from '@tilth/store/databases.testing';
import { BASE, HOST, write } from '../app.testing.ts';
import { closeOffices, type Office, office, type Person, reportBy } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function put(all: Office, bytes: Buffer, who: Person | null, digest = digestOf(bytes), kind = 'victim') {
  return all.app.inject({
    method: 'PUT',
    url: `/api/captures/${digest}?programme=orlia&kind=${kind}&media_type=image/jpeg`,
    headers: {
      host: HOST,
      origin: BASE,
      'content-type': 'application/octet-stream',
      ...(who && { cookie: who.cookie }),
    },
    payload: bytes,
  });
}

const outcome: Claim = { on: 0, property: 'outcome', value: { type: 'code', code: 'injured' } };

test('a photo is kept once under its digest, however often it is sent, and only by who may report', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, { '*': 'partner' });
  const collector = await all.signedIn('collector');
  const photo = randomBytes(2_500_000);
  assert.equal((await put(all, photo, null)).statusCode, 403);
  assert.equal((await put(all, photo, await all.signedIn('viewer'))).json().code, 'may-not');
  for (let n = 0; n < 2; n++) {
    const answer = await put(all, photo, collector);
    assert.equal(answer.statusCode, 200, answer.body);
  }
  const seen = await all.see(`/api/captures/${digestOf(photo)}?programme=orlia`, collector);
  assert.ok(seen.rawPayload.equals(photo), 'who sent it reads it');
  const other = await all.signedIn('collector');
  assert.equal(
    (await all.see(`/api/captures/${digestOf(photo)}?programme=orlia`, other)).statusCode,
    404,
    'a photo of a victim is personal',
  );
  assert.equal((await all.see(`/api/captures/${digestOf(photo)}?programme=orlia`)).statusCode, 404);
  await all.close();
});

test('bytes that are not those promised, and too many of them, are refused and not kept', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, {});
  const collector = await all.signedIn('collector');
  const sent = randomBytes(100);
  const promised = digestOf(randomBytes(100));
  assert.equal((await put(all, sent, collector, promised)).json().code, 'capture-differs');
  const large = Buffer.alloc(ATTACHMENT_LIMIT + 1);
  assert.equal((await put(all, large, collector)).json().code, 'body-too-large');
  for (const digest of [promised, digestOf(sent), digestOf(large)])
    assert.equal((await all.see(`/api/captures/${digest}?programme=orlia`, collector)).statusCode, 404);
  await all.close();
});

test('a photo sent as less private than its report speaks of is refused with the report', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, {});
  const collector = await all.signedIn('collector');
  const photo = randomBytes(10);
  await put(all, photo, collector, undefined, 'hazardous-area');
  const report = {
    ...reportBy(collector.id, [{ id: randomUUID(), kind: 'victim' }], [outcome]),
    attachments: [{ capture: digestOf(photo), on: 0, media_type: 'image/jpeg', size: 10 }],
  };
  const send = () =>
    write(
      all.app,
      'POST',
      '/api/reports',
      { programme: 'orlia', reports: [{ report, personal: [] }] },
      collector.cookie,
    );
  assert.equal((await send()).json().code, 'attachment-too-open');
  await put(all, photo, collector, undefined, 'victim');
  assert.equal((await send()).statusCode, 200);
  await all.close();
});

test('who sent a report reads it again with what is personal in it; others of the same rank read neither', {
  timeout: 120_000,
}, async () => {
  const all = await office(quickest, {});
  const collector = await all.signedIn('collector');
  const name: Value = { type: 'text', text: 'Somebody' };
  const salt = '0'.repeat(32);
  const photo = randomBytes(10);
  await put(all, photo, collector);
  const report = {
    ...reportBy(
      collector.id,
      [{ id: randomUUID(), kind: 'victim' }],
      [outcome, { on: 0, property: 'name', value: { type: 'personal', commitment: commit(name, salt) } }],
    ),
    attachments: [{ capture: digestOf(photo), on: 0, media_type: 'image/jpeg', size: 10 }],
  };
  const personal = [
    { report: report.id, n: 1, salt, value: JSON.stringify({ text: 'Somebody', type: 'text' }) },
  ];
  const [receipt] = await all.send('/api/reports', { reports: [{ report, personal }] }, collector);
  const read = async (who: Person) =>
    (await all.see(`/api/reports/${report.id}?programme=orlia`, who)).json();
  const own = await read(collector);
  assert.equal(own.number, receipt?.number);
  assert.deepEqual(own.ref, receipt?.entry);
  assert.deepEqual(own.personal, [{ n: 1, value: name }]);

  const other = await read(await all.signedIn('collector'));
  assert.deepEqual(other.personal, []);
  assert.equal(other.report.attachments, undefined, 'nor that there are photos');
  assert.equal((await read(await all.signedIn('reviewer'))).report.attachments.length, 1);

  const reviewer = await all.signedIn('reviewer');
  await all.send(
    '/api/decisions',
    {
      decisions: [
        {
          type: 'decision',
          id: randomUUID(),
          programme: 'orlia',
          by: reviewer.id,
          written: '2026-01-01T00:00:00.000Z',
          reason: 'Which village?',
          after: [],
          act: 'return',
          reports: [own.ref],
          step: 'review',
        },
      ],
    },
    reviewer,
  );
  assert.deepEqual(
    (await read(collector)).decisions.map((d: { act: string; reason: string }) => [d.act, d.reason]),
    [['return', 'Which village?']],
  );
  assert.equal(
    (await all.see(`/api/reports/${randomUUID()}?programme=orlia`, collector)).json().code,
    'report-unknown',
  );
  assert.equal((await all.see(`/api/reports/${report.id}?programme=orlia`)).statusCode, 403);
  await all.close();
});
