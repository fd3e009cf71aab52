import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sealPersonal } from './commitment.ts';
import type { Claim, Digest, Value } from './entry.ts';
import { fold, live, only } from './folded.testing.ts';
import type { Named } from './mentions.ts';
import { squares } from './squares.testing.ts';
import { type Opened, unseal } from './unseal.ts';
import type { ItemView } from './view.ts';
import { model, named, number, report, text } from './worlds.testing.ts';

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
