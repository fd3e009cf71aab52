/** Moving claims to the item they are about (design, *Items*). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, hazard, land, live } from './folded.testing.ts';
import { registersOf } from './registers.ts';
import { code, decide, item, outline, report, text } from './worlds.testing.ts';

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

test('moving an outline to another hazard draws it there, and keeps it where it was reported', () => {
  const r = hazard();
  const other = report({ item: item(2), date: '2020-01-01' }, outline(4, 4));
  const move = decide({ act: 'retarget', moves: [{ report: r.ref, from: item(1), to: item(2) }] });
  const [first, second] = fold([...live(r, other), move]);
  assert.deepEqual([first?.standing, land(first?.drawing?.unsupported ?? null)], ['unsupported', '0,0 1,0']);
  assert.equal(land(second?.drawing?.geometry ?? null), '0,0 1,0 4,4');
});
