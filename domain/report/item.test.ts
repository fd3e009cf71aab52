import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldItems } from './fold.ts';
import { drawing, fold, hazard, live, name, release } from './folded.testing.ts';
import type { Named } from './mentions.ts';
import { rectangle, squares } from './squares.testing.ts';
import { code, decide, item, model, report } from './worlds.testing.ts';

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

test('with all of it released a word of closing is heard; with a strip left it is only claimed', () => {
  const closed = report({ date: '2021-06-01' }, { property: 'hazard_status', value: code('closed') });
  const open = hazard({ property: 'hazard_status', value: code('open') });
  const status = (log: readonly Named[]) => {
    const p = fold(log)[0]?.properties.find((x) => x.property === 'hazard_status');
    return [p?.value, p?.state];
  };
  assert.deepEqual(status(live(open, release(), closed)), [code('open'), 'claimed']);
  const all = live(open, release({ land: rectangle(0, 0, 2) }), closed);
  assert.deepEqual(status(all), [code('closed'), 'settled']);
  assert.deepEqual([drawing(all).geometry, drawing(all).m2, fold(all)[0]?.to_locate], [null, 0, undefined]);
});
