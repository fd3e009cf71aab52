import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Sensitivity } from '../record/kind.ts';
import { canonical } from '../report/canonical.ts';
import { foldItems } from '../report/fold.ts';
import { worlds } from '../report/random-worlds.testing.ts';
import { squares } from '../report/squares.testing.ts';
import type { ItemView } from '../report/view.ts';
import { approve, decide, item, model, outline, report, text } from '../report/worlds.testing.ts';
import { disclose, isWithinLevel, sensitivityOf } from './disclose.ts';

const levels: readonly Sensitivity[] = ['public', 'partner', 'restricted', 'personal'];

test('no level shows a property above it, nor any of its claims', () => {
  fc.assert(
    fc.property(worlds(), fc.constantFrom(...levels), (log, level) => {
      for (const view of foldItems(log, 'all', null, model, squares)) {
        const shown = disclose(view, level, model);
        for (const p of shown?.properties ?? [])
          assert.ok(isWithinLevel(sensitivityOf(view.kind, p.property, model), level));
        for (const name of shown?.contested ?? []) {
          const [what, , property] = name.split('/');
          if (what === 'choice' || what === 'guard')
            assert.ok(isWithinLevel(sensitivityOf(view.kind, property ?? '', model), level));
        }
      }
    }),
    { numRuns: 1000 },
  );
});

const only = (log: Parameters<typeof foldItems>[0]): ItemView =>
  foldItems(log, 'all', null, model, squares)[0] as ItemView;

test('an item whose existence is above the level is not there', () => {
  const victim = report({ kind: 'victim' }, { property: 'outcome', value: { type: 'code', code: 'killed' } });
  assert.equal(disclose(only([victim]), 'partner', model), null);
  assert.ok(disclose(only([victim]), 'restricted', model));
});

test('a dispute over what one may not see leaves no trace', () => {
  const notes = (said: string, t: string) =>
    report({ said }, outline(0, 0), { property: 'notes', value: text(t) });
  const [a, b] = [notes('north', 'one'), notes('south', 'two')];
  const view = only([a, b, approve(a, b)]);
  assert.equal(view.disputed, true);
  const shown = disclose(view, 'partner', model) as ItemView;
  assert.deepEqual([shown.disputed, shown.properties.map((p) => p.property)], [false, ['outline']]);
  assert.ok(shown.drawing);
});

test('a property nobody classed is personal, and words of doubt are free text', () => {
  const r = report(
    {},
    { property: 'own_field', value: text('x') },
    { property: 'name', value: text('Hill') },
  );
  assert.deepEqual(
    disclose(only([r]), 'partner', model)?.properties.map((p) => p.property),
    ['name'],
  );
  const doubt = report(
    { said: 'a' },
    { property: 'name', value: text('Hill'), sure: { source: 'B', doubt: 'a neighbour said' } },
  );
  const other = report({ said: 'b' }, { property: 'name', value: text('Dale') });
  const view = only([doubt, other, approve(doubt, other)]);
  assert.ok(canonical(disclose(view, 'restricted', model)).includes('neighbour'));
  assert.ok(!canonical(disclose(view, 'partner', model)).includes('neighbour'));
});

test('what is reported draws a hazard for whoever may see hazards; unreviewed words are not for the public', () => {
  const r = report({}, outline(0, 0), { property: 'hazard_class', value: { type: 'code', code: 'cha' } });
  const shown = disclose(only([r]), 'public', model) as ItemView;
  assert.ok(shown.drawing?.reported);
  assert.deepEqual(
    shown.properties.map((p) => p.property),
    ['hazard_class'],
  );
  const contested = decide({
    act: 'choose',
    item: item(1),
    property: 'name',
    definition: '',
    saw: [],
    takes: { report: item(7), n: 0 },
  });
  assert.deepEqual(disclose(only([r, contested]), 'public', model)?.contested, []);
});
