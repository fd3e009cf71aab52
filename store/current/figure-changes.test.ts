/** On random logs on both databases: what a sheet said, and each cause's part since, come to what a new run says. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Line } from '@tilth/domain/products/definition';
import type { Sheet } from '@tilth/domain/products/sheet';
import { worlds } from '@tilth/domain/report/random-worlds.testing';
import fc from 'fast-check';
import { engines, removeDatabases } from '../databases.testing.ts';
import { figureChanges } from './figure-changes.ts';
import { figureLines } from './figure-lines.ts';
import { makeViewOffice, type ViewOffice } from './view.testing.ts';

const lines: readonly Line[] = [
  { figure: 'land-once', by: null },
  { figure: 'land-cha', by: null },
  { figure: 'hazards', by: null },
  { figure: 'hazard-items', by: 'hazard_class' },
  { figure: 'hazard-outlines', by: 'hazard_class' },
  { figure: 'accidents', by: 'month' },
  { figure: 'casualties', by: 'outcome' },
  { figure: 'pending', by: null },
];
const period = { from: '2000-01-01', to: '2030-12-31' };
const cents = (n: number | null) => Math.round((n ?? Number.NaN) * 100);

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    let office: ViewOffice;
    after(() => office?.db.close());
    test('opens', async () => {
      office = await makeViewOffice(engine);
    });

    test('the parts add up to the difference, to the last square centimetre of each cell', async () => {
      await fc.assert(
        fc.asyncProperty(worlds(), fc.nat({ max: 15 }), fc.boolean(), async (world, cut, later) => {
          const log = world
            .filter((n, i) => world.findIndex((m) => m.ref.id === n.ref.id) === i)
            .map((n) => n.entry);
          const p = await office.programme();
          const asker = office.asker('administrator', p);
          const known = cut % (log.length + 1);
          await office.take(log.slice(0, known), p);
          const at = '2017-01-01';
          const sent = await figureLines(office.keeper, asker, p, {
            lines,
            period,
            stocks_at: at,
            suppressed: true,
          });
          await office.take(log.slice(known), p);
          const sheet: Sheet = {
            form: 'tilth-sheet-1',
            definition_id: 'weekly',
            definition: { title: '', length: 'week', preface: '', lines },
            rule: null,
            title: '',
            language: 'en',
            period,
            programme: p,
            office: sent.stamp.office,
            fold: sent.stamp.fold,
            at,
            known: sent.stamp.number,
            pending: sent.stamp.pending,
            invented: true,
            lines: sent.lines,
          };
          const day = later ? '2021-01-01' : at;
          const told = await figureChanges(office.keeper, asker, p, { sheet, at: day });
          const now = await figureLines(office.keeper, asker, p, {
            lines,
            period,
            stocks_at: day,
            suppressed: true,
          });
          for (const [i, change] of told.lines.entries()) {
            const [was, is] = [sent.lines[i], now.lines[i]];
            assert.ok(was && is, change.figure);
            // small numbers of victims are kept back on the way too
            if (change.figure === 'casualties' && change.total === null) continue;
            assert.ok(change.total, change.figure);
            const value = (of: typeof was, key: string) => of.cells.find((c) => c.key === key)?.value ?? 0;
            const ends = [
              { ...change.total, from: was.value, to: is.value },
              ...change.cells.map((c) => ({ ...c, from: value(was, c.key), to: value(is, c.key) })),
            ];
            for (const { parts, from, to, now: found, was: began } of ends) {
              assert.deepEqual([cents(began), cents(found)], [cents(from), cents(to)], change.figure);
              assert.equal(
                parts.reduce((sum, part) => sum + cents(part.by), cents(began)),
                cents(to),
                change.figure,
              );
            }
          }
        }),
        { numRuns: 25, endOnFailure: true },
      );
    });
  });
}

after(removeDatabases);
