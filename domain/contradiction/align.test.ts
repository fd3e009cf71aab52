import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtIn } from '../record/kinds.ts';
import type { Value } from '../report/entry.ts';
import type { Saying } from '../report/sayings.ts';
import { squares } from '../report/squares.testing.ts';
import { align } from './align.ts';
import type { Alignment, Spoken } from './told.ts';

let n = 0;
function saying(property: string, value: Value, more: Partial<Saying> = {}): Saying {
  n += 1;
  return {
    property,
    definition: '',
    state: 'settled',
    place: 'stands',
    value,
    when: { from: '2024-11-20', to: '2024-11-23' },
    source: 'one paper',
    claim: { report: 'r', n },
    number: 1,
    ...more,
  };
}
const by = (name: string, more: Partial<Saying> = {}): Partial<Saying> => ({
  said: { name },
  place: 'beside',
  ...more,
});
const code = (c: string): Value => ({ type: 'code', code: c });
const text = (t: string): Value => ({ type: 'text', text: t });
const hours = (v: { min?: number; max?: number }): Value => ({ type: 'number', ...v });
const about = (item: string): Value => ({ type: 'member', of: { type: 'link', item }, yes: true });
const tell = (found: readonly Alignment[]) =>
  found.map((a) => `${a.kind} ${a.property ?? '-'}: ${a.pairs.map((p) => `${p.relation} (${p.reason})`)}`);

const mines: Spoken = {
  id: 'mines',
  kind: 'munition-model',
  sayings: [
    saying('self_deactivate_claimed', hours({ max: 336 }), { said: { name: 'a spokesman' } }),
    saying('self_deactivate_claimed', hours({ min: 336 }), by('a paper')),
    saying('name', text('the mines')),
    saying('name', text('other mines'), by('a paper')),
  ],
};
const critic: Spoken = {
  id: 'critic',
  kind: 'statement',
  sayings: [
    saying('gist', text('not enough'), { said: { name: 'an advocate' } }),
    saying('stance', code('opposes'), { said: { name: 'an advocate' } }),
    saying('about', about('mines'), { said: { name: 'an advocate' } }),
  ],
};

test('claims of two sources on one property stand side by side with how they relate', () => {
  assert.deepEqual(tell(align([mines], builtIn, squares)), [
    'munition-model self_deactivate_claimed: in-tension (at-a-bound)',
  ]);
});

test('who opposes what is claimed of an item stands beside it, and who supports it does not', () => {
  const opposed = align([mines, critic], builtIn, squares).find((a) => a.property === null);
  assert.equal(opposed?.item, 'mines');
  assert.deepEqual(
    opposed?.pairs.map((p) => [opposed.told[p.first]?.item, opposed.told[p.second]?.item, p.reason]),
    [
      ['critic', 'mines', 'opposed'],
      ['critic', 'mines', 'opposed'],
    ],
  );
  const friend = {
    ...critic,
    sayings: critic.sayings.map((s) => (s.property === 'stance' ? { ...s, value: code('supports') } : s)),
  };
  assert.equal(align([mines, friend], builtIn, squares).length, 1);
});

test('what asks most for a person comes first', () => {
  const charge: Spoken = {
    id: 'charge',
    kind: 'allegation',
    sayings: [
      saying('made_by_named', text('a world body')),
      saying('made_by_named', text('a campaign'), by('a wire', { state: 'disputed' })),
    ],
  };
  assert.deepEqual(tell(align([mines, charge], builtIn, squares)), [
    'allegation made_by_named: contradict (apart)',
    'munition-model self_deactivate_claimed: in-tension (at-a-bound)',
  ]);
});

test('published figures of one subject and country stand together, whatever items they are', () => {
  const figure = (id: string, v: Value, definition: string): Spoken => ({
    id,
    kind: 'published-figure',
    sayings: [
      saying('figure', v, { said: { name: id } }),
      saying('subject', code('contaminated-area')),
      saying('country', text('AAA')),
      saying('unit', text('km2')),
      saying('definition_stated', text(definition)),
    ],
  });
  const number = (k: number): Value => ({ type: 'number', number: k });
  const all = [
    figure('x', number(50), 'mined'),
    figure('y', number(90), 'mined'),
    figure('z', number(90), ''),
  ];
  const [found, ...more] = align(all, builtIn, squares);
  assert.equal(more.length, 0);
  assert.equal(found?.item, null);
  assert.deepEqual(
    found?.pairs.map((p) => [p.first, p.second, p.relation]),
    [
      [0, 1, 'contradict'],
      [0, 2, 'different-definition'],
      [1, 2, 'different-definition'],
    ],
  );
});

test('every pair names two different claims that are shown', () => {
  const anySaying = fc.record({
    property: fc.constantFrom('state', 'quantity', 'purpose', 'figure', 'running_total', 'subject'),
    value: fc.oneof(
      fc.constantFrom('decided', 'announced').map(code),
      fc.integer({ min: 1, max: 9 }).map((k): Value => ({ type: 'number', number: k })),
    ),
    said: fc.constantFrom({ name: 'a' }, { name: 'b' }),
  });
  const anyItem = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('transfer', 'published-figure'),
    sayings: fc.array(
      anySaying.map((s) => saying(s.property, s.value, s)),
      { maxLength: 5 },
    ),
  });
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 4 }), (items) => {
      for (const { told, pairs } of align(items, builtIn, squares))
        for (const { first, second } of pairs) {
          assert.notEqual(first, second);
          assert.ok(told[first] !== undefined && told[second] !== undefined);
        }
    }),
  );
});

test('the day of one act that two lists tell is compared, though each tells it of an item of its own', () => {
  const day = (on: string): Value => ({ type: 'date', span: { from: on, to: on } });
  const act = (id: string, country: string, on: string, name: string): Spoken => ({
    id,
    kind: 'treaty-act',
    sayings: [
      saying('treaty', { type: 'link', key: { kind: 'treaty', id: 'apmbc' } }, { said: { name } }),
      saying('country', code(country), { said: { name } }),
      saying('act', code('accession'), { said: { name } }),
      saying('done_on', day(on), { said: { name } }),
    ],
  });
  const items = [
    act('a', 'TON', '2025-06-25', 'the depositary'),
    act('b', 'TON', '2025-06-26', 'a monitor'),
    act('c', 'EST', '2004-05-12', 'the depositary'),
    act('d', 'EST', '2004-05-12', 'a monitor'),
  ];
  const [found, ...others] = align(items, builtIn, squares);
  assert.deepEqual(others, []);
  assert.deepEqual([found?.item, found?.property, found?.relation], ['a', 'done_on', 'contradict']);
  assert.deepEqual(
    found?.told.map((t) => t.item),
    ['a', 'b'],
  );
});
