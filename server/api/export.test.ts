import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { problem, Refusal } from '@tilth/domain/problem';
import { formats } from '@tilth/formats/write/formats';
import { get, idOf, kindOfLevels, modelOf, person, square, tried } from '../app.testing.ts';

async function room() {
  const all = tried(modelOf(kindOfLevels('area', 'public')));
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'public' }, invented: true });
  for (let n = 0; n < 3; n++)
    all.store.things.push({
      id: idOf(n),
      programme: 'orlia',
      kind: 'area',
      geometry: square(n, 0, 1),
      values: { public_text: n === 0 ? '=1+1' : `row ${n}`, partner_text: 'Secret', size: n },
    });
  return all;
}

test('every format comes as a file with a name, a type and the stamp', async () => {
  const { app } = await room();
  for (const [name, { mediaType, extension }] of Object.entries(formats)) {
    const answer = await get(app, `/api/export/area?format=${name}&at=2020-02-03`);
    assert.equal(answer.statusCode, 200, `${name} ${answer.body.slice(0, 300)}`);
    assert.equal(answer.headers['content-type'], mediaType);
    assert.equal(
      answer.headers['content-disposition'],
      `attachment; filename="orlia-area-2020-02-03-no-0.${extension}"`,
    );
    assert.match(
      String(answer.headers['tilth-stamp']),
      /^"orlia";office="test-office";number=0;fold=1;at="2020-02-03"/u,
    );
    assert.ok(answer.rawPayload.length > 0, name);
  }
});

test('a CSV holds what was asked for and may be read, and no formula', async () => {
  const { app } = await room();
  const { body } = await get(app, '/api/export/area?format=csv');
  assert.ok(body.includes('row 1') && body.includes('row 2'));
  assert.doesNotMatch(body, /(^|[,"\n])=1\+1/u);
  assert.equal(body.includes('Secret'), false);
  assert.equal(body.includes('partner_text'), false);
  const one = await get(app, '/api/export/area?format=csv&size=1');
  assert.ok(one.body.includes('row 1') && !one.body.includes('row 2'));
  const none = await get(app, '/api/export/area?format=csv&bbox=50,50,51,51');
  assert.equal(none.body.includes('row 1'), false);
});

test('a fault before the first byte is a proper refusal', async () => {
  const { app, store } = await room();
  store.failNext('stream', new Refusal(problem('id-reused', { id: 'x' })));
  const answer = await get(app, '/api/export/area?format=csv');
  assert.deepEqual([answer.statusCode, answer.json().code], [409, 'id-reused']);
  assert.equal(answer.headers['content-disposition'], undefined);
});

test('what is asked wrongly is named', async () => {
  const { app } = await room();
  const code = async (query: string) => (await get(app, `/api/export/area?${query}`)).json().code;
  assert.equal(await code('format=doc'), 'parameter-invalid');
  assert.equal(await code(''), 'parameter-invalid');
  assert.equal(await code('format=csv&limit=3'), 'parameter-unknown');
  assert.equal(await code('format=csv&partner_text=Secret'), 'parameter-unknown');
  assert.equal((await get(app, '/api/export/none?format=csv')).statusCode, 404);
});

test('a capture leaves as a file to be saved, never as a page of ours', async () => {
  const all = await room();
  const bytes = Buffer.from('<script>alert(1)</script>');
  const digest = createHash('sha256').update(bytes).digest('hex');
  all.store.captures.set(digest, bytes);
  const { cookie } = await person(all, 'reviewer', 'orlia');
  const answer = await get(all.app, `/api/captures/${digest}?programme=orlia`, { cookie });
  assert.deepEqual(answer.rawPayload, bytes);
  assert.equal(answer.headers['content-type'], 'application/octet-stream');
  assert.match(String(answer.headers['content-disposition']), /^attachment/u);
  assert.match(String(answer.headers['content-security-policy']), /sandbox/u);
  all.store.failNext('readCapture', new Refusal(problem('capture-unknown')));
  assert.equal((await get(all.app, `/api/captures/${digest}?programme=orlia`)).statusCode, 404);
});
