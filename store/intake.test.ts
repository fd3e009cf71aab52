/** Every row is accounted for (design, laws 8 and 10): whatever the rows, and however often they come. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { problem } from '@tilth/domain/problem';
import type { RowDraft } from '@tilth/domain/report/draft';
import type { Claim, Day, Id, Report } from '@tilth/domain/report/entry';
import { deriveId, keyedDigest } from '@tilth/domain/report/id';
import fc from 'fast-check';
import { list } from './current/list.ts';
import { queue } from './current/queue.ts';
import { makeViewOffice, type ViewOffice } from './current/view.testing.ts';
import { engines, removeDatabases } from './databases.testing.ts';
import { intake } from './intake.ts';
import type { IntakeOptions, IntakeResult } from './store.ts';
import { verify } from './verify.ts';

const secret = new Uint8Array(32).fill(7);

interface Given {
  readonly key?: string;
  readonly says: string;
  readonly waits?: boolean;
  readonly repaired?: boolean;
  readonly closed?: boolean;
  /** says neither where it is nor why that is unknown */
  readonly nowhere?: boolean;
}

/** Rows as an importer gives them: ids derived from identity (`key`) or content, and place among equals. */
async function* rowsOf(
  given: readonly (Given | 'refused' | 'broken')[],
  by: Id,
  programme: string,
  more: { readonly kind?: string; readonly date?: Day; readonly snapshot?: boolean } = {},
): AsyncGenerator<RowDraft> {
  const places = new Map<string, number>();
  for (const [i, row] of given.entries()) {
    if (row === 'broken') throw new Error('the file breaks off here');
    if (row === 'refused') {
      yield { row: i + 1, refused: problem('date-unreadable', { value: '?' }) };
      continue;
    }
    const identity = row.key === undefined ? '' : keyedDigest(secret, ['identity', row.key]);
    const content = keyedDigest(secret, ['content', row.key ?? '', row.says]);
    const equals = more.snapshot === true ? identity : identity + content;
    const place = places.get(equals) ?? 0;
    places.set(equals, place + 1);
    const named = identity === '' ? content : identity;
    const itemPlace = identity === '' || more.snapshot === true ? place : 0;
    const kind = more.kind ?? 'hazardous-area';
    const claims: Claim[] = [{ on: 0, property: 'name', value: { type: 'text', text: row.says } }];
    if (!row.nowhere) claims.push({ on: 0, property: 'pcode', value: { type: 'text', text: 'OL01' } });
    if (row.closed)
      claims.push({ on: 0, property: 'hazard_status', value: { type: 'code', code: 'closed' } });
    const report: Report = {
      type: 'report',
      id: deriveId(secret, ['report', programme, identity, content, place]),
      programme,
      form: 'import/test',
      form_version: '1',
      date: more.date ?? '2020-01-01',
      when: { from: null, to: more.date ?? '2020-01-01' },
      by,
      written: new Date().toISOString(),
      source: { name: 'the file' },
      items: [{ id: deriveId(secret, ['item', programme, named, itemPlace]), kind }],
      claims,
      ...(row.waits && { waits: 'repair-waits' }),
    };
    const repairs = row.repaired ? [problem('ring-not-closed', { at: 0 })] : [];
    yield {
      row: i + 1,
      key: { identity, content, place },
      drafts: [{ report, personal: [] }],
      repairs,
      notices: [],
    };
  }
}

