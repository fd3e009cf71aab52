import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { digestOf, noPrevious, receiptDigest } from '@tilth/domain/report/digest';
import type { Entry } from '@tilth/domain/report/entry';
import fc from 'fast-check';
import { appendEntries } from './append-entries.testing.ts';
import { entriesAt, entriesBetween } from './current/load.ts';
import { engines, removeDatabases } from './databases.testing.ts';
import type { Tx } from './db.ts';
import { prepare } from './log.ts';
import {
  entriesById,
  entriesMentioning,
  lastNumber,
  numberKnown,
  readLogText,
  receiptsFrom,
  rulesOf,
} from './read-log.ts';
import { gapless, makeOffice, type Office, PROGRAMME, report } from './samples.testing.ts';

const runs = 50;
after(removeDatabases);

/** Rows of the log that the database has read and not yet told its statistics of. */
async function readSoFar(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ read: number }>(
    `SELECT sum(seq_tup_read + idx_tup_fetch)::int8 AS read FROM pg_stat_xact_user_tables WHERE schemaname = 'log'`,
  );
  assert.ok(row);
  return row.read;
}

for (const engine of engines) {
  describe(`the log on ${engine}`, () => {
    let office: Office;
    before(async () => {
      office = await makeOffice(engine);
    });
    after(() => office.db.close());

    const append = (entries: readonly Entry[], now = '2024-06-01T00:00:00.000Z') =>
      office.as((tx) => appendEntries(tx, PROGRAMME, entries.map(prepare), now));
    const receipts = () => office.as((tx) => receiptsFrom(tx, PROGRAMME, 0, 1e9, 1e9));

    test('an entry gets a receipt with the next number, and comes back as it was sent', async () => {
      const given = report(office.people.collector, 'Field 1 ÄÖ “quoted” \\ \n end');
      const { receipts: got } = await append([given]);
      assert.equal(got.length, 1);
      assert.deepEqual(got[0]?.entry, { id: given.id, digest: digestOf(given) });
      const [back] = await office.as((tx) =>
        entriesMentioning(tx, PROGRAMME, [given.items[0]?.id ?? ''], 1e9),
      );
      assert.deepEqual(back?.entry, given);
      assert.equal(back?.number, got[0]?.number);
      assert.equal(back?.instant, '2024-06-01T00:00:00.000Z');
    });

    test('numbers have no gaps and receipts form a chain when twenty append at once, some failing', async () => {
      const work = Array.from({ length: 20 }, async (_, i) => {
        const entries = Array.from({ length: 1 + (i % 4) }, () => report(office.people.collector, `n ${i}`));
        if (i % 5 !== 3) return append(entries);
        const failing = office.as(async (tx) => {
          await appendEntries(tx, PROGRAMME, entries.map(prepare), '2024-06-01T00:00:00.000Z');
          throw new Error('stop');
        });
        await assert.rejects(failing, /stop/);
        return null;
      });
      await Promise.all(work);
      const all = await receipts();
      assert.ok(gapless(all.map((r) => r.number)));
      let previous = noPrevious;
      for (const receipt of all) {
        assert.equal(receipt.previous, previous);
        assert.equal(receipt.digest, receiptDigest(receipt));
        previous = receipt.digest;
      }
      assert.equal(await office.as((tx) => lastNumber(tx, PROGRAMME)), all.length);
    });

    test('numbers become visible in order: whoever sees a number sees all below it', async () => {
      let done = false;
      const writers = Promise.all(
        Array.from({ length: 12 }, (_, i) => append([report(office.people.collector, `w ${i}`)])),
      ).finally(() => {
        done = true;
      });
      while (!done) {
        const seen = (await receipts()).map((r) => r.number);
        assert.ok(gapless(seen));
      }
      await writers;
    });

    test('the same entry again gets its first receipt, alone, within a batch and beside new ones', async () => {
      const a = report(office.people.collector, 'a');
      const b = report(office.people.collector, 'b');
      const first = await append([a]);
      const again = await append([a, b, a, b]);
      assert.deepEqual(again.receipts[0], first.receipts[0]);
      assert.deepEqual(again.receipts[2], first.receipts[0]);
      assert.deepEqual(again.receipts[3], again.receipts[1]);
      assert.deepEqual(
        again.fresh.map((f) => f.ref.id),
        [b.id],
      );
    });

    test('the same id with other content is refused and leaves no gap', async () => {
      const a = report(office.people.collector, 'a');
      await append([a]);
      const before = (await receipts()).length;
      const changed = { ...a, date: '2024-04-30' };
      await assert.rejects(append([report(office.people.collector, 'c'), changed]), {
        problem: { code: 'id-reused', facts: { id: a.id } },
      });
      const both = report(office.people.collector, 'd');
      await assert.rejects(append([both, { ...both, form_version: '2' }]), {
        problem: { code: 'id-reused', facts: { id: both.id } },
      });
      assert.equal((await receipts()).length, before);
    });

    test('instants never go back, whatever the clock does', async () => {
      await append([report(office.people.collector, 'x')], '2024-07-01T00:00:00.000Z');
      const back = await append([report(office.people.collector, 'y')], '2023-01-01T00:00:00.000Z');
      assert.equal(back.receipts[0]?.instant, '2024-07-01T00:00:00.000Z');
      const all = await receipts();
      assert.ok(all.every((r, i) => i === 0 || (all[i - 1]?.instant ?? '') <= r.instant));
    });

    test('known: an instant stands for the last number received by then', async () => {
      const at = (now: string) => append([report(office.people.collector, now)], now);
      const a = await at('2024-08-01T00:00:00.000Z');
      const b = await at('2024-08-02T00:00:00.000Z');
      const number = (known: string | number | null) => office.as((tx) => numberKnown(tx, PROGRAMME, known));
      assert.equal(await number('1999-01-01T00:00:00.000Z'), 0);
      assert.equal(await number('2024-08-01T00:00:00.000Z'), a.receipts[0]?.number);
      assert.equal(await number('2024-08-01T23:59:59.999Z'), a.receipts[0]?.number);
      assert.equal(await number('2030-01-01T00:00:00.000Z'), b.receipts[0]?.number);
      assert.equal(await number(2), 2);
      assert.equal(await number(2.9), 2);
      assert.equal(await number(-3), 0);
      assert.equal(await number(1e9), b.receipts[0]?.number);
      assert.equal(await number(null), b.receipts[0]?.number);
    });

    test('known: any instant stands for what a search through all receipts finds', async () => {
      const all = (await receipts()).map((r) => ({ number: r.number, at: Date.parse(r.instant) }));
      const last = all.at(-1)?.at ?? 0;
      const times = fc.oneof(
        fc.constantFrom(...all.flatMap(({ at }) => [at - 1, at, at + 1])),
        fc.integer({ min: all[0]?.at ?? 0, max: last }),
      );
      await fc.assert(
        fc.asyncProperty(times, async (time) => {
          const known = new Date(time).toISOString();
          const found = await office.as((tx) => numberKnown(tx, PROGRAMME, known));
          assert.equal(found, all.findLast(({ at }) => at <= time)?.number ?? 0);
        }),
        { numRuns: runs, endOnFailure: true },
      );
    });

    test('a large entry and a large batch go in and come out in order', async () => {
      const large = report(office.people.collector, 'é'.repeat(3_000_000));
      const many = Array.from({ length: 5_000 }, (_, i) => report(office.people.collector, `many ${i}`));
      const { receipts: got } = await append([large, ...many]);
      assert.equal(got.length, 5_001);
      const actor = { role: 'server', programmes: [PROGRAMME], person: null } as const;
      const back: Entry[] = [];
      const from = got[0]?.number ?? 0;
      for await (const page of readLogText(office.db, actor, PROGRAMME, from + 5_000, from - 1)) {
        for (const one of page) back.push(JSON.parse(one.body));
      }
      assert.deepEqual(back, [large, ...many]);
    });

    test('a statement that fails inside does not commit what went before it', async () => {
      const before = (await receipts()).length;
      const swallowed = office.as(async (tx) => {
        await appendEntries(
          tx,
          PROGRAMME,
          [prepare(report(office.people.collector, 'z'))],
          '2024-09-01T00:00:00.000Z',
        );
        await tx.query('SELECT 1/0').catch(() => undefined);
      });
      await assert.rejects(swallowed);
      assert.equal((await receipts()).length, before);
    });

    test('the server’s role can neither change, remove nor empty anything in the log', async () => {
      const [entry] = (await receipts()).slice(-1);
      assert.ok(entry);
      for (const table of ['entry', 'receipt', 'mention']) {
        for (const sql of [
          `UPDATE log.${table} SET number = number`,
          `DELETE FROM log.${table}`,
          `TRUNCATE log.${table}`,
        ]) {
          await assert.rejects(
            office.as((tx) => tx.exec(sql)),
            { problem: { code: 'database-forbids', facts: { state: '42501' } } },
            sql,
          );
        }
      }
      for (const sql of [
        'DELETE FROM log.counter',
        'TRUNCATE log.counter',
        `UPDATE log.counter SET programme = 'x'`,
      ]) {
        await assert.rejects(
          office.as((tx) => tx.exec(sql)),
          { problem: { code: 'database-forbids', facts: { state: '42501' } } },
        );
      }
    });

    test('with the setting unset, empty or of another programme the log shows nothing and takes nothing', async () => {
      const count = async (settings: string) =>
        office.db.asOwner(async (tx) => {
          await tx.exec(`SET LOCAL ROLE tilth_server;${settings}`);
          const counts: number[] = [];
          for (const table of ['entry', 'receipt', 'mention', 'counter']) {
            const [row] = await tx.query<{ n: number }>(`SELECT count(*) AS n FROM log.${table}`);
            counts.push(row?.n ?? -1);
          }
          return counts;
        });
      assert.deepEqual(await count(''), [0, 0, 0, 0]);
      assert.deepEqual(await count(`SET LOCAL tilth.programmes = ''`), [0, 0, 0, 0]);
      assert.deepEqual(await count(`SET LOCAL tilth.programmes = 'elsewhere,other'`), [0, 0, 0, 0]);
      assert.ok((await count(`SET LOCAL tilth.programmes = 'elsewhere,${PROGRAMME}'`)).every((n) => n > 0));
      const elsewhere = office.db.transaction(
        { role: 'server', programmes: ['elsewhere'], person: office.people.administrator },
        (tx) => tx.query(`INSERT INTO log.counter (programme) VALUES ($1)`, ['third']),
      );
      await assert.rejects(elsewhere, { problem: { code: 'database-forbids', facts: { state: '42501' } } });
    });

    test('even the owner of the tables sees nothing without the setting', async () => {
      const seen = await office.db.asOwner(async (tx) => {
        await tx.exec('SET LOCAL ROLE tilth_migrate');
        return tx.query('SELECT 1 FROM log.entry LIMIT 1');
      });
      assert.deepEqual(seen, []);
    });

    test(`any order and any repetition of batches: every entry once, gapless (${runs} runs)`, async () => {
      const pool = Array.from({ length: 12 }, (_, i) => report(office.people.collector, `pool ${i}`));
      const batches = fc.array(fc.array(fc.nat(11), { minLength: 1, maxLength: 6 }), {
        minLength: 1,
        maxLength: 5,
      });
      await fc.assert(
        fc.asyncProperty(batches, async (plan) => {
          const start = await office.as((tx) => lastNumber(tx, PROGRAMME));
          const fresh = pool.map((r, i) => report(office.people.collector, `p ${i}`, { items: r.items }));
          const results = await Promise.all(
            plan.map((batch) =>
              append(
                batch.flatMap((i) => fresh[i] ?? []),
                '2025-01-01T00:00:00.000Z',
              ),
            ),
          );
          const distinct = new Set(plan.flat());
          const end = await office.as((tx) => lastNumber(tx, PROGRAMME));
          assert.equal(end - start, distinct.size);
          const numbers = new Map<string, number>();
          for (const { receipts: got } of results) {
            for (const r of got) {
              assert.equal(numbers.get(r.entry.id) ?? r.number, r.number);
              numbers.set(r.entry.id, r.number);
            }
          }
          assert.ok(gapless([...numbers.values()].map((n) => n - start)));
        }),
        { numRuns: runs, endOnFailure: true },
      );
    });

    test('what is looked up in a log that was never counted is all that is read of it', async () => {
      const ours = Array.from({ length: 30 }, (_, i) => report(office.people.collector, `sought ${i}`));
      await append(ours);
      const others = Array.from({ length: 600 }, (_, i) => report(office.people.collector, `other ${i}`));
      await append(others);
      const ids = ours.map((r) => r.id);
      const items = ours.map((r) => r.items[0]?.id ?? '');
      const last = await office.as((tx) => lastNumber(tx, PROGRAMME));
      const looks: Readonly<Record<string, (tx: Tx) => Promise<readonly unknown[]>>> = {
        'by id': (tx) => entriesById(tx, PROGRAMME, ids, last),
        'by mention': (tx) => entriesMentioning(tx, PROGRAMME, items, last),
        'by number': (tx) => entriesAt(tx, PROGRAMME, [3, 5, 8]),
        'of a run': (tx) => entriesBetween(tx, PROGRAMME, 3, 8),
        rules: (tx) => rulesOf(tx, PROGRAMME, last),
      };
      for (const [how, look] of Object.entries(looks)) {
        const { found, read } = await office.as(async (tx) => {
          const before = await readSoFar(tx);
          const found = (await look(tx)).length;
          return { found, read: (await readSoFar(tx)) - before };
        });
        // of each its mention, its entry and its receipt
        assert.ok(read <= 3 * found, `${how}: read ${read} for ${found}`);
      }
    });
  });
}
