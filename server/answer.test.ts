import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Code, problem, Refusal } from '@tilth/domain/problem';
import { problems } from '@tilth/domain/problems';
import words from '@tilth/words/en.json' with { type: 'json' };
import { detailsOf, statusOf } from './answer.ts';
import { get, tried, write } from './app.testing.ts';
import { CONTENT_SECURITY_POLICY } from './headers.ts';

test('every problem there is has a status and a sentence that its facts fill', () => {
  for (const [code, { class: kind, facts }] of Object.entries(problems)) {
    const filled = Object.fromEntries(facts.map((f) => [f, `<${f}>`]));
    const details = detailsOf(problem(code as Code, filled), words);
    assert.equal(details.status, statusOf[kind], code);
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
