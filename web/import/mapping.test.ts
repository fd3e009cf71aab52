import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import { change, fill, filledBy, type Mapping, meaning, readExtent, simple, usesOf } from './mapping.ts';

const kind = builtIn.kinds.get('hazardous-area')!;
const mapping: Mapping = {
  mapping: 1,
  name: 'x',
  version: '1',
  source: { name: 'X' },
  date: { column: 'when' },
  identity: ['id'],
  extent: [1, 2, 3, 4],
  records: [
    {
      kind: 'hazardous-area',
      properties: { local_id: { column: 'id' }, outline: { lon: 'x', lat: 'y' } },
    },
  ],
};

test('a column fills one property, and a property is filled by one column', () => {
  const one = fill(mapping, 'class', 'hazard_class', kind);
  assert.equal(filledBy(simple(one)!, 'class'), 'hazard_class');
  const other = fill(one, 'type', 'hazard_class', kind);
  assert.equal(filledBy(simple(other)!, 'class'), null);
  const moved = fill(other, 'type', 'remark', kind);
  assert.equal(filledBy(simple(moved)!, 'type'), 'remark');
  assert.equal(simple(moved)!.properties.hazard_class, undefined);
  const none = fill(moved, 'type', null, kind);
  assert.equal(filledBy(simple(none)!, 'type'), null);
  assert.deepEqual(none.extent, mapping.extent, 'what the wizard does not know is kept');
});

test('a date property takes a date rule, so that its format can be said', () => {
  const dated = fill(mapping, 'found', 'identified_on', kind);
  assert.deepEqual(simple(dated)!.properties.identified_on, { date: { column: 'found' } });
  assert.equal(filledBy(simple(dated)!, 'found'), 'identified_on');
});

test('words get a meaning and lose it again', () => {
  const coded = meaning(fill(mapping, 'class', 'hazard_class', kind), 'hazard_class', 'Doubtful', 'sha');
  assert.deepEqual(simple(coded)!.properties.hazard_class?.codes, { Doubtful: 'sha' });
  const free = meaning(coded, 'hazard_class', 'Doubtful', undefined);
  assert.deepEqual(simple(free)!.properties.hazard_class, { column: 'class' });
  assert.deepEqual(change(coded, 'nothing', { unit: 'ha' }), coded);
});

test('columns that say where, when and which are told', () => {
  assert.deepEqual(usesOf(mapping, 'x'), ['place']);
  assert.deepEqual(usesOf(mapping, 'when'), ['date']);
  assert.deepEqual(usesOf(mapping, 'id'), ['identity']);
});

test('a mapping of several records is left to who wrote it', () => {
  assert.equal(simple({ ...mapping, records: [...mapping.records, ...mapping.records] }), null);
  assert.equal(simple({ ...mapping, records: [{ by: { column: 'k', cases: {} } }] }), null);
  assert.equal(simple({ ...mapping, records: [{ kind: 'find', properties: { name: [{}, {}] } }] }), null);
});

test('an extent is four numbers that are a part of the earth, however they are written', () => {
  assert.deepEqual(readExtent('15.7, 42.5, 19.7, 45.3'), [15.7, 42.5, 19.7, 45.3]);
  assert.deepEqual(readExtent(' -18.9;-32 -17 -31 '), [-18.9, -32, -17, -31]);
  for (const no of [
    '',
    '1 2 3',
    '1 2 3 4 5',
    '19 42 15 45',
    '15 45 19 42',
    '15 42 190 45',
    'a b c d',
    '1 2 3 ',
  ])
    assert.equal(readExtent(no), null, no);
});

test('columns that say how sure a place is, or when it ended, count as used', () => {
  const sure: Mapping = {
    ...mapping,
    date: { year: 'y', month: 'm', day: 'd' },
    records: [
      { kind: 'hazardous-area', properties: { outline: { lon: 'x', lat: 'y', accuracy_column: 'cep' } } },
    ],
  };
  assert.deepEqual(usesOf(sure, 'cep'), ['place']);
  assert.deepEqual(usesOf(sure, 'm'), ['date']);
  assert.deepEqual(usesOf({ ...mapping, date: { column: 'from', to: { column: 'until' } } }, 'until'), [
    'date',
  ]);
});
