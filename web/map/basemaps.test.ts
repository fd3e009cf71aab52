import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readKept, sourceOf } from './basemaps.ts';

test('what is admitted for an address is its folder, or the one file, and never what may be a key', () => {
  const cases: readonly (readonly [string, object])[] = [
    ['https://tiles.example.org/topo/{z}/{x}/{y}.png', { source: 'https://tiles.example.org/topo/' }],
    ['https://tiles.example.org/{z}/{x}/{y}.png?key=abc', { source: 'https://tiles.example.org/' }],
    ['http://10.0.0.7:8080/{z}/{x}/{y}.webp', { source: 'http://10.0.0.7:8080/' }],
    ['https://maps.example.org/country.pmtiles', { source: 'https://maps.example.org/country.pmtiles' }],
    [
      'https://maps.example.org/country.pmtiles?key=abc',
      { source: 'https://maps.example.org/country.pmtiles' },
    ],
    ['https://{s}.example.org/{z}/{x}/{y}.png', { wrong: 'subdomains' }],
    ['https://example.org/wms?x={x}&y={y}&z={z}', { wrong: 'query' }],
    ['https://example.org/map.png', { wrong: 'tiles' }],
    ['javascript:alert(1)', { wrong: 'address' }],
    ['https://user:pass@example.org/{z}/{x}/{y}.png', { wrong: 'credentials' }],
    ['country.pmtiles', { wrong: 'address' }],
  ];
  for (const [address, expected] of cases) assert.deepEqual(sourceOf(address), expected, address);
});

test('what was kept and can’t be read is as if nothing was kept', () => {
  const good = { id: 'a', name: 'Topo', address: 'https://t.example.org/{z}/{x}/{y}.png', attribution: 'Us' };
  assert.deepEqual(readKept(JSON.stringify([good])), [good]);
  for (const text of [null, '', '{', '{}', '[1]', '[null]', JSON.stringify([{ ...good, address: 'x' }])])
    assert.deepEqual(readKept(text), [], String(text));
});
