import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress } from '../../address.ts';
import { namedIn, programmeMeant } from './programme-meant.ts';

const bih = { id: 'bih' };
const orlia = { id: 'orlia' };
const first = [bih, orlia];

test('an address that names its programme means that one, and no other where it is not there', () => {
  assert.equal(programmeMeant('orlia', first, ['bih'], 'bih'), orlia);
  assert.equal(programmeMeant('gone', first, ['bih'], 'bih'), null);
});

test('an address kept from before means the programme of its record, whichever was added since or was open last', () => {
  assert.equal(programmeMeant(null, first, ['orlia'], 'bih'), orlia);
  assert.equal(programmeMeant(null, first, ['orlia'], null), orlia);
});

test('where several hold the record, or it names none, the programme is the one this browser was in last', () => {
  assert.equal(programmeMeant(null, first, ['bih', 'orlia'], 'orlia'), orlia);
  assert.equal(programmeMeant(null, first, [], 'orlia'), orlia);
  assert.equal(programmeMeant(null, first, [], 'gone'), bih);
  assert.equal(programmeMeant(null, first, ['no longer here'], null), bih);
  assert.equal(programmeMeant(null, [], [], 'orlia'), null);
});

test('an address names the record it shows, or reports on, and the draft it goes on with', () => {
  const id = '01a00000-0000-7000-8000-000000000001';
  const shown = namedIn(readAddress(`?kind=find&item=${id}&item-kind=accident`));
  assert.deepEqual(shown, { kind: 'accident', item: id, draft: null });
  const about = readAddress(
    `?screen=report&report.kind=hazardous-area&report.about=${id}&report.draft=${id}`,
  );
  assert.deepEqual(namedIn(about), { kind: 'hazardous-area', item: id, draft: id });
});
