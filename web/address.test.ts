import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Address, inProgramme, noAddress, readAddress, screenIds, writeAddress } from './address.ts';

const text = fc.option(fc.string({ minLength: 1 }));
const screen = fc.oneof(
  fc.constant({ screen: null, own: {} }),
  fc.record({
    screen: fc.constantFrom(...screenIds),
    own: fc.dictionary(fc.constantFrom('by', 'of-kind', 'from_day'), fc.string({ minLength: 1 }), {
      noNullPrototype: true,
    }),
  }),
);
const rest: fc.Arbitrary<Omit<Address, 'screen' | 'own'>> = fc.record(
  {
    programme: text,
    kind: fc.constantFrom('hazardous-area', 'accident'),
    item: text,
    itemKind: fc.constant(null),
    part: fc.constant(null),
    show: fc.constantFrom('list', 'locate', 'totals', 'overlaps'),
    report: fc.constant(null),
    at: fc.constantFrom(null, '2026-02-28'),
    known: fc.constantFrom(null, '512', '2026-02-28T23:00:00.000Z'),
    q: fc.string(),
    sort: fc.constantFrom(null, 'local_id', '-m2'),
    filter: fc.string(),
    within: fc.constantFrom(null, '18.1,43,18.7,43.6', '0 0,2 0,2.5 -2'),
    columns: fc.uniqueArray(fc.constantFrom('local_id', 'name', 'reported_area')),
    hidden: fc.uniqueArray(fc.constantFrom('accident', 'find', 'cha')),
    also: fc.uniqueArray(fc.constantFrom('activity', 'task')),
    map: fc.constantFrom(null, { zoom: 7.25, lat: -12.5, lon: 170.125 }),
    pin: fc.constantFrom(null, { lat: -12.500001, lon: 170.125 }, { lat: 0, lon: 0 }),
    narrow: fc.constantFrom('map', 'side'),
    lang: fc.constantFrom(null, 'ar', 'pt-BR'),
  },
  { noNullPrototype: true },
);
const address: fc.Arbitrary<Address> = fc.tuple(rest, screen).map(([a, b]) => ({ ...a, ...b }));

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
  const a = readAddress(
    '?at=yesterday&known=soon&map=3/91/0&show=secret&screen=cellar&cellar.door=open&lang=%3Cb%3E&sort=a;b',
  );
  assert.deepEqual([a.at, a.known, a.map, a.show, a.lang, a.sort], [null, null, null, 'list', null, null]);
  assert.deepEqual([a.screen, writeAddress(a)], [null, '']);
});

test('what is being done about an item is read with the item alone', () => {
  const part = 'move:018f3a2b-0000-7000-8000-000000000001';
  assert.equal(readAddress(writeAddress({ ...noAddress, item: 'x', part })).part, part);
  assert.equal(readAddress(`?part=${part}`).part, null);
  assert.equal(readAddress('?item=x&part=<b>').part, null);
});

test('a report to be corrected may be named shortly, and only where reports are written', () => {
  const corrects = '018f3a2b-0000-7000-8000-000000000001';
  const a = readAddress(`?screen=report&kind=accident&item=x&corrects=${corrects}`);
  assert.deepEqual([a.own, a.item], [{ corrects }, 'x']);
  assert.deepEqual(readAddress(writeAddress(a)).own, { corrects });
  assert.deepEqual(readAddress(`?screen=disputes&corrects=${corrects}`).own, {});
});

test('another programme opens the same screen on the same day, without what was looked for here', () => {
  const here = readAddress(
    '?programme=a&screen=report&report.draft=01a00000-0000-7000-8000-000000000001&filter=own_x=1&within=1,2,3,4&columns=own_x&known=12&at=2024-05-01&lang=ar',
  );
  const there = readAddress('?programme=b&screen=report&at=2024-05-01&lang=ar');
  assert.deepEqual(inProgramme(here, 'b'), there);
  const item = readAddress('?programme=a&screen=item&item=01a00000-0000-7000-8000-000000000001');
  assert.equal(inProgramme(item, 'b').screen, null);
});
