/** What is disputed at other times is found without folding everything, and nothing of it is missed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Entry } from '@tilth/domain/report/entry';
import { worlds } from '@tilth/domain/report/random-worlds.testing';
import fc from 'fast-check';
import { removeDatabases } from '../databases.testing.ts';
import { prepare } from '../log.ts';
import { newId } from '../new-id.ts';
import { approve, report } from '../samples.testing.ts';
import type { Times } from '../store.ts';
import { allAt } from './as-known.ts';
import { readerOf } from './keeper.ts';
import { disputedAt } from './may-dispute.ts';
import { sceneOf } from './scene.ts';
import { makeViewOffice, type ViewOffice } from './view.testing.ts';

let office: ViewOffice;
before(async () => {
  office = await makeViewOffice('pglite');
});
after(removeDatabases);

/** What is found disputed, and what a fold of everything says is. */
async function bothAt(programme: string, entries: readonly Entry[], times: Times) {
  const asker = office.asker('administrator', programme);
  const actor = readerOf(asker, programme);
  const scene = await office.db.transaction(actor, (tx) =>
    sceneOf(office.keeper, tx, asker, programme, times),
  );
  const [found, expected]: [string[], string[]] = [[], []];
  const kinds = new Set(entries.flatMap((e) => (e.type === 'report' ? e.items.map((i) => i.kind) : [])));
  for (const name of kinds) {
    const kind = builtIn.kinds.get(name);
    assert.ok(kind);
    for (const row of await disputedAt(office.keeper, actor, scene, kind)) found.push(row.view);
    for (const row of await allAt(office.keeper, actor, scene, kind))
      if (row.disputed_in.length > 0) expected.push(row.view);
  }
  return { found, expected };
}

test('at any day and number what is disputed is what a fold of everything says is', async () => {
  let disputed = 0;
  await fc.assert(
    fc.asyncProperty(worlds(), fc.nat(), fc.integer({ min: 14, max: 24 }), async (world, cut, year) => {
      const programme = await office.programme();
      const reports = world.filter((n) => n.entry.type === 'report').map((n) => n.ref);
      const approval = { ...approve(newId(), reports), programme: 'p' };
      const entries: readonly Entry[] = [approval, ...world.map((n) => n.entry)];
      await office.take(entries, programme);
      const known = Math.ceil(entries.length / 2) + (cut % Math.ceil(entries.length / 2));
      const { found, expected } = await bothAt(programme, entries, {
        known,
        ...(year < 24 && { at: `20${year}-03-01` }),
      });
      disputed += expected.length;
      assert.deepEqual(found, expected);
    }),
    { numRuns: 40 },
  );
  assert.ok(disputed > 10, 'there was something to find');
});

test('two voices in one report are found, also after the record has moved on', async () => {
  const programme = await office.programme();
  const claim = (name: string, text: string) => ({
    on: 0,
    property: 'name',
    value: { type: 'text' as const, text },
    said: { name },
  });
  const by = newId();
  const told = { ...report(by, '', { claims: [claim('A', 'North'), claim('B', 'South')] }), programme };
  const approval = { ...approve(by, [prepare(told).ref]), programme };
  await office.take([told, approval], programme);
  const later = { ...report(by, 'elsewhere'), programme };
  await office.take([later], programme);
  const { found, expected } = await bothAt(programme, [told], { known: 2 });
  assert.equal(expected.length, 1);
  assert.deepEqual(found, expected);
});
