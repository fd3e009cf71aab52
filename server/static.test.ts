import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { get, tried } from './app.testing.ts';

const place = await mkdtemp(join(tmpdir(), 'tilth-web-'));
const webRoot = join(place, 'dist');
await mkdir(join(webRoot, 'assets'), { recursive: true });
await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Tilth</title>');
await writeFile(join(webRoot, 'assets', 'worker-abc.mjs'), 'export {};');
await writeFile(join(webRoot, 'assets', 'page-abc.js'), 'plain');
await writeFile(join(webRoot, 'assets', 'page-abc.js.br'), 'brotli');
await writeFile(join(webRoot, 'assets', 'page-abc.js.gz'), 'gzip');
await writeFile(join(webRoot, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
await writeFile(join(place, 'secret.txt'), 'Secret');
after(() => rm(place, { recursive: true }));

test('every address of the app gives its page, which a browser asks for each time', async () => {
  const { app } = tried(undefined, { webRoot });
  for (const url of ['/', '/sign-in', '/orlia/hazardous-area?at=2020-01-01', '/index.html']) {
    const answer = await get(app, url, { accept: 'text/html' });
    assert.equal(answer.statusCode, 200, url);
    assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8', url);
    assert.equal(answer.headers['cache-control'], 'no-cache', url);
  }
});

test('files with a hash in their name are kept for good, and a worker runs as the script it is', async () => {
  const { app } = tried(undefined, { webRoot });
  const worker = await get(app, '/assets/worker-abc.mjs');
  assert.equal(worker.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.match(String(worker.headers['content-type']), /javascript/u);
  assert.equal((await get(app, '/mark.svg')).headers['cache-control'], 'no-cache');
});

test('a file that was built compressed too comes so to those who take it', async () => {
  const { app } = tried(undefined, { webRoot });
  const ask = (accept: string) => get(app, '/assets/page-abc.js', { 'accept-encoding': accept });
  for (const [accept, encoding, body] of [
    ['gzip, deflate, br', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['identity', undefined, 'plain'],
  ] as const) {
    const answer = await ask(accept);
    assert.equal(answer.body, body);
    assert.equal(answer.headers['content-encoding'], encoding);
    assert.match(String(answer.headers['content-type']), /javascript/u);
    assert.match(String(answer.headers['cache-control']), /immutable/u);
    assert.equal(answer.headers.vary, 'accept-encoding');
  }
});

test('a file that is not there is not found, and nothing outside the page is reached', async () => {
  const { app } = tried(undefined, { webRoot });
  for (const url of ['/assets/old-abc.js', '/api', '/ogc/none', '/tiles/x', '/robots.txt', '/assets/']) {
    const answer = await get(app, url, { accept: '*/*' });
    assert.equal(answer.json().code, 'address-unknown', url);
  }
  for (const url of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
  ])
    assert.equal((await get(app, url)).body.includes('Secret'), false, url);
});

test('before the page is built, the address says how to build it', async () => {
  const { app } = tried(undefined, { webRoot: join(place, 'nothing-here') });
  const answer = await get(app, '/', { accept: 'text/html' });
  assert.equal(answer.statusCode, 503);
  assert.equal(answer.json().code, 'web-not-built');
});
