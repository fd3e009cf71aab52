import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Found } from '../../ask/search.ts';
import { firstOffer, POSITION } from './first-offer.ts';

const at = { longitude: 17.5, latitude: 44.25, system: 'utm', accuracy_m: 1 };
const row = (id: string) => ({
  id,
  programme: 'p',
  kind: 'accident',
  standing: 'live' as const,
  disputed: false,
  geometry: null,
  values: {},
});
const kinds: Found['kinds'] = [
  { kind: 'accident', matched: 0, rows: [] },
  { kind: 'find', matched: 2, rows: [row('a'), row('b')] },
];

test('Enter takes a position that was typed before what lies near it, else the first item found', () => {
  assert.equal(firstOffer({ position: at, readings: [], kinds }), POSITION);
  assert.equal(firstOffer({ position: null, readings: [], kinds }), 'a');
  assert.equal(firstOffer({ position: null, readings: [], kinds: [] }), null);
});

test('Enter never chooses between two readings of a position', () => {
  const readings = [
    { ...at, letter_as: 'band' as const },
    { ...at, latitude: -52, letter_as: 'south' as const },
  ];
  assert.equal(firstOffer({ position: null, readings, kinds }), null);
});
