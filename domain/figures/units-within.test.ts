import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Unit, unitsWithin } from './units-within.ts';

const unit = (
  id: string,
  code: string | null,
  parent: string | null = null,
  level: string | null = null,
) => ({
  id,
  code,
  parent,
  level,
});
const sorted = (found: Set<string>) => [...found].sort();

test('a unit holds what says it lies in it, however deep, whatever its code', () => {
  const units = [
    unit('a', 'N'),
    unit('b', 'X1', 'a'),
    unit('c', 'X1-7', 'b'),
    unit('d', 'N2', 'e'),
    unit('e', 'S'),
  ];
  const codes = ['X1', 'X1-7', 'N2', 'S', 'Z'];
  assert.deepEqual(sorted(unitsWithin('N', units, codes)), ['N', 'X1', 'X1-7']);
  assert.deepEqual(sorted(unitsWithin('S', units, codes)), ['N2', 'S']);
  assert.deepEqual(sorted(unitsWithin('nowhere', units, codes)), ['nowhere']);
});

test('where no place says so, codes nest by their beginning, and not beside each other', () => {
  assert.deepEqual(sorted(unitsWithin('OL01', [], ['OL01', 'OL0102', 'OL02'])), ['OL01', 'OL0102']);
  const units = [unit('a', 'P1', null, 'adm1'), unit('b', 'P10', null, 'adm1')];
  assert.deepEqual(sorted(unitsWithin('P1', units, ['P10', 'P101', 'P12'])), ['P1', 'P12']);
});

test('over any tree, each unit holds exactly what its parts hold and itself', () => {
  const parents = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parents, (given) => {
      const units: Unit[] = given.map((p, i) =>
        unit(`u${i}`, `c${String.fromCharCode(97 + i)}`, i === 0 ? null : `u${p % i}`),
      );
      const codes = units.flatMap((u) => u.code ?? []);
      for (const u of units) {
        const parts = units.filter((v) => v.parent === u.id);
        const expected = parts.flatMap((v) => [...unitsWithin(v.code ?? '', units, codes)]);
        assert.deepEqual(sorted(unitsWithin(u.code ?? '', units, codes)), [u.code ?? '', ...expected].sort());
      }
    }),
  );
});

test('units that lie in each other end', () => {
  const units = [unit('a', 'A', 'b'), unit('b', 'B', 'a')];
  assert.deepEqual(sorted(unitsWithin('A', units, ['A', 'B', 'C'])), ['A', 'B']);
});
