import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FOLD_VERSION } from '@tilth/domain/report/view';
import { BASE, get, HOST, person, tried, write } from './app.testing.ts';
import { isLoopback } from './doorkeeper.ts';
import { serve } from './serve.ts';

async function room(options = {}) {
  const all = tried(undefined, options);
  await all.store.addProgramme({ id: 'orlia', name: 'Orlia' });
  return all;
}

test('a sign-in link works once and never again', async () => {
  const { app, store } = await room();
  const id = await store.addPerson({ name: 'Somebody', role: 'reviewer', programme: 'orlia' });
  const token = await store.makeSignInLink(id);
  const first = await write(app, 'POST', '/api/session', { token });
  assert.equal(first.statusCode, 200);
  assert.deepEqual(first.json(), {
    person: { id, name: 'Somebody' },
    programmes: [{ programme: 'orlia', role: 'reviewer', may: ['report', 'decide'] }],
  });
  const again = await write(app, 'POST', '/api/session', { token });
  assert.equal(again.json().code, 'sign-in-link-void');
});

test('looking at a link does not use it up: its address reaches no handler that signs in', async () => {
  const { app, store } = await room();
  const id = await store.addPerson({ name: 'Somebody', role: 'viewer', programme: 'orlia' });
  const token = await store.makeSignInLink(id);
  await get(app, '/sign-in');
  await get(app, `/api/session?token=${token}`);
  assert.equal((await write(app, 'POST', '/api/session', { token })).statusCode, 200);
});

test('the session cookie is out of reach for scripts and other sites', async () => {
  const { app, store } = await room();
  const id = await store.addPerson({ name: 'Somebody', role: 'viewer', programme: 'orlia' });
  const answer = await write(app, 'POST', '/api/session', { token: await store.makeSignInLink(id) });
  const cookie = String(answer.headers['set-cookie']);
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) assert.ok(cookie.includes(part), part);
  assert.equal(cookie.includes('Secure'), false);
});

test('behind https the cookie is Secure and the browser is told to stay there', async () => {
  const base = 'https://mine-action.example';
  const { app, store } = await room({ base });
  const id = await store.addPerson({ name: 'Somebody', role: 'viewer', programme: 'orlia' });
  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { host: 'mine-action.example', origin: base },
    payload: { token: await store.makeSignInLink(id) },
  });
  assert.equal(answer.statusCode, 200);
  assert.ok(String(answer.headers['set-cookie']).includes('Secure'));
  assert.ok(answer.headers['strict-transport-security']);
});

test('signing out ends the session on the server, not only in the browser', async () => {
  const all = await room();
  const { cookie } = await person(all, 'viewer', 'orlia');
  assert.notEqual((await get(all.app, '/api/me', { cookie })).json().person, null);
  assert.equal((await write(all.app, 'DELETE', '/api/session', undefined, cookie)).statusCode, 204);
  assert.equal((await get(all.app, '/api/me', { cookie })).json().person, null);
});

test('a write that another site made a browser send is refused, cookie or not', async () => {
  const all = await room();
  const { cookie } = await person(all, 'administrator', 'orlia');
  const invitation = { programme: 'orlia', name: 'Intruder', role: 'administrator' };
  for (const origin of [
    'http://evil.example',
    'http://127.0.0.1:9999',
    'https://127.0.0.1:7171',
    'null',
    undefined,
  ]) {
    const answer = await all.app.inject({
      method: 'POST',
      url: '/api/people',
      headers: { host: HOST, cookie, ...(origin === undefined ? {} : { origin }) },
      payload: invitation,
    });
    assert.equal(answer.json().code, 'origin-not-allowed', String(origin));
  }
  assert.equal(await all.store.findPerson('Intruder'), null);
  assert.equal((await write(all.app, 'POST', '/api/people', invitation, cookie)).statusCode, 200);
});

test('a form of another site cannot even be read: only JSON is taken', async () => {
  const { app } = await room();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { host: HOST, origin: BASE, 'content-type': type },
      payload: '{"token":"abcdefghijklmnopqrstuvwx"}',
    });
    assert.equal(answer.json().code, 'media-type-unsupported', type);
  }
});

