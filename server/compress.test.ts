import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { get, tried } from './app.testing.ts';

test('long answers come compressed to those who take it, and say so', async () => {
  const { app, store } = tried();
  await store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'public' } });
  const plain = await get(app, '/api/kinds');
  const zipped = await get(app, '/api/kinds', { 'accept-encoding': 'br, gzip' });
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.equal(zipped.headers.vary, 'accept-encoding, cookie');
  assert.equal(zipped.headers['content-length'], String(zipped.rawPayload.length));
  assert.deepEqual(JSON.parse(gunzipSync(zipped.rawPayload).toString()), plain.json());
  assert.ok(zipped.rawPayload.length * 4 < plain.rawPayload.length);
  const refused = await get(app, '/api/kinds', { 'accept-encoding': 'gzip;q=0' });
  assert.equal(refused.headers['content-encoding'], undefined);
});

test('short answers are left as they are', async () => {
  const { app } = tried();
  const { headers } = await get(app, '/healthz', { 'accept-encoding': 'gzip' });
  assert.equal(headers['content-encoding'], undefined);
});
