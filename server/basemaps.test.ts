import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { get, tried } from './app.testing.ts';
import { BASEMAP_COOKIE, basemapSources, policyWith } from './basemaps.ts';
import { CONTENT_SECURITY_POLICY } from './headers.ts';

const webRoot = await mkdtemp(join(tmpdir(), 'tilth-web-'));
await mkdir(join(webRoot, 'assets'), { recursive: true });
await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Tilth</title>');
after(() => rm(webRoot, { recursive: true }));

const policyFor = async (url: string, cookie?: string) => {
  const { app } = tried(undefined, { webRoot });
  const headers = {
    accept: 'text/html',
    ...(cookie === undefined ? {} : { cookie: `${BASEMAP_COOKIE}=${encodeURIComponent(cookie)}` }),
  };
  return (await get(app, url, headers)).headers;
};

test('the page may fetch from the address its reader entered, and from no other', async () => {
  const own = 'https://tiles.example.org/topo/';
  const policy = String((await policyFor('/', own))['content-security-policy']);
  const directives = new Map(policy.split('; ').map((d) => [d.split(' ')[0], d]));
  assert.equal(directives.get('connect-src'), `connect-src 'self' ${own}`);
  for (const name of ['default-src', 'script-src', 'style-src', 'worker-src', 'img-src', 'form-action'])
    assert.ok(!directives.get(name)?.includes('example.org'), name);
  assert.equal((await policyFor('/'))['content-security-policy'], CONTENT_SECURITY_POLICY);
  assert.equal((await policyFor('/healthz', own))['content-security-policy'], CONTENT_SECURITY_POLICY);
});

test('the page is never answered as unchanged, since its policy may have changed', async () => {
  const headers = await policyFor('/');
  assert.equal(headers.etag, undefined);
  assert.equal(headers['last-modified'], undefined);
});

test('a cookie that says anything else opens nothing', () => {
  const bad = [
    '*',
    "'unsafe-inline'",
    'https:',
    'https://*.example.org/',
    'data:',
    'https://example.org/;script-src',
    'https://example.org/a,b',
    'ftp://example.org/',
    'https://user@example.org/',
    `https://example.org/${'a'.repeat(400)}`,
  ];
  assert.deepEqual(basemapSources(bad.join(' ')), []);
  assert.equal(policyWith([]), CONTENT_SECURITY_POLICY);
  const many = Array.from({ length: 50 }, (_, i) => `https://t${i}.example.org/`);
  assert.equal(basemapSources(many.join(' ')).length, 8);
});
