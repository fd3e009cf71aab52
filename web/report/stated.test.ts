import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assembled } from './assemble.ts';
import { statedIn } from './stated.ts';

const item = '018f0000-0000-7000-8000-000000000003';
const sheet = (claims: Assembled['sheets'][number]['claims']): Assembled['sheets'][number] => ({
  fields: new Map(),
  claims,
  notices: [],
});

test('what is to be sent is listed thing by thing; that a part belongs to its item is no statement of its author', () => {
  const made: Assembled = {
    report: null,
    claims: 3,
    needs: [],
    when: null,
    whole: [],
    sheets: [
      sheet([{ on: 0, property: 'area', value: { type: 'number', number: 36_000, typed: '3.6 ha' } }]),
      sheet([
        { on: 1, property: 'hazard', value: { type: 'link', item } },
        { on: 1, property: 'remark', value: { type: 'text', text: 'by the mill' } },
      ]),
    ],
  };
  assert.deepEqual(
    statedIn(made, item).map((s) => [s.sheet, s.property, s.value.type]),
    [
      [0, 'area', 'number'],
      [1, 'remark', 'text'],
    ],
  );
});
