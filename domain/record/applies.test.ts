import assert from 'node:assert/strict';
import test from 'node:test';
import type { Claim, Value } from '../report/entry.ts';
import { applies, withoutGround } from './applies.ts';
import type { Kind } from './kind.ts';
import { builtIn } from './kinds.ts';

function kindOf(name: string): Kind {
  const kind = builtIn.kinds.get(name);
  assert.ok(kind);
  return kind;
}
const code = (c: string): Value => ({ type: 'code', code: c });
const asked = (kind: string, name: string, values: Readonly<Record<string, Value>>) =>
  applies(
    kindOf(kind),
    name,
    (p) => {
      const value = values[p];
      return value ? [value] : [];
    },
    builtIn.lists,
  );

test('the day of death is asked of who was killed, not of who was injured', () => {
  assert.equal(asked('victim', 'died_on', { outcome: code('killed') }), 'yes');
  assert.equal(asked('victim', 'died_on', { outcome: code('injured') }), 'no');
  assert.equal(asked('victim', 'died_on', {}), 'open');
  assert.equal(asked('victim', 'died_on', { outcome: { type: 'unknown', why: 'not-stated' } }), 'open');
  assert.equal(asked('victim', 'sex', {}), 'yes');
});

test('a narrower code counts as the wider one, and any answer is enough where none is named', () => {
  assert.equal(asked('activity', 'survey_outcome', { activity_type: code('impact-survey') }), 'yes');
  assert.equal(asked('find', 'disposed_by', { disposal: code('already-inert') }), 'yes');
  assert.equal(asked('find', 'disposed_by', {}), 'open');
  assert.equal(asked('accident', 'inquiry', { investigated: { type: 'yesno', yes: false } }), 'no');
});

test('a value without its ground is named, beside the others of the same item only', () => {
  const claims: readonly Claim[] = [
    { on: 0, property: 'outcome', value: code('injured') },
    { on: 0, property: 'died_on', value: { type: 'date', span: { from: '2020-01-01', to: '2020-01-01' } } },
    { on: 1, property: 'outcome', value: code('killed') },
    { on: 1, property: 'died_on', value: { type: 'date', span: { from: '2020-01-01', to: '2020-01-01' } } },
  ];
  const found = (on: number) => withoutGround(kindOf('victim'), claims, on, builtIn.lists);
  assert.deepEqual(
    found(0).map((p) => [p.code, p.facts]),
    [['value-without-ground', { property: 'died_on', needs: 'outcome' }]],
  );
  assert.deepEqual(found(1), []);
});

test('every condition names a property of its kind that can meet it, and none leads back to itself', () => {
  for (const kind of builtIn.kinds.values())
    for (const [name, property] of Object.entries(kind.properties)) {
      const seen = new Set([name]);
      for (let needs = property.only_with; needs; needs = kind.properties[needs.property]?.only_with) {
        const at = `${kind.name}.${name}`;
        const other = kind.properties[needs.property];
        assert.ok(other && !seen.has(needs.property), at);
        seen.add(needs.property);
        const can =
          other.type === 'yesno'
            ? ['yes', 'no']
            : Object.keys(builtIn.lists.get(other.codes ?? '')?.codes ?? {});
        for (const is of needs.is ?? []) assert.ok(can.includes(is), `${at} with ${is}`);
        assert.ok(property.fold !== 'guarded' && kind.place !== name, `${at} is always asked`);
      }
    }
});

test('what a report may record several of is linked back by a property that may point to its kind', () => {
  for (const kind of builtIn.kinds.values())
    for (const { kind: part, by } of kind.parts ?? []) {
      const link = builtIn.kinds.get(part)?.properties[by];
      assert.equal(link?.type, 'link', `${part}.${by}`);
      assert.ok(link?.to?.includes(kind.name), `${part}.${by} to ${kind.name}`);
    }
});
