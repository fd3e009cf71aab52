/** The laws of the record (design §2) where the database keeps the view: random logs on both databases. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Named } from '@tilth/domain/report/mentions';
import { worlds } from '@tilth/domain/report/random-worlds.testing';
import fc from 'fast-check';
import { continueAs } from '../act-as.ts';
import { appendEntries } from '../append-entries.testing.ts';
import { engines, removeDatabases } from '../databases.testing.ts';
import { prepare } from '../log.ts';
import { rebuild } from '../rebuild.ts';
import { allAt } from './as-known.ts';
import { foldTouched } from './fold-touched.ts';
import { makeKeeper, readerOf } from './keeper.ts';
import { rowsByKind } from './replace-rows.ts';
import { modelAt, sceneOf } from './scene.ts';
import { makeViewOffice, type ViewOffice } from './view.testing.ts';
import { walkLog } from './walk-log.ts';

const order = fc.array(fc.nat({ max: 999 }), { minLength: 1, maxLength: 20 });
/** Without shrinking: a failure prints its seed and path, and each try costs a database some milliseconds. */
const runs = { numRuns: 50, endOnFailure: true };

/** Ids with two digests are refused here: the first that comes stays, so such logs do not have one answer. */
function withoutReuse(log: readonly Named[]): readonly Named[] {
  return log.filter((n, i) => log.findIndex((m) => m.ref.id === n.ref.id) === i);
}

function shuffled(log: readonly Named[], by: readonly number[]): readonly Named[] {
  return log
    .map((n, i) => ({ n, key: by[i % by.length] ?? 0, i }))
    .sort((a, b) => a.key - b.key || b.i - a.i)
    .map((x) => x.n);
}

async function all(office: ViewOffice, log: readonly Named[], programme: string): Promise<void> {
  const actor = { role: 'server', programmes: [programme], person: office.people.administrator } as const;
  await office.db.transaction(actor, async (tx) => {
    const prepared = log.map((n) => prepare(n.entry));
    const { fresh } = await appendEntries(tx, programme, prepared, new Date().toISOString());
    await continueAs(tx, 'fold');
    await foldTouched(tx, programme, fresh, office.overlay);
  });
}

/** Programme and receipt numbers are each its own. */
const anonymous = (rows: readonly string[], programme: string) =>
  rows.map((row) => row.replaceAll(`"programme": "${programme}"`, '').replaceAll(/"number": \d+/g, ''));

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    let office: ViewOffice;
    test('opens', async () => {
      office = await makeViewOffice(engine);
    });
    after(() => office?.db.close());

    test('law 2: one by one, all at once, in another order and twice: one view, byte for byte', async () => {
      await fc.assert(
        fc.asyncProperty(worlds(), order, async (world, by) => {
          const log = withoutReuse(world);
          const [a, b] = [await office.programme(), await office.programme()];
          await office.take(
            log.map((n) => n.entry),
            a,
          );
          await all(office, [...shuffled(log, by), ...log.slice(0, 3)], b);
          same(anonymous(await office.view(b), b), anonymous(await office.view(a), a));
        }),
        runs,
      );
    });

    test('law 3: as known at any number is the view that was kept then', async () => {
      await fc.assert(
        fc.asyncProperty(worlds(), fc.nat({ max: 15 }), async (world, cut) => {
          const log = withoutReuse(world);
          const p = await office.programme();
          const until = 1 + (cut % log.length);
          const entries = log.map((n) => n.entry);
          await office.take(entries.slice(0, until), p);
          const then = await office.view(p);
          const pending = (await sceneNow(office, p)).stamp.pending;
          await office.take(entries.slice(until), p);
          const asker = office.asker('administrator', p);
          const actor = readerOf(asker, p);
          const scene = await office.db.transaction(actor, (tx) =>
            // one that remembers nothing of what was counted then
            sceneOf(makeKeeper(office.db, office.overlay, 'o', office.keeper.now), tx, asker, p, {
              known: until,
            }),
          );
          const views: string[] = [];
          for (const kind of ['hazardous-area', 'accident']) {
            const found = builtIn.kinds.get(kind);
            assert.ok(found);
            for (const row of await allAt(office.keeper, actor, scene, found)) views.push(row.view);
          }
          const kept = then.flatMap((row) => {
            const { view } = JSON.parse(row.slice(row.indexOf(' ') + 1));
            return view === undefined ? [] : [view];
          });
          same(views, kept);
          assert.equal(scene.stamp.pending, pending, 'reports that waited then');
        }),
        runs,
      );
    });

    test('law 2: the whole log walked page by page gives what was kept, each view once', async () => {
      await fc.assert(
        fc.asyncProperty(worlds(), fc.integer({ min: 1, max: 5 }), async (world, size) => {
          const log = withoutReuse(world);
          const p = await office.programme();
          await office.take(
            log.map((n) => n.entry),
            p,
          );
          const views = await office.db.transaction(
            { role: 'fold', programmes: [p], person: null },
            async (tx) => {
              const { model, rules } = await modelAt(tx, p, log.length);
              const found: string[] = [];
              for await (const page of walkLog(tx, p, log.length, rules, model, office.overlay, size)) {
                for (const rows of rowsByKind(page.views, model).values()) {
                  for (const row of rows) found.push(row.view);
                }
              }
              return found;
            },
          );
          const kept = (await office.view(p)).flatMap((row) => {
            const { view } = JSON.parse(row.slice(row.indexOf(' ') + 1));
            return view === undefined ? [] : [view];
          });
          same(views, kept);
        }),
        runs,
      );
    });

    test('a rebuild gives the view that was kept up to date, byte for byte', async () => {
      const programmes: string[] = [];
      const sample = fc.sample(worlds(), { numRuns: 20, seed: 7 });
      for (const world of sample) {
        const p = await office.programme();
        programmes.push(p);
        await office.take(
          withoutReuse(world).map((n) => n.entry),
          p,
        );
      }
      const before = await Promise.all(programmes.map((p) => office.view(p)));
      await rebuild(office.db, office.overlay);
      const rebuilt = await Promise.all(programmes.map((p) => office.view(p)));
      for (const [i, rows] of rebuilt.entries()) same(rows, before[i] ?? []);
    });
  });
}

/** The same rows in any order; of two that differ only the first pair is shown. */
function same(rows: readonly string[], expected: readonly string[]): void {
  const [a, b] = [[...rows].sort(), [...expected].sort()];
  const at = b.findIndex((row, i) => row !== a[i]);
  if (at >= 0) assert.equal(a[at], b[at]);
  assert.equal(a.length, b.length);
}

async function sceneNow(office: ViewOffice, programme: string) {
  const asker = office.asker('administrator', programme);
  return office.db.transaction(readerOf(asker, programme), (tx) =>
    sceneOf(office.keeper, tx, asker, programme, {}),
  );
}

after(removeDatabases);
