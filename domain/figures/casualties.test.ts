import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import type { Value } from '../report/entry.ts';
import type { ItemView } from '../report/view.ts';
import { code, number } from '../report/worlds.testing.ts';
import { casualties } from './casualties.ts';
import { day, view } from './views.testing.ts';

const link = (item: string): Value => ({ type: 'link', item });
const march = { from: '2026-03-01', to: '2026-03-31' };

test('casualties are the victim records where all are recorded, else the accident’s own counts, never both', () => {
  const whole = view('accident', {
    occurred: day('2026-03-02'),
    casualties: number(5),
    all_victims_recorded: { type: 'yesno', yes: true },
  });
  const part = view('accident', { occurred: day('2026-03-03'), killed: number(1), injured: number(2) });
  const victim = (of: ItemView | null, outcome: string) =>
    view('victim', {
      ...(of ? { accident: link(of.id) } : { accident_date: day('2026-03-09') }),
      outcome: code(outcome),
    });
  const found = casualties(
    [whole, part],
    [victim(whole, 'killed'), victim(whole, 'injured'), victim(part, 'injured'), victim(null, 'killed')],
    { by: 'outcome', period: march, model: builtIn },
  );
  assert.equal(found.value, 2 + 3 + 1);
  assert.deepEqual(
    found.cells.map((c) => [c.key, c.value]),
    [
      ['injured', 3],
      ['killed', 3],
    ],
  );
});
