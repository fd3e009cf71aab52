import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonical, inOrder, unwritable } from './canonical.ts';
import { digestOf, noPrevious, receiptDigest } from './digest.ts';
import { deriveId, uuidv7 } from './id.ts';
import { report } from './worlds.testing.ts';

test('the canonical text is that of RFC 8785: its own example', () => {
  const example = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false],
  };
  assert.equal(
    canonical(example),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys stand in order of UTF-16 code units, as RFC 8785 section 3.2.3 asks', () => {
  const inOrder = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
  const text = canonical(Object.fromEntries([...inOrder].reverse().map((k) => [k, 0])));
  assert.equal(text, `{${inOrder.map((k) => `${JSON.stringify(k)}:0`).join(',')}}`);
});

test('the same value has the same text whatever the order of its keys, and reads back as itself', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (x) => {
      if (unwritable(x)) return;
      const turned = (v: unknown): unknown =>
        Array.isArray(v)
          ? v.map(turned)
          : typeof v === 'object' && v !== null
            ? Object.fromEntries(
                Object.entries(v)
                  .reverse()
                  .map(([k, w]) => [k, turned(w)]),
              )
            : v;
      assert.equal(canonical(turned(x)), canonical(x));
      assert.equal(canonical(JSON.parse(canonical(x))), canonical(x));
    }),
    { numRuns: 1000 },
  );
});

test('a value in order is what reading its text gives, and prints as that text', () => {
  const key = fc.oneof(fc.string(), fc.constantFrom('1', '10', '2', '__proto__', 'constructor', ''));
  const value = fc.letrec((tie) => ({
    any: fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), tie('list'), tie('map')),
    list: fc.array(tie('any')),
    map: fc.array(fc.tuple(key, tie('any'))).map((pairs) => Object.fromEntries(pairs)),
  })).any;
  fc.assert(
    fc.property(value, (x) => {
      if (unwritable(x)) return assert.throws(() => canonical(x));
      const ordered = inOrder(x);
      const text = canonical(x);
      if (ordered === undefined) assert.match(text, /"(\d+|__proto__)":/);
      else assert.equal(JSON.stringify(ordered), text);
      assert.deepEqual(ordered ?? JSON.parse(text), JSON.parse(text));
    }),
    { numRuns: 1000 },
  );
});

test('what PostgreSQL or another machine could not hold is named with its place', () => {
  assert.deepEqual(unwritable({ claims: [{ value: 'a\u0000b' }] }), {
    code: 'text-not-unicode',
    facts: { where: 'claims.0.value' },
  });
  assert.equal(unwritable({ a: '\ud800' })?.code, 'text-not-unicode');
  assert.equal(unwritable({ 'a\udc00': 1 })?.code, 'text-not-unicode');
  assert.equal(unwritable({ a: Number.NaN })?.code, 'number-not-finite');
  assert.equal(unwritable({ a: ['😀', 1, null, true] }), null);
  assert.throws(() => canonical('\ud800'));
  assert.throws(() => canonical(Number.POSITIVE_INFINITY));
});

test('a digest is SHA-256 of the canonical text, and any change of an entry changes it', () => {
  const one = report({ date: '2020-01-01' }, { property: 'name', value: { type: 'text', text: 'Hill' } });
  const platform = createHash('sha256').update(canonical(one.entry)).digest('hex');
  assert.equal(digestOf(one.entry), platform);
  assert.notEqual(digestOf({ ...one.entry, date: '2020-01-02' }), one.ref.digest);
});

test('a receipt names number, instant, entry and the receipt before', () => {
  const entry = { id: 'e', digest: 'd' };
  const first = { number: 1, instant: '2024-01-01T00:00:00.000Z', entry, previous: noPrevious };
  const all = [
    first,
    { ...first, number: 2 },
    { ...first, instant: '2024-01-01T00:00:00.001Z' },
    { ...first, entry: { id: 'e', digest: 'c' } },
    { ...first, previous: 'f'.repeat(64) },
  ].map(receiptDigest);
  assert.equal(new Set(all).size, all.length);
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-([78])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('law 10: a derived id is the same every time, and another for other parts or another secret', () => {
  const secret = new Uint8Array(32).fill(1);
  const id = deriveId(secret, ['p', 'source', 'row', 3]);
  assert.equal(deriveId(secret, ['p', 'source', 'row', 3]), id);
  assert.equal(uuid.exec(id)?.[1], '8');
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.array(fc.string({ unit: 'grapheme' })),
      (a, b) => {
        if (unwritable([a, b])) return;
        assert.equal(deriveId(secret, a) === deriveId(secret, b), canonical(a) === canonical(b));
      },
    ),
    { numRuns: 1000 },
  );
  assert.notEqual(deriveId(new Uint8Array(32).fill(2), ['p', 'source', 'row', 3]), id);
});

test('UUIDv7 sorts by time and keeps the milliseconds', () => {
  const random = new Uint8Array(10).fill(255);
  const id = uuidv7(1645557742000, random);
  assert.equal(id.slice(0, 13), '017f22e2-79b0');
  assert.equal(uuid.exec(id)?.[1], '7');
  assert.ok(uuidv7(1645557742001, new Uint8Array(10)) > id);
});
