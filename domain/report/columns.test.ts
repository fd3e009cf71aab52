/** Views as readers get them: opened, as columns, by item. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf } from './columns.ts';
import { sealPersonal } from './commitment.ts';
import type { Claim, Digest, Value } from './entry.ts';
import { foldItems } from './fold.ts';
import { fold, live, name, only, says } from './folded.testing.ts';
import type { Named } from './mentions.ts';
import { squares } from './squares.testing.ts';
import { type Opened, unseal } from './unseal.ts';
import type { ItemView } from './view.ts';
import { code, decide, item, model, named, number, outline, report, text } from './worlds.testing.ts';

const has = (c: string, yes = true) => ({
  property: 'ordnance',
  value: { type: 'member' as const, of: code(c), yes },
});

test('personal claims of two voices are sealed, and judged by the same rule once opened', () => {
  const opened = new Map<Digest, Value>();
  let salt = 0;
  const sealed = (said: string, when: string, ...claims: readonly Omit<Claim, 'on'>[]) => {
    const plain = report({ kind: 'victim', said, date: when }, ...claims);
    const draft = sealPersonal(plain.entry, model, () => (++salt).toString(16).padStart(32, '0'));
    for (const p of draft.personal) {
      const v = draft.report.claims[p.n]?.value;
      if (v?.type === 'personal') opened.set(v.commitment, JSON.parse(p.value) as Value);
    }
    return named(draft.report);
  };
  const called = (t: string) => ({ property: 'full_name', value: text(t) });
  const open = (log: readonly Named[], values: Opened = opened) =>
    unseal(fold(log)[0] as ItemView, values, model, squares).properties[0];
  const differ = live(
    sealed('north', '2020-01-01', called('A B')),
    sealed('south', '2020-01-01', called('A C')),
  );
  assert.equal(only(differ, 'full_name').state, 'sealed');
  assert.equal(open(differ)?.state, 'disputed');
  assert.deepEqual(open(differ)?.value, text('A C'));
  assert.equal(open(differ, new Map())?.state, 'sealed');
  assert.equal(
    open(live(sealed('north', '2020-01-01', called('A B')), sealed('south', '2020-01-01', called('A B '))))
      ?.state,
    'settled',
  );
  const age = (n: number) => ({ property: 'age', value: number(n) });
  const fallen = live(sealed('north', '2019-01-01', age(30)), sealed('north', '2020-01-01', age(29)));
  assert.equal(only(fallen, 'age').state, 'sealed');
  assert.equal(open(fallen)?.state, 'disputed');
});

test('columns hold plain values under the default definition, with the state beside what is not settled', () => {
  const [view] = fold(
    live(
      says('north', '2020-01-01', name('Hill')),
      says('south', '2020-01-01', name('Dale')),
      says('north', '2020-01-01', { property: 'mines', value: { type: 'number', min: 2, max: 5 } }),
      says('north', '2020-01-01', { property: 'mines', value: number(9), definition: 'estimated' }),
      says('north', '2020-01-01', has('mine')),
      says('north', '2020-01-01', has('uxo')),
      says('north', '2020-01-01', {
        property: 'unit',
        value: { type: 'link', key: { kind: 'place', id: 'P-1' } },
      }),
      says('north', '2020-01-01', outline(0, 0)),
    ),
  );
  assert.deepEqual(columnsOf(view as ItemView, model), {
    mines: null,
    mines_max: 5,
    mines_min: 2,
    name: 'Dale',
    name_state: 'disputed',
    ordnance: 'mine; uxo',
    unit: 'P-1',
  });
});

test('asking for some items gives the views of just those, joined ones under the shown id', () => {
  const reports = [1, 2, 3].map((n) => report({ item: item(n) }, name(`n${n}`)));
  const merge = decide({ act: 'merge', pairs: [[item(1), item(2)]] });
  const views = foldItems([...live(...reports), merge], [item(2)], null, model, squares);
  assert.deepEqual(
    views.map((v) => v.id),
    [item(1)],
  );
  assert.deepEqual(foldItems(reports, [item(9)], null, model, squares), []);
});
