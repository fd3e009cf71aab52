import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Row } from '../ask/answers.ts';
import { english as language } from '../language/english.testing.ts';
import { titleOfRow } from './title.ts';

const showing = { language, lists: builtIn.lists };
const kind = builtIn.kinds.get('accident');
const row: Row = {
  id: '016e2bfc-0000-7000-8000-000000000001',
  programme: 'orlia',
  kind: 'accident',
  values: {},
  standing: [],
  disputed: false,
  geometry: null,
};

test('a record is called by its name or its local id', () => {
  assert.equal(titleOfRow({ ...row, values: { local_id: 'OL-AC-0001' } }, kind, showing), 'OL-AC-0001');
});

test('a record without either is said to have no name, so that the start of its id is not taken for one', () => {
  assert.equal(titleOfRow(row, kind, showing), 'unnamed 016e2bfc');
});
