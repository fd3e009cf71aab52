import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Address, noAddress, readAddress, writeAddress } from './address.ts';

const text = fc.option(fc.string({ minLength: 1 }));
const address: fc.Arbitrary<Address> = fc.record(
  {
    programme: text,
    kind: fc.constantFrom('hazardous-area', 'accident'),
    item: text,
    itemKind: fc.constant(null),
    show: fc.constantFrom('list', 'locate', 'totals', 'overlaps'),
    report: fc.constant(null),
    at: fc.constantFrom(null, '2026-02-28'),
    known: fc.constantFrom(null, '512', '2026-02-28T23:00:00.000Z'),
    q: fc.string(),
    sort: fc.constantFrom(null, 'local_id', '-m2'),
    hidden: fc.uniqueArray(fc.constantFrom('accident', 'find', 'cha')),
    map: fc.constantFrom(null, { zoom: 7.25, lat: -12.5, lon: 170.125 }),
    narrow: fc.constantFrom('map', 'side'),
    lang: fc.constantFrom(null, 'ar', 'pt-BR'),
  },
  { noNullPrototype: true },
);

test('an address read again is the same state', () => {
  fc.assert(
    fc.property(address, (a) => assert.deepEqual(readAddress(writeAddress(a)), a)),
    { numRuns: 1000 },
  );
});

test('no text at all stops an address from being read, and usual state writes no query', () => {
  fc.assert(
    fc.property(fc.string(), (search) => {
      readAddress(search);
    }),
    { numRuns: 1000 },
  );
  assert.equal(writeAddress(noAddress), '');
});

test('what is not a day, a receipt or a place on earth is left out', () => {
  const a = readAddress('?at=yesterday&known=soon&map=3/91/0&show=secret&lang=%3Cb%3E&sort=a;b');
  assert.deepEqual([a.at, a.known, a.map, a.show, a.lang, a.sort], [null, null, null, 'list', null, null]);
});
