import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { columnsOf } from './columns.ts';
import { fold, hazardClass, live } from './folded.testing.ts';
import type { Named } from './mentions.ts';
import { worlds } from './random-worlds.testing.ts';
import { registersOf } from './registers.ts';
import { squaresOf } from './squares.testing.ts';
import type { ItemView } from './view.ts';
import { code, decide, item, model, outline, report } from './worlds.testing.ts';

test('merged items show under the smallest id with the more dangerous class; other kinds are not merged', () => {
  const a = report({ item: item(2) }, hazardClass('sha'), outline(0, 0));
  const b = report({ item: item(1), said: 'south' }, hazardClass('cha'), outline(3, 3));
  const log = live(a, b);
  const merge = decide({ act: 'merge', pairs: [[item(2), item(1)]] });
  const [view, ...rest] = fold([...log, merge]);
  assert.equal(rest.length, 0);
  assert.deepEqual([view?.id, view?.joined], [item(1), [item(1), item(2)]]);
  assert.deepEqual(columnsOf(view as ItemView, model), {
    hazard_class: 'cha',
    hazard_class_state: 'disputed',
  });
  assert.equal(view?.drawing?.m2, 2);
  const victim = report({ item: item(3), kind: 'victim' }, { property: 'outcome', value: code('killed') });
  const wrong = decide({ act: 'merge', pairs: [[item(3), item(1)]] });
  assert.equal(fold([...live(a, b, victim), wrong]).length, 3);
});

const hasBarePlace = ({ entry }: Named): boolean =>
  entry.type === 'report' &&
  entry.claims.some((c) => c.value.type === 'geometry' && !/Polygon$/.test(c.value.geometry.type));

test('law 6: a merge draws the union of the two and the more dangerous class, whatever else is in the log', () => {
  const rank = (v: ItemView | undefined): number => {
    const p = v?.properties.find((x) => x.property === 'hazard_class')?.value;
    return p?.type === 'code' ? (p.code === 'cha' ? 2 : 1) : 0;
  };
  fc.assert(
    fc.property(worlds(), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), (log, a, b) => {
      const others = log.filter(
        (n) => n.entry.type !== 'decision' || !registersOf(n.entry).some((r) => r.startsWith('pair/')),
      );
      const apart = fold(others);
      const merged = fold([...others, decide({ act: 'merge', pairs: [[item(a), item(b)]] })]);
      const [one, two] = [item(a), item(b)].map((id) => apart.find((v) => v.id === id));
      const both = merged.find((v) => v.id === (a < b ? item(a) : item(b)));
      if (!one || !two || one.kind !== two.kind) return;
      const union = new Set([
        ...squaresOf(one.drawing?.geometry ?? null),
        ...squaresOf(two.drawing?.geometry ?? null),
      ]);
      const drawn = squaresOf(both?.drawing?.geometry ?? null);
      for (const s of union) assert.ok(drawn.has(s));
      // beside other pieces a bare point or line is drawn larger than alone, as large as its accuracy
      if (!log.some(hasBarePlace)) assert.equal(drawn.size, union.size);
      assert.ok(rank(both) >= Math.max(rank(one), rank(two)));
    }),
    { numRuns: 1000 },
  );
});
