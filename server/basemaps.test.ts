import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { quickest, removeDatabases } from '@tilth/store/databases.testing';
import words from '@tilth/words/en.json' with { type: 'json' };
import { BASE, get, tried } from './app.testing.ts';
import { buildApp } from './app.ts';
import { BASEMAP_COOKIE, basemapSources, policyWith, programmeSources } from './basemaps.ts';
import { CONTENT_SECURITY_POLICY } from './headers.ts';
import { closeOffices, office, type Person, ruleBy } from './office.testing.ts';

const webRoot = await mkdtemp(join(tmpdir(), 'tilth-web-'));
await mkdir(join(webRoot, 'assets'), { recursive: true });
await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Tilth</title>');
after(async () => {
  await rm(webRoot, { recursive: true });
  await closeOffices();
  await removeDatabases();
});

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

test('a programme’s basemap is admitted to the pages of those who see the programme, and to nobody else’s', async () => {
  const all = await office(quickest, {});
  const administrator = await all.signedIn('administrator');
  const viewer = await all.signedIn('viewer');
  const app = buildApp({ store: all.store, words, base: BASE, webRoot });
  const policy = async (who?: Person) => {
    const headers = { accept: 'text/html', ...(who && { cookie: who.cookie }) };
    return String((await get(app, '/', headers)).headers['content-security-policy']);
  };
  assert.equal(await policy(viewer), CONTENT_SECURITY_POLICY);
  const topo = {
    name: 'Topography',
    address: 'https://tiles.example.org/topo/{z}/{x}/{y}.png?key=abc',
    attribution: '© Survey',
  };
  await all.send('/api/rules', { rules: [ruleBy(administrator.id, 'basemap', 'topo', topo)] }, administrator);
  assert.ok((await policy(viewer)).includes("connect-src 'self' https://tiles.example.org/topo/;"));
  assert.equal(await policy(), CONTENT_SECURITY_POLICY, 'a stranger’s');
  const answer = (await all.see('/api/basemaps?programme=orlia', viewer)).json();
  assert.deepEqual(answer, { basemaps: [{ id: 'topo', ...topo }], held: [] });
  assert.equal((await all.see('/api/basemaps?programme=orlia')).statusCode, 404);
  const refused = await all.tell(
    '/api/rules',
    { rules: [ruleBy(viewer.id, 'basemap', 'other', topo)] },
    viewer,
  );
  assert.equal(refused.statusCode, 403);
  await app.close();
  await all.close();
});

test('a programme may set eight basemaps, and what the head of a page says of them stays short', async () => {
  const all = await office(quickest, {});
  const administrator = await all.signedIn('administrator');
  const long = (n: number) => ({
    name: `Map ${n}`,
    address: `https://t${n}.example.org/${'a'.repeat(280)}/{z}/{x}/{y}.png`,
    attribution: '© Survey',
  });
  const set = (n: number) =>
    all.tell(
      '/api/rules',
      { rules: [ruleBy(administrator.id, 'basemap', `map-${n}`, long(n))] },
      administrator,
    );
  for (let n = 0; n < 8; n++) assert.equal((await set(n)).statusCode, 200, String(n));
  const ninth = await set(8);
  assert.equal(ninth.statusCode, 409);
  assert.equal(ninth.json().code, 'basemaps-too-many');
  const app = buildApp({ store: all.store, words, base: BASE, webRoot });
  const { headers } = await get(app, '/', { accept: 'text/html', cookie: administrator.cookie });
  const policy = String(headers['content-security-policy']);
  assert.ok(policy.includes('https://t7.example.org/'));
  assert.ok(policy.length < 6_000);
  // as many as an older log may hold
  const many = Array.from({ length: 150 }, (_, n) => ({ id: `map-${n}`, ...long(n) }));
  const asker = { person: administrator.id, roles: new Map([['orlia', 'administrator'] as const]) };
  const sources = await programmeSources({ ...all.store, basemaps: async () => many }, asker);
  assert.ok(sources.length > 8 && policyWith(sources).length < 6_000);
  await app.close();
  await all.close();
});

test('an archive that this server holds is served in parts, and nothing else of its directory', async () => {
  const basemaps = await mkdtemp(join(tmpdir(), 'tilth-basemaps-'));
  await writeFile(join(basemaps, 'country.pmtiles'), 'PMTiles and so on');
  await writeFile(join(basemaps, 'notes.txt'), 'not for anybody');
  const all = await office(quickest, {});
  const administrator = await all.signedIn('administrator');
  const app = buildApp({ store: all.store, words, base: BASE, webRoot, basemaps });
  const part = await get(app, '/basemaps/country.pmtiles', { range: 'bytes=0-6' });
  assert.deepEqual([part.statusCode, part.body], [206, 'PMTiles']);
  for (const no of ['notes.txt', '..%2Findex.html', 'other.pmtiles'])
    assert.equal((await get(app, `/basemaps/${no}`)).statusCode, 404, no);
  const held = await get(app, '/api/basemaps?programme=orlia', { cookie: administrator.cookie });
  assert.deepEqual(held.json().held, ['/basemaps/country.pmtiles']);
  await app.close();
  await all.close();
  await rm(basemaps, { recursive: true });
});