test('under a name that is not ours nothing is answered', async () => {
  const { app } = await room();
  for (const host of ['evil.example', '127.0.0.1.evil.example:7171', 'localhost.evil.example', 'a b']) {
    assert.equal((await get(app, '/api/programmes', { host })).json().code, 'host-not-allowed', host);
  }
  for (const host of ['localhost:7171', '127.0.0.1', '[::1]:7171', 'LOCALHOST'])
    assert.equal((await get(app, '/api/programmes', { host })).statusCode, 200, host);
  const named = await room({ names: ['tilth.example'] });
  assert.equal((await get(named.app, '/api/programmes', { host: 'tilth.example' })).statusCode, 200);
});

test('guessing at links is slowed down', async () => {
  const { app } = await room();
  const codes = [];
  for (let n = 0; n < 12; n++) {
    const answer = await write(app, 'POST', '/api/session', { token: `guess-number-${1000 + n}` });
    codes.push(answer.json().code);
    if (answer.statusCode === 503) assert.ok(Number(answer.headers['retry-after']) > 0);
  }
  assert.equal(codes[9], 'sign-in-link-void');
  assert.equal(codes[10], 'too-many-attempts');
});

test('only administrators invite', async () => {
  const all = await room();
  const bodies: [string, object][] = [['/api/people', { programme: 'orlia', name: 'New', role: 'viewer' }]];
  for (const [url, body] of bodies) {
    assert.equal((await write(all.app, 'POST', url, body)).json().code, 'not-signed-in');
    for (const role of ['viewer', 'collector', 'reviewer'] as const) {
      const { cookie } = await person(all, role, 'orlia');
      assert.equal((await write(all.app, 'POST', url, body, cookie)).json().code, 'may-not', role);
    }
  }
});

test('inviting a known name is no way into programmes one does not administer', async () => {
  const all = await room();
  await all.store.addProgramme({ id: 'other', name: 'Other' });
  await all.store.addPerson({ name: 'Known', role: 'administrator', programme: 'other' });
  const { cookie } = await person(all, 'administrator', 'orlia');
  const body = { programme: 'orlia', name: ' Known ', role: 'viewer' };
  const answer = await write(all.app, 'POST', '/api/people', body, cookie);
  assert.equal(answer.json().code, 'person-elsewhere');
});

test('an invited person signs in with the link they are handed', async () => {
  const all = await room();
  const { cookie } = await person(all, 'administrator', 'orlia');
  const body = { programme: 'orlia', name: 'Newcomer', role: 'collector' };
  const { link } = (await write(all.app, 'POST', '/api/people', body, cookie)).json();
  const [page, token] = link.split('#');
  assert.equal(page, `${BASE}/sign-in`);
  const me = (await write(all.app, 'POST', '/api/session', { token })).json();
  assert.deepEqual(me.programmes, [{ programme: 'orlia', role: 'collector', may: ['report'] }]);
});

test('a host that others can reach is refused unless the flag says so', async () => {
  const { store } = tried();
  for (const host of ['0.0.0.0', '::', '192.0.2.7', 'example.org', '127.evil.example'])
    await assert.rejects(serve(store, { host, port: 0 }), { message: 'host-not-loopback' });
  assert.deepEqual(['127.0.0.1', '127.8.8.8', '::1', 'localhost'].map(isLoopback), [true, true, true, true]);
});

test('serving listens where it says, and says when the port is taken', async () => {
  const { store } = tried();
  const served = await serve(store, { host: '127.0.0.1', port: 0 });
  try {
    const answer = await fetch(`${served.url}/healthz`);
    assert.deepEqual(await answer.json(), {
      ok: true,
      engine: 'pglite',
      office: 'test-office',
      fold: FOLD_VERSION,
    });
    const port = Number(new URL(served.url).port);
    await assert.rejects(serve(store, { host: '127.0.0.1', port }), { message: 'port-in-use' });
  } finally {
    await served.close();
  }
});
