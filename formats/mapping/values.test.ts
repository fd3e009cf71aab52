import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWkt } from '@tilth/domain/geometry/wkt';
import { factor, times } from '@tilth/domain/record/units';
import fc from 'fast-check';
import { folded, textOf } from './cells.ts';
import { lookup, yesOrNo } from './codes.ts';
import { readDate, spanOf } from './dates.ts';
import { readNumber } from './numbers.ts';

test('a whole number with thousands separators can mean one thing only, and the repair is named', () => {
  assert.deepEqual(readNumber('2,006', {}, true), { number: 2006, repair: 'number-thousands-separator' });
  assert.deepEqual(readNumber('1 234 567', {}, true), {
    number: 1234567,
    repair: 'number-thousands-separator',
  });
  assert.deepEqual(readNumber("12'500", {}, true), { number: 12500, repair: 'number-thousands-separator' });
  assert.deepEqual(readNumber('2006', {}, true), { number: 2006 });
});

test('a number that could mean two things is not guessed', () => {
  assert.equal(readNumber('2,006', {}, false), null);
  assert.equal(readNumber('20,06', {}, true), null);
  assert.equal(readNumber('1.234', { decimal: ',' }, false)?.number, 1234);
  assert.equal(readNumber('1.23', { decimal: ',' }, false), null);
  for (const text of ['', 'x', '1e999', '1,2,3', '--1', '0x10', 'NaN', 'Infinity'])
    assert.equal(readNumber(text, {}, false), null);
});

test('decimal comma, Arabic digits and minus signs of typesetters are read', () => {
  assert.deepEqual(readNumber('1,5', { decimal: ',' }, false), { number: 1.5 });
  assert.deepEqual(readNumber('1.234,5', { decimal: ',', thousands: '.' }, false), {
    number: 1234.5,
    repair: 'number-thousands-separator',
  });
  assert.deepEqual(readNumber('٢٠٠٦', {}, true), { number: 2006 });
  assert.deepEqual(readNumber('−3.5', {}, false), { number: -3.5 });
});

test('every finite number comes back from how it is written', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      (n) => {
        assert.equal(readNumber(String(n), {}, false)?.number, n);
        const text = String(n);
        if (!text.includes('e'))
          assert.equal(readNumber(text.replace('.', ','), { decimal: ',' }, false)?.number, n);
      },
    ),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.integer(), (n) => {
      assert.equal(readNumber(n.toLocaleString('en'), {}, true)?.number, n);
    }),
    { numRuns: 1000 },
  );
});

test('dates are spans as long as they are inexact, and no day is invented', () => {
  assert.deepEqual(readDate('2006'), { from: '2006-01-01', to: '2006-12-31', typed: '2006' });
  assert.deepEqual(readDate('2008-02'), { from: '2008-02-01', to: '2008-02-29', typed: '2008-02' });
  assert.deepEqual(readDate('03/04/2020', 'dd/MM/yyyy'), {
    from: '2020-04-03',
    to: '2020-04-03',
    typed: '03/04/2020',
  });
  assert.deepEqual(readDate('03/04/2020', 'MM/dd/yyyy')?.from, '2020-03-04');
  assert.equal(readDate('5 ago 2011', 'd MMM yyyy')?.from, '2011-08-05');
  for (const wrong of ['2006-13', '2006-02-30', '03/04/2020', '31.12.99', ''])
    assert.equal(readDate(wrong), null);
  assert.equal(spanOf(2007, 2, 29, ''), null);
});

test('units are converted without tails of binary fractions; unknown ones are not guessed', () => {
  assert.equal(times(2.3, factor('ha', 'm2')!), 23000);
  assert.equal(times(1, factor('Sq km', 'm2')!), 1000000);
  assert.equal(times(12, factor('in', 'mm')!), 304.8);
  assert.equal(times(10, factor('km²', 'm2')!), 1e7);
  assert.equal(factor('furlong', 'm'), null);
  assert.equal(factor('ha', 'm'), null);
});

test('words are the same without case, accents, spaces and punctuation, in any script', () => {
  assert.equal(folded('Fuerza  Pública'), folded('fuerza publica'));
  assert.equal(folded('SIN-INFORMACIÓN'), folded('sin información'));
  assert.notEqual(folded('так'), folded('ні'));
  assert.equal(textOf('  a\u00a0 b '), 'a b');
  assert.equal(textOf(null), '');
});

test('a table of the mapping wins over the list; null makes no claim; unknown words stay unknown', () => {
  const list = {
    name: 'l',
    label: '',
    source: '',
    codes: { killed: { label: 'Killed', also: ['dead'] }, injured: { label: 'Injured' } },
  };
  const find = lookup(list, { Muerto: 'killed', Dead: 'injured', Otro: null });
  assert.deepEqual(['MUERTO', 'dead', 'Killed', 'injured', 'otro', 'x'].map(find), [
    'killed',
    'injured',
    'killed',
    'injured',
    null,
    undefined,
  ]);
});

test('yes and no in the languages of the field', () => {
  assert.deepEqual(['Sí', 'oui', 'ТАК', 'نعم', 'no', 'Не', 'perhaps'].map(yesOrNo), [
    true,
    true,
    true,
    true,
    false,
    null,
    null,
  ]);
});

test('well-known text of every shape', () => {
  assert.deepEqual(readWkt('POINT Z (1 2 3)')?.geometry, { type: 'Point', coordinates: [1, 2, 3] });
  assert.deepEqual(readWkt('SRID=3116;POINT(1 2)'), {
    geometry: { type: 'Point', coordinates: [1, 2] },
    srid: 3116,
  });
  assert.deepEqual(readWkt('MultiPoint((1 2),(3 4))')?.geometry, readWkt('MULTIPOINT (1 2, 3 4)')?.geometry);
  assert.deepEqual(readWkt('polygon((0 0,1 0,1 1,0 0),(.1 .1,.2 .1,.2 .2,.1 .1))')?.geometry, {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
      [
        [0.1, 0.1],
        [0.2, 0.1],
        [0.2, 0.2],
        [0.1, 0.1],
      ],
    ],
  });
  for (const none of ['POINT', 'POINT EMPTY', 'CIRCLE (1 2)', 'POINT (1 2', '', 'POLYGON ((1 2)))'])
    assert.equal(readWkt(none), null);
});
