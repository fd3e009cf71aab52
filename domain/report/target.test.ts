/** Moving claims, merging items (design, *Items*). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf } from './columns.ts';
import { fold, live } from './folded.testing.ts';
import { registersOf } from './registers.ts';
import type { ItemView } from './view.ts';
import { code, decide, item, model, outline, report, text } from './worlds.testing.ts';

const hazardClass = (c: string) => ({ property: 'hazard_class', value: code(c) });

test('moving a claim to the right item, and back: nothing is lost', () => {
  const r = report({ kind: 'victim', item: item(1) }, { property: 'outcome', value: code('killed') });
  const other = report({ kind: 'victim', item: item(2) }, { property: 'outcome', value: code('injured') });
  const before = live(r, other);
  const move = decide({ act: 'retarget', moves: [{ report: r.ref, from: item(1), to: item(2) }] });
  const moved = fold([...before, move]);
  assert.deepEqual(
    moved.map((v) => v.id),
    [item(2)],
  );
  const back = decide({ act: 'withdraw', registers: registersOf(move.entry) }, { after: [move.ref] });
  assert.deepEqual(fold([...before, move, back]), fold(before));
});

test('single claims go before the whole of a report; a contested move leaves the claim where it was reported', () => {
  const r = report(
    { kind: 'victim' },
    { property: 'outcome', value: code('killed') },
    { property: 'needs', value: text('x') },
  );
  const whole = decide({ act: 'retarget', moves: [{ report: r.ref, from: item(1), to: item(2) }] });
  const single = decide({
    act: 'split',
    moves: [{ report: r.ref, from: item(1), to: item(3), claims: [0] }],
  });
  const views = fold([...live(r), whole, single]);
  assert.deepEqual(
    views.map((v) => [v.id, v.kind, v.properties.map((p) => p.property)]),
    [
      [item(2), 'victim', ['needs']],
      [item(3), 'victim', ['outcome']],
    ],
  );
  const against = decide({ act: 'retarget', moves: [{ report: r.ref, from: item(1), to: item(4) }] });
  const contested = fold([...live(r), whole, against]);
  assert.deepEqual(
    contested.map((v) => v.id),
    [item(1)],
  );
  assert.deepEqual(contested[0]?.contested, [`claims/${r.ref.id}/${item(1)}`]);
});

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