const counts = ({ rows: _, notices: __, ...rest }: IntakeResult) => rest;
const none = { accepted: 0, updated: 0, unchanged: 0, repaired: 0, same: 0, refused: 0, gone: 0, waiting: 0 };

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    let office: ViewOffice;
    test('opens', async () => {
      office = await makeViewOffice(engine);
    });
    after(() => office?.db.close());

    /** The office's own programme has people with roles; tests keep apart by their sources. */
    const bring = async (
      programme: string,
      given: readonly (Given | 'refused' | 'broken')[],
      options: Partial<IntakeOptions> = {},
      more: Parameters<typeof rowsOf>[3] = {},
    ) => {
      const asker = office.asker('administrator', programme);
      return intake(office.keeper, asker, rowsOf(given, office.people.administrator, programme, more), {
        programme,
        source: 'the file',
        approve: false,
        dryRun: false,
        ...options,
      });
    };
    const names = async (programme: string, known?: number) => {
      const page = await list(office.keeper, office.asker('administrator', programme), {
        programme,
        kind: 'hazardous-area',
        limit: 1_000,
        ...(known !== undefined && { known }),
      });
      return page.rows.map((r) => r.values.name).sort();
    };
    const fresh = async () => office.staffed();

    test('law 8: outcomes add up to what was read, and the same file again adds nothing', async () => {
      const row = fc.oneof(
        { weight: 1, arbitrary: fc.constant('refused' as const) },
        {
          weight: 6,
          arbitrary: fc.record(
            {
              key: fc.constantFrom('a', 'b', 'c'),
              says: fc.constantFrom('Hill', 'Dale', 'Moor'),
              waits: fc.boolean(),
              repaired: fc.boolean(),
            },
            { requiredKeys: ['says'] },
          ),
        },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.boolean(), async (rows, approve) => {
          const p = await fresh();
          const first = await bring(p, rows, { approve });
          const { read, accepted, updated, unchanged, repaired, same, refused } = first;
          assert.equal(read, rows.length);
          assert.equal(accepted + updated + unchanged + repaired + same + refused, read);
          assert.deepEqual(
            first.rows.map((r) => r.row),
            rows.map((_, i) => i + 1),
          );
          const before = await office.view(p);
          const again = await bring(p, rows, { approve });
          assert.equal(again.refused, refused);
          assert.equal(again.unchanged, read - refused, 'each stored row is unchanged');
          assert.deepEqual(await office.view(p), before);
          assert.equal(first.waiting, approve ? rows.filter((r) => r !== 'refused' && r.waits).length : 0);
        }),
        { numRuns: 50, endOnFailure: true },
      );
    });

    test('a file that breaks off leaves whole rows, and the rest comes with the next try', async () => {
      const [p, q] = [await fresh(), await fresh()];
      const rows = ['Hill', 'Dale', 'Moor', 'Fen'].map((says) => ({ key: says, says }));
      await assert.rejects(bring(p, [...rows.slice(0, 2), 'broken', ...rows.slice(2)]), /breaks off/);
      const result = await bring(p, rows, { approve: true });
      assert.equal(result.read, 4);
      await bring(q, rows, { approve: true });
      assert.deepEqual(await names(p), await names(q));
      assert.equal((await bring(p, rows)).unchanged, 4);
    });

    test('a row with a key that says something else updates its item; back again is said anew', async () => {
      const p = await fresh();
      assert.deepEqual(counts(await bring(p, [{ key: 'a', says: 'Hill' }], { approve: true })), {
        ...none,
        read: 1,
        accepted: 1,
      });
      const later = { date: '2021-01-01' };
      assert.equal((await bring(p, [{ key: 'a', says: 'Dale' }], { approve: true }, later)).updated, 1);
      assert.deepEqual(await names(p), ['Dale']);
      const last = { date: '2022-01-01' };
      assert.equal((await bring(p, [{ key: 'a', says: 'Hill' }], { approve: true }, last)).updated, 1);
      assert.deepEqual(await names(p), ['Hill']);
      assert.equal((await bring(p, [{ key: 'a', says: 'Hill' }], {}, last)).unchanged, 1);
    });

    test('approval in bulk leaves to a person what waits, takes a danger down or says no place', async () => {
      const p = await fresh();
      const rows = [
        { says: 'Hill' },
        { says: 'Dale', waits: true },
        { says: 'Moor', closed: true },
        { says: 'Fen', nowhere: true },
      ];
      const result = await bring(p, rows, { approve: true });
      assert.equal(result.waiting, 3);
      const waiting = await queue(office.keeper, office.asker('administrator', p), p, { limit: 10 });
      assert.deepEqual(
        waiting.map((w) => w.waits),
        ['repair-waits', null, null],
      );
      const pending = await fresh();
      await bring(pending, rows);
      await bring(pending, rows, { approve: true });
      assert.equal(
        (await queue(office.keeper, office.asker('administrator', pending), pending, { limit: 10 })).length,
        3,
      );
    });

    test('a dry run says the same and stores nothing', async () => {
      const p = await fresh();
      const rows = [{ key: 'a', says: 'Hill' }, { key: 'a', says: 'Dale' }, 'refused' as const];
      const dry = await bring(p, rows, { dryRun: true, approve: true });
      assert.deepEqual(await office.view(p), []);
      assert.deepEqual(await bring(p, rows, { approve: true }), dry);
    });

    const snapshot = (p: string, day: Day, given: readonly (Given | 'refused')[]) =>
      bring(p, given, { snapshot: day, approve: true }, { date: day, snapshot: true });
    const group = (key: string, ...says: string[]) => says.map((one) => ({ key, says: one }));

    test('snapshots: rows that look alike stay apart, and new, updated and gone add up', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2', '3')), { maxLength: 8 }),
          fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2', '3')), { maxLength: 8 }),
          async (before, now) => {
            const p = await fresh();
            const rows = (from: typeof before) => from.map(([key, says]) => ({ key, says }));
            const first = await snapshot(p, '2017-10-31', rows(before));
            assert.equal(first.accepted, before.length, 'no two rows become one');
            const second = await snapshot(p, '2022-02-28', rows(now));
            assert.equal(second.read, now.length);
            assert.equal(before.length - second.gone + second.accepted, now.length);
            for (const key of ['a', 'b']) {
              const [was, is] = [before, now].map((l) => l.filter((r) => r[0] === key).length) as [
                number,
                number,
              ];
              assert.ok(is - was <= second.accepted);
            }
            const again = await snapshot(p, '2022-02-28', rows(now));
            assert.deepEqual(counts(again), {
              ...none,
              read: now.length,
              unchanged: now.length,
              gone: second.gone,
            });
            const items = new Set([...(await itemsOf(p))]);
            assert.equal(items.size, before.length + second.accepted, 'items stay, also those gone');
          },
        ),
        { numRuns: 25, endOnFailure: true },
      );
    });

    const itemsOf = async (p: string) =>
      (
        await list(office.keeper, office.asker('administrator', p), {
          programme: p,
          kind: 'hazardous-area',
          limit: 1_000,
        })
      ).rows.map((r) => r.id);

    test('a snapshot in another order changes nothing, and what is gone is said so and may come back', async () => {
      const p = await fresh();
      await snapshot(p, '2017-10-31', group('a', 'Hill', 'Dale', 'Moor'));
      const shuffled = await snapshot(p, '2018-10-31', group('a', 'Moor', 'Hill', 'Dale'));
      assert.deepEqual(counts(shuffled), { ...none, read: 3, unchanged: 3 });
      const less = await snapshot(p, '2019-10-31', group('a', 'Moor', 'Hill'));
      assert.deepEqual(counts(less), { ...none, read: 2, unchanged: 2, gone: 1 });
      const page = await list(office.keeper, office.asker('administrator', p), {
        programme: p,
        kind: 'hazardous-area',
        limit: 10,
        where: { published: 'false' },
      });
      assert.deepEqual(
        page.rows.map((r) => r.values.name),
        ['Dale'],
      );
      const back = await snapshot(p, '2020-10-31', group('a', 'Moor', 'Hill', 'Dale'));
      assert.equal(back.updated, 1);
      assert.equal(back.rows.find((r) => r.outcome === 'updated')?.code, 'listed-again');
      assert.equal((await itemsOf(p)).length, 3);
      assert.equal((await snapshot(p, '2020-10-31', group('a', 'Moor', 'Hill', 'Dale'))).unchanged, 3);
    });

    test('a snapshot with a row that cannot be read says of nothing that it is gone', async () => {
      const p = await fresh();
      await snapshot(p, '2017-10-31', group('a', 'Hill', 'Dale'));
      const result = await snapshot(p, '2018-10-31', [...group('a', 'Hill'), 'refused']);
      assert.deepEqual(counts(result), { ...none, read: 2, unchanged: 1, refused: 1 });
      assert.deepEqual(
        result.notices.map((n) => [n.code, n.facts.rows]),
        [['snapshot-incomplete', 1]],
        'and it is said so',
      );
      await assert.rejects(snapshot(p, '2016-10-31', group('a', 'Hill')), /snapshot-older/);
    });

    test('a batch is received when it is stored, not when the import began', async () => {
      const p = await fresh();
      let hour = 0;
      const now = () => new Date(Date.UTC(2026, 0, 1, hour++)).toISOString();
      const given = Array.from({ length: 2_001 }, (_, n) => ({ says: `Hill ${n}` }));
      const rows = rowsOf(given, office.people.administrator, p);
      const asker = office.asker('administrator', p);
      const options = { programme: p, source: 'the file', approve: false, dryRun: false };
      await intake({ ...office.keeper, now }, asker, rows, options);
      const received = await office.db.transaction({ role: 'server', programmes: [p], person: null }, (tx) =>
        tx.query<{ n: number }>(
          'SELECT count(*) AS n FROM log.receipt WHERE programme = $1 GROUP BY instant ORDER BY instant',
          [p],
        ),
      );
      assert.deepEqual(
        received.map((r) => r.n),
        [2_000, 1],
      );
    });

    test('a personal value in clear is never stored', async () => {
      const p = await fresh();
      const result = await bring(p, [{ says: 'A name' }], {}, { kind: 'victim' });
      assert.deepEqual(
        result.rows.map((r) => [r.outcome, r.code]),
        [['refused', 'personal-in-clear']],
      );
    });

    test('the record that imports leave verifies', async () => {
      const all = await office.everyProgramme();
      assert.deepEqual(await verify(office.db, office.overlay, all), []);
    });
  });
}

after(removeDatabases);
