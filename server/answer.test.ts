import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Code, problem, Refusal } from '@tilth/domain/problem';
import { problems } from '@tilth/domain/problems';
import words from '@tilth/words/en.json' with { type: 'json' };
import { detailsOf, statusFor } from './answer.ts';
import { BASE, get, HOST, tried, write } from './app.testing.ts';
import { CONTENT_SECURITY_POLICY } from './headers.ts';

test('every problem there is has a status and a sentence that its facts fill', () => {
  for (const [code, { facts }] of Object.entries(problems)) {
    const filled = Object.fromEntries(facts.map((f) => [f, `<${f}>`]));
    const details = detailsOf(problem(code as Code, filled), words);
    assert.equal(details.status, statusFor(code as Code), code);
    assert.ok(details.status >= 400 && details.status < 600, code);
    assert.notEqual(details.detail, code, `${code} has a sentence`);
    assert.doesNotMatch(details.detail, /\{[\w-]+\}/u, `${code}: its sentence names a fact it does not have`);
  }
});

test('a refusal is an RFC 9457 document with our code', async () => {
  const { app, store } = tried();
  await store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'partner' } });
  store.failNext('list', new Refusal(problem('id-reused', { id: 'x' })));
  const answer = await get(app, '/api/hazardous-area');
  assert.equal(answer.statusCode, 409);
  assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
  assert.deepEqual(answer.json(), {
    type: 'urn:tilth:problem:id-reused',
    title: 'Clashes with the record',
    status: 409,
    detail: 'The id x stands in the log already, with other content.',
    code: 'id-reused',
    facts: { id: 'x' },
  });
});

test('a fault tells the asker a reference, the log where it was, and nobody a value', async () => {
  const { app, store, log } = tried();
  await store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'partner' } });
  store.failNext('list', new Error('invalid input: "Secret Name"'));
  const answer = await get(app, '/api/hazardous-area?q=Secret%20Name');
  assert.equal(answer.statusCode, 500);
  const { code, facts, detail } = answer.json();
  assert.equal(code, 'internal-fault');
  assert.ok(detail.includes(facts.reference));
  const fault = log.find((line) => line.reference === facts.reference);
  assert.ok(fault && Array.isArray(fault.at) && fault.at.length > 0);
  assert.equal(JSON.stringify([answer.json(), log]).includes('Secret'), false);
  assert.equal(answer.body.includes('.ts'), false, 'no stack');
});

test('what cannot be read is refused without repeating it', async () => {
  const { app } = tried();
  const body = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { host: '127.0.0.1:7171', origin: 'http://127.0.0.1:7171', 'content-type': 'application/json' },
    payload: '{"token": Secret',
  });
  assert.equal(body.json().code, 'request-unreadable');
  const long = await write(app, 'POST', '/api/session', { token: 'Secret'.repeat(1000) });
  assert.equal(long.json().code, 'body-too-large');
  const wrong = await write(app, 'POST', '/api/session', { token: 'Secret name!' });
  assert.equal(wrong.json().code, 'body-invalid');
  const path = await get(app, '/api/%E0%A4%A');
  assert.equal(path.statusCode, 400);
  for (const answer of [body, long, wrong, path]) assert.equal(answer.body.includes('Secret'), false);
});

test('every answer, good or bad, carries the strict headers', async () => {
  const { app } = tried();
  for (const url of ['/', '/healthz', '/api/me', '/api/none', '/ogc/', '/nowhere.js', '/api/%E0%A4%A']) {
    const { headers } = await get(app, url);
    assert.equal(headers['content-security-policy'], CONTENT_SECURITY_POLICY, url);
    assert.equal(headers['x-content-type-options'], 'nosniff', url);
    assert.equal(headers['referrer-policy'], 'no-referrer', url);
  }
  assert.equal(CONTENT_SECURITY_POLICY.includes('unsafe-inline'), false);
  assert.equal(CONTENT_SECURITY_POLICY.includes("'unsafe-eval'"), false);
});

test('the log names routes, never addresses or queries', async () => {
  const { app, log } = tried();
  await get(app, '/api/victim?name=Secret');
  await get(app, '/Secret');
  assert.equal(log.length, 2);
  assert.equal(JSON.stringify(log).includes('Secret'), false);
});

test('what HTTP has a status of its own for is answered with that', async () => {
  const { app } = tried();
  const headers = { host: HOST, origin: BASE };
  const long = await write(app, 'POST', '/api/session', { token: 'x'.repeat(3000) });
  assert.deepEqual([long.statusCode, long.json().facts.limit], [413, 1024]);
  const form = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { ...headers, 'content-type': 'text/plain' },
    payload: 'x',
  });
  assert.equal(form.statusCode, 415);
  for (let n = 0; n < 10; n++)
    await write(app, 'POST', '/api/session', { token: `guess-number-${1000 + n}` });
  const slow = await write(app, 'POST', '/api/session', { token: 'guess-number-1011' });
  assert.equal(slow.statusCode, 429);
  assert.ok(Number(slow.headers['retry-after']) > 0);
});

test('an address asked in a way it does not take says which it takes', async () => {
  const { app } = tried();
  const asked = [
    ['PUT', '/api/reports', 'GET, HEAD, POST'],
    ['POST', '/api/programmes', 'GET, HEAD'],
    ['DELETE', '/tiles/hazardous-area/0/0/0.mvt', 'GET, HEAD'],
    ['OPTIONS', '/ogc/collections?limit=1', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
  ] as const;
  for (const [method, url, allowed] of asked) {
    const answer = await app.inject({ method, url, headers: { host: HOST, origin: BASE } });
    assert.deepEqual([answer.statusCode, answer.headers.allow], [405, allowed], url);
    assert.equal(answer.json().code, 'method-not-allowed');
  }
  const nowhere = await write(app, 'POST', '/nowhere');
  assert.equal(nowhere.statusCode, 404);
});

test('numbers and instants that no database takes are refused, not faults', async () => {
  const { app, store, log } = tried();
  await store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'partner' } });
  for (const query of [
    'offset=1e21',
    'known=0000-01-01T00:00:00Z',
    'known=99999999999999999999',
    'sort=standing',
  ])
    assert.equal((await get(app, `/api/hazardous-area?${query}`)).statusCode, 400, query);
  const items = '/ogc/collections/hazardous-area/items';
  assert.equal((await get(app, `${items}?offset=1e30`)).statusCode, 400);
  assert.ok(log.every((line) => line.level === 'info'));
});

test('no answer may be kept by others, whatever the protocol', async () => {
  const { app, store } = tried();
  await store.addProgramme({ id: 'orlia', name: 'Orlia', public: { '*': 'partner' } });
  const addresses = ['/api/me', '/ogc/', '/ogc/api', '/ogc/collections', '/ogc/collections/hazardous-area'];
  for (const url of [...addresses, '/openapi.json', '/tiles/hazardous-area/0/0/0.mvt', '/healthz'])
    assert.match(String((await get(app, url)).headers['cache-control']), /private|no-store/u, url);
});

test('the sign of life fails while the database is away, and comes back with it', async () => {
  const { app, store } = tried();
  store.failNext('asker', new Refusal(problem('database-down', { state: 'ECONNREFUSED' })));
  const away = await get(app, '/healthz');
  assert.deepEqual([away.statusCode, away.json().code], [503, 'database-down']);
  assert.equal((await get(app, '/healthz')).statusCode, 200);
});
