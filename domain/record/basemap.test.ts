import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../report/worlds.testing.ts';
import { basemapsOf, heldBackOverHttps, readBasemap, roomForBasemap, sourceOf } from './basemap.ts';
import { checkRule } from './check-rule.ts';
import { builtIn } from './kinds.ts';

const topo = { name: 'Topography', address: 'https://t.example.org/{z}/{x}/{y}.png', attribution: '© Us' };
const held = { name: 'Country', address: '/basemaps/country.pmtiles', attribution: '© Survey' };
const setOn = (key: string, value: unknown) => ({ ...rule('basemap', value).entry, key });

test('what is admitted for an address is its folder or the one file, and nothing for what this server holds', () => {
  assert.deepEqual(sourceOf(topo.address), { source: 'https://t.example.org/' });
  assert.deepEqual(sourceOf(held.address), { source: null });
  for (const bad of [
    "https://t.example.org/'unsafe-inline'/{z}/{x}/{y}.png",
    'https://t.example.org/a;script-src */{z}/{x}/{y}.png',
    'https://*.example.org/{z}/{x}/{y}.png',
    'data:image/png,{z}{x}{y}',
    '/basemaps/../settings.pmtiles',
    '/api/captures/{z}/{x}/{y}',
  ])
    assert.deepEqual(sourceOf(bad), { wrong: 'address' }, bad);
});

test('a programme’s basemaps are its rules; one that is taken back, or can’t be used, is none', () => {
  const set = setOn('topo', topo);
  assert.equal(checkRule(set, builtIn), null);
  const back = { ...setOn('topo', null), after: [{ id: set.id, digest: '' }] };
  const country = setOn('country', { ...held, usual: true });
  assert.deepEqual(
    basemapsOf([set, country]).map((b) => [b.id, b.name, b.usual]),
    [
      ['country', 'Country', true],
      ['topo', 'Topography', undefined],
    ],
  );
  assert.deepEqual(basemapsOf([set, back]), []);
  const wrong = setOn('topo', { ...topo, address: 'https://{s}.example.org/{z}/{x}/{y}.png' });
  assert.equal(checkRule(wrong, builtIn)?.code, 'rule-unreadable');
});

test('a name or a password in an address is refused, and said to be why', () => {
  for (const who of ['somebody@', 'somebody:secret@'])
    assert.deepEqual(sourceOf(`https://${who}t.example.org/{z}/{x}/{y}.png`), { wrong: 'credentials' });
  assert.ok('source' in sourceOf('https://t.example.org/@us/{z}/{x}/{y}.png'));
});

test('browsers hold back http from a page over https, but from this very machine', () => {
  for (const address of ['http://t.example.org/{z}/{x}/{y}.png', 'http://localhost.example.org/{z}/{x}/{y}'])
    assert.ok(heldBackOverHttps(address), address);
  for (const address of ['http://localhost:8080/{z}/{x}/{y}', 'http://127.0.0.1/{z}/{x}/{y}', topo.address]) {
    assert.ok(!heldBackOverHttps(address), address);
    assert.ok('source' in sourceOf(address), address);
  }
});

test('a programme may have eight; one may be changed or taken back, and another then takes its place', () => {
  const eight = Array.from({ length: 8 }, (_, n) => setOn(`map-${n}`, { ...topo, name: `Map ${n}` }));
  assert.ok(eight.every((rule, n) => roomForBasemap(rule, eight.slice(0, n)) === null));
  const ninth = setOn('map-9', topo);
  assert.deepEqual(roomForBasemap(ninth, eight), { code: 'basemaps-too-many', facts: { most: 8 } });
  const [first] = eight;
  assert.ok(first);
  const after = [{ id: first.id, digest: '' }];
  assert.equal(roomForBasemap({ ...setOn('map-0', { ...topo, name: 'Other' }), after }, eight), null);
  const back = { ...setOn('map-0', null), after };
  assert.equal(roomForBasemap(back, eight), null);
  assert.equal(roomForBasemap(ninth, [...eight, back]), null);
});

test('no other server is asked by whoever has chosen nothing', () => {
  assert.equal(readBasemap({ ...topo, usual: true }), null);
  assert.equal(readBasemap({ ...held, usual: true })?.usual, true);
});
