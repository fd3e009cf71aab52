import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Position } from '../report/entry.ts';
import {
  bothReadings,
  formatCoordinates,
  type ReadingOptions,
  readCoordinates,
  SYSTEMS,
} from './coordinates.ts';
import { distance } from './length.ts';

const at = (text: string, options?: ReadingOptions) => {
  const read = readCoordinates(text, options);
  assert.ok(!('code' in read), `${text}: ${'code' in read ? read.code : ''}`);
  return read;
};
const refused = (text: string, options?: ReadingOptions) => {
  const read = readCoordinates(text, options);
  return 'code' in read ? read.code : read.position.join(' ');
};

test('the same place in every usual way of writing it', () => {
  const place: Position = [17.5, 44.25];
  for (const text of [
    '44.25 17.5',
    '44.25, 17.5',
    '44.25N 17.5E',
    'N44.25 E17.5',
    '17.5E 44.25N',
    '44.25° N, 17.5° E',
    "44° 15.0' N 17° 30.0' E",
    'N 44 15.0 E 17 30.0',
    '44°15\'00"N 17°30\'00"E',
    '44º15’00”N; 17º30’00”E',
    '44-15-00N 17-30-00E',
    '44 15 00 17 30 00',
    '44d15m00s N 17d30m00s E',
    '44:15:00N 17:30:00E',
  ]) {
    assert.deepEqual(at(text).position, place, text);
    assert.equal(at(text).typed, text);
  }
  for (const text of [
    '33T 699593.49 4902679.88',
    '33 north 699593.49 4902679.88',
    'UTM 33T 0699593.49E 4902679.88N',
  ]) {
    assert.ok(distance(at(text).position, place) < 0.01, text);
  }
  assert.ok(distance(at('33T XK 99593 02679').position, place) < 1);
  assert.ok(distance(at('33TXK9959302679').position, place) < 1);
});

test('south and west, by letter or by sign', () => {
  assert.deepEqual(at('12.5S 36.25W').position, [-36.25, -12.5]);
  assert.deepEqual(at('-12.5 -36.25').position, [-36.25, -12.5]);
  assert.deepEqual(at("12°30'S 36°15'W").position, [-36.25, -12.5]);
});

test('two bare numbers are latitude first, unless said otherwise', () => {
  assert.deepEqual(at('44.25 17.5', { order: 'longitude-first' }).position, [44.25, 17.5]);
});

test('how exactly it was stated is told from the digits', () => {
  assert.ok(at('44.2N 17.5E').accuracy_m > 7000);
  assert.ok(at('44.25000N 17.50000E').accuracy_m < 1);
  assert.equal(at('33T XK 9 0').accuracy_m, 7071.07);
  assert.ok(at('44°15\'00"N 17°30\'00"E').accuracy_m < 25);
});

test('what does not make sense is refused with its reason, never guessed', () => {
  assert.equal(refused(''), 'coordinates-unreadable');
  assert.equal(refused('near the bridge'), 'coordinates-unreadable');
  assert.equal(refused('44.25'), 'coordinates-unreadable');
  assert.equal(refused('44,25 17,5'), 'coordinates-unreadable');
  assert.equal(refused('44.25N 17.5N'), 'coordinates-unreadable');
  assert.equal(refused('-44.25N 17.5E'), 'coordinates-unreadable');
  assert.equal(refused("44°15'N 17.5E"), 'coordinates-unreadable');
  assert.equal(refused("44°75'N 17°30'E"), 'coordinates-out-of-range');
  assert.equal(refused('94.25N 17.5E'), 'coordinates-out-of-range');
  assert.equal(refused('17.5 194.25'), 'coordinates-out-of-range');
  assert.equal(refused('699593 4902680'), 'coordinates-incomplete');
  assert.equal(refused('33 699593 4902680'), 'coordinates-incomplete');
  assert.equal(refused('61T 699593 4902680'), 'coordinates-unreadable');
  assert.equal(refused('33I 699593 4902680'), 'coordinates-unreadable');
  assert.equal(refused('33T ZZ 12345 12345'), 'coordinates-unreadable');
  assert.equal(refused('33T AA 12345 12345'), 'mgrs-square-impossible');
  assert.equal(refused('33T XK 123 1234'), 'coordinates-unreadable');
});

test('S after a zone is refused where it may be a band or the south, and read where only one fits', () => {
  assert.equal(refused('36S 700000 3700000'), 'coordinates-ambiguous');
  assert.ok(at('36S 700000 8000000').position[1] < 0);
  assert.ok(at('36 south 700000 3700000').position[1] < -50);
  assert.ok(at('36 north 700000 3700000').position[1] > 30);
});

test('both readings of S after a zone are offered by name, and none where one alone fits', () => {
  for (const text of ['34S 250000 4200000', '34S 250000mE 4200000mN', 'UTM 34 S 250000E, 4200000N']) {
    assert.equal(refused(text), 'coordinates-ambiguous', text);
    const [band, south] = bothReadings(text);
    assert.deepEqual([band?.letter_as, south?.letter_as, band?.typed], ['band', 'south', text]);
    assert.ok(distance(band?.position ?? [0, 0], at('34 north 250000 4200000').position) < 0.01);
    assert.ok(distance(south?.position ?? [0, 0], at('34 south 250000 4200000').position) < 0.01);
  }
  assert.equal(bothReadings('250000 4200000', { zone: '34S' }).length, 2);
  for (const text of ['36S 700000 8000000', '34T 250000 4900000', '44.25 17.5', 'near the bridge', ''])
    assert.deepEqual(bothReadings(text), []);
});

test('a zone given apart, and a zone that is not the usual one', () => {
  assert.ok(distance(at('699593 4902680', { zone: '33N' }).position, [17.5, 44.25]) < 1);
  assert.deepEqual(
    at('34T 220000 4902680').notices.map((one) => one.code),
    ['utm-zone-unusual'],
  );
});

test('only the system asked for is read', () => {
  assert.equal(refused('44.25 17.5', { system: 'dms' }), 'coordinates-unreadable');
  assert.equal(refused('44.25 17.5', { system: 'mgrs' }), 'coordinates-unreadable');
});

test('every position is written and read again in every system, within what the digits say', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -179.99, max: 179.99, noNaN: true }),
      fc.double({ min: -79.9, max: 83.9, noNaN: true }),
      fc.constantFrom(...SYSTEMS),
      fc.integer({ min: 1, max: 5 }),
      (x, y, system, digits) => {
        const text = formatCoordinates([x, y], system, digits);
        assert.ok(typeof text === 'string');
        const read = at(text, { system });
        assert.ok(distance(read.position, [x, y]) <= read.accuracy_m + 0.02, `${text} ${read.position}`);
        assert.equal(read.system, system);
      },
    ),
    { numRuns: 3000 },
  );
});

test('a position a hair south of the equator has a reference that is read again', () => {
  const text = formatCoordinates([3, -7.8e-15], 'mgrs', 5);
  assert.ok(typeof text === 'string');
  assert.ok(Math.abs(at(text, { system: 'mgrs' }).position[1]) < 1e-5);
});

test('writing never carries sixty minutes or seconds', () => {
  assert.equal(formatCoordinates([17.99999999, -44.99999999], 'dms', 1), '45°00\'00.0"S 18°00\'00.0"E');
  assert.equal(formatCoordinates([17.5, 44.25], 'dm', 2), "44°15.00'N 17°30.00'E");
  assert.equal(formatCoordinates([17.5, 44.25], 'utm'), '33 north 699593 4902680');
  assert.equal(formatCoordinates([17.5, 44.25], 'mgrs'), '33T XK 99593 02679');
});

test('any text is read or refused, and no refusal repeats the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'0123456789.,°\'" NSEWT-') }),
      ),
      (text) => {
        const read = readCoordinates(text);
        if (!('code' in read))
          assert.ok(Math.abs(read.position[0]) <= 180 && Math.abs(read.position[1]) <= 90);
      },
    ),
    { numRuns: 5000 },
  );
});
