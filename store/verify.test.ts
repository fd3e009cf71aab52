/** What `verify` finds, and that two people working at one moment leave nothing for it to find. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { box } from '@tilth/domain/geometry/box.testing';
import type { Decision, Entry, Ref, Report } from '@tilth/domain/report/entry';
import fc from 'fast-check';
import { continueAs } from './act-as.ts';
import { appendEntries } from './append-entries.testing.ts';
import { backup } from './backup.ts';
import { eraseCapture, putCapture } from './captures.ts';
import { foldTouched } from './current/fold-touched.ts';
import { makeViewOffice, type ViewOffice } from './current/view.testing.ts';
import { engines, makeDatabase, removeDatabases, useOwnCluster } from './databases.testing.ts';
import { prepare } from './log.ts';
import { migrate } from './migrate.ts';
import { newId } from './new-id.ts';
import { erasePersonal, keepPersonal } from './personal.ts';
import { rebuild } from './rebuild.ts';
import { restore } from './restore.ts';
import { approve, PROGRAMME, report, victimReport } from './samples.testing.ts';
import { verify } from './verify.ts';

const square = (x: number): Report['claims'][number] => ({
  on: 0,
  property: 'outline',
  value: {
    type: 'geometry',
    geometry: box(x, 0, x + 0.01, 0.01),
  },
});

const refOf = (entry: Entry): Ref => prepare(entry).ref;

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    let office: ViewOffice;
    test('opens', async () => {
      office = await makeViewOffice(engine);
      const by = office.people.reviewer;
      const entries: Entry[] = [];
      for (let i = 0; i < 12; i++) {
        const one = report(by, `area ${i}`, { claims: [square(i / 10)] });
        entries.push(one, approve(by, [refOf(one)]));
      }
      entries.push(report(by, 'waits'));
      await office.take(entries);
    });
    after(() => office?.db.close());

    const codes = async () =>
      (await verify(office.db, office.overlay, [PROGRAMME])).map((f) =>
        `${f.problem.code} ${f.number ?? ''}`.trim(),
      );
    /** What no role of ours may do: the owner of the database changes things behind our back. */
    const tamper = (sql: string) => office.db.asOwner((tx) => tx.exec(sql));

    test('finds nothing in a sound record', async () => {
      assert.deepEqual(await codes(), []);
    });

    test('finds a flipped byte anywhere in an entry', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 25 }), fc.nat(), async (number, at) => {
          const where = `WHERE programme = '${PROGRAMME}' AND number = ${number}`;
          const [row] = await office.db.asOwner((tx) =>
            tx.query<{ body: string }>(`SELECT body FROM log.entry ${where}`),
          );
          const body = row?.body ?? '';
          const i = at % body.length;
          const flipped = body.slice(0, i) + (body[i] === 'x' ? 'y' : 'x') + body.slice(i + 1);
          const put = (text: string) =>
            office.db.asOwner((tx) => tx.query(`UPDATE log.entry SET body = $1 ${where}`, [text]));
          await put(flipped);
          const found = await codes().finally(() => put(body));
          assert.deepEqual(found, [`log-entry-changed ${number}`]);
        }),
        { numRuns: 20, endOnFailure: true },
      );
      assert.deepEqual(await codes(), []);
    });

    test('finds a removed entry, a changed receipt and a wrong mention, each by its number', async () => {
      const changes: readonly (readonly [change: string, undo: string, finds: readonly string[]])[] = [
        [
          `CREATE TABLE public.kept AS SELECT * FROM log.entry WHERE number = 5; DELETE FROM log.entry WHERE number = 5`,
          'INSERT INTO log.entry SELECT * FROM public.kept; DROP TABLE public.kept',
          ['log-entry-missing 5'],
        ],
        [
          `UPDATE log.receipt SET instant = instant + interval '1 ms' WHERE number = 7`,
          `UPDATE log.receipt SET instant = instant - interval '1 ms' WHERE number = 7`,
          ['log-receipt-changed 7'],
        ],
        [
          `UPDATE log.receipt SET instant = instant + interval '1 year' WHERE number = 7`,
          `UPDATE log.receipt SET instant = instant - interval '1 year' WHERE number = 7`,
          // the next one goes back behind it
          ['log-receipt-changed 7', 'log-receipt-changed 8'],
        ],
        [
          'CREATE TABLE public.kept AS SELECT * FROM log.receipt WHERE number = 9; DELETE FROM log.receipt WHERE number = 9',
          'INSERT INTO log.receipt SELECT * FROM public.kept; DROP TABLE public.kept',
          ['log-receipt-missing 9', 'log-receipt-changed 10'],
        ],
        [
          'CREATE TABLE public.kept AS SELECT * FROM log.mention WHERE number = 11; DELETE FROM log.mention WHERE ctid = (SELECT min(ctid) FROM log.mention WHERE number = 11)',
          'INSERT INTO log.mention SELECT * FROM public.kept ON CONFLICT DO NOTHING; DROP TABLE public.kept',
          ['log-mention-wrong 11'],
        ],
        [
          `UPDATE log.counter SET next = next - 1 WHERE programme = '${PROGRAMME}'`,
          `UPDATE log.counter SET next = next + 1 WHERE programme = '${PROGRAMME}'`,
          ['log-counter-wrong'],
        ],
        [
          'GRANT UPDATE ON log.entry TO tilth_server',
          'REVOKE UPDATE ON log.entry FROM tilth_server',
          ['log-writable'],
        ],
        [
          'CREATE TABLE public.kept AS SELECT * FROM log.counter; DELETE FROM log.counter',
          'INSERT INTO log.counter SELECT * FROM public.kept; DROP TABLE public.kept',
          ['log-counter-wrong'],
        ],
        [
          `UPDATE log.counter SET last_instant = last_instant + interval '1 day'`,
          `UPDATE log.counter SET last_instant = last_instant - interval '1 day'`,
          ['log-counter-wrong'],
        ],
        [
          'ALTER TABLE room.personal NO FORCE ROW LEVEL SECURITY',
          'ALTER TABLE room.personal FORCE ROW LEVEL SECURITY',
          ['wall-open'],
        ],
        ['ALTER ROLE tilth_server BYPASSRLS', 'ALTER ROLE tilth_server NOBYPASSRLS', ['wall-open']],
      ];
      for (const [change, undo, finds] of changes) {
        await tamper(change);
        const found = await codes().finally(() => tamper(undo));
        for (const one of finds) assert.ok(found.includes(one), `${one} among ${found.join(', ')}`);
        assert.deepEqual(await codes(), [], change);
      }
    });

    test('finds a personal value that is not what was committed to, and a capture whose bytes changed', async () => {
      const by = office.people.reviewer;
      const bytes = new Uint8Array(1_500_000).fill(7);
      const about = { mediaType: 'text/plain', name: 'f', sensitivity: 'personal' } as const;
      const actor = { role: 'server', programmes: [PROGRAMME], person: by } as const;
      const whole = async function* () {
        yield bytes;
      };
      const { report: victim, personal } = victimReport(by, ['Invented name', 'Other name']);
      const stored = async () => {
        await office.take([victim]);
        await office.as((tx) => keepPersonal(tx, PROGRAMME, by, personal), by);
        await putCapture(office.db, actor, PROGRAMME, whole(), about, '2024-05-01T08:00:00.000Z');
      };
      await stored();
      assert.deepEqual(await codes(), []);
      const put = (column: string, n: number, value: string) =>
        office.db.asOwner((tx) =>
          tx.query(`UPDATE room.personal SET ${column} = $1 WHERE n = $2`, [value, n]),
        );
      for (const { n, value, salt } of personal) {
        for (const [column, was, is] of [
          ['value', value, value.replace('name', 'mane')],
          ['salt', salt, salt.replace(/^./, (c) => (c === '0' ? '1' : '0'))],
          ['salt', salt, ''],
        ] as const) {
          await put(column, n, is);
          const found = await codes().finally(() => put(column, n, was));
          assert.deepEqual(found, ['room-value-changed']);
        }
      }
      await tamper('UPDATE capture.chunk SET body = set_byte(body, 9, 8) WHERE n = 1');
      assert.deepEqual(await codes(), ['capture-changed']);
      await tamper('DELETE FROM capture.chunk WHERE n = 1');
      assert.deepEqual(await codes(), ['capture-changed']);
      const { administrator } = office.people;
      const digest = createHash('sha256').update(bytes).digest('hex');
      const erasure = { person: administrator, reason: 'asked for', now: '2024-05-02T08:00:00.000Z' };
      await office.as((tx) => eraseCapture(tx, PROGRAMME, digest, erasure), administrator);
      await office.as((tx) => erasePersonal(tx, PROGRAMME, victim.id, erasure), administrator);
      assert.deepEqual(await codes(), [], 'what was erased is no finding');
    });

    test('finds a row left under a kind that the item no longer shows as', async () => {
      const by = office.people.reviewer;
      const id = newId();
      const one = report(by, 'both', { items: [{ id, kind: 'hazardous-area' }] });
      await office.take([one, report(by, 'both', { items: [{ id, kind: 'place' }] })]);
      assert.deepEqual(await codes(), []);
      await tamper(`INSERT INTO current.place (programme, id, folded_number, standing, disputed_in, listed, view)
          VALUES ('${PROGRAMME}', '${id}', 1, 'live', '{}', '{}', '{}') ON CONFLICT DO NOTHING;
        INSERT INTO current.hazardous_area (programme, id, folded_number, standing, disputed_in, listed, view)
          VALUES ('${PROGRAMME}', '${id}', 1, 'live', '{}', '{}', '{}') ON CONFLICT DO NOTHING`);
      assert.deepEqual(await codes(), ['view-differs']);
      await rebuild(office.db, office.overlay);
    });

    test('finds a kept view that is not what the log adds up to, and rebuilding puts it right', async () => {
      const before = await office.view();
      for (const change of [
        `UPDATE current.hazardous_area SET geom = ST_Translate(geom, 0.000000001, 0)
           WHERE id = (SELECT id FROM current.hazardous_area WHERE geom IS NOT NULL ORDER BY id LIMIT 1)`,
        `UPDATE current.hazardous_area SET standing = 'live' WHERE standing = 'reported'`,
        'DELETE FROM current.hazardous_area WHERE id = (SELECT id FROM current.hazardous_area ORDER BY id LIMIT 1)',
        'DELETE FROM current.waiting',
        `INSERT INTO current.hazardous_area SELECT (jsonb_populate_record(h, jsonb_build_object('id', '${newId()}'))).*
           FROM current.hazardous_area h LIMIT 1`,
      ]) {
        await tamper(change);
        assert.notDeepEqual(await codes(), [], change);
        await rebuild(office.db, office.overlay);
        assert.deepEqual(await codes(), []);
        assert.deepEqual(await office.view(), before);
      }
    });

    test('two reviewers who decide on one item at the same moment, 200 times: nothing lost, nothing wrong', async () => {
      const { reviewer, administrator } = office.people;
      const take = (person: string, entries: readonly Entry[]) =>
        office.db.transaction({ role: 'server', programmes: [PROGRAMME], person }, async (tx) => {
          const prepared = entries.map(prepare);
          const { fresh } = await appendEntries(tx, PROGRAMME, prepared, new Date().toISOString());
          await continueAs(tx, 'fold');
          await foldTouched(tx, PROGRAMME, fresh, office.overlay);
        });
      // ten reports on each item, decided on in five pairs
      const decided = async (): Promise<void> => {
        const spoken = { id: newId(), kind: 'hazardous-area' };
        const ten = Array.from({ length: 10 }, (_, i) => report(reviewer, `area ${i}`, { items: [spoken] }));
        await take(reviewer, ten);
        for (let i = 0; i < 10; i += 2) {
          const [one, other] = [ten[i], ten[i + 1]];
          if (!one || !other) throw new Error('ten are even');
          await Promise.all([
            take(reviewer, [approve(reviewer, [refOf(one)])]),
            take(administrator, [decisionOf(administrator, other, i % 4 === 0 ? 'approve' : 'reject')]),
          ]);
        }
      };
      for (let i = 0; i < 200 / 5; i++) await decided();
      assert.deepEqual(await codes(), []);
    });

    test('a backup restored on the other database gives the same view', async () => {
      const chunks: Uint8Array[] = [];
      await backup(office.db, async (chunk) => {
        chunks.push(chunk);
      });
      const other = await makeDatabase(engine === 'pglite' ? 'postgres' : 'pglite');
      const db = other.open();
      await migrate(db);
      await restore(
        db,
        (async function* () {
          yield* chunks;
        })(),
      );
      try {
        await rebuild(db, office.overlay);
        assert.deepEqual(await verify(db, office.overlay, [PROGRAMME]), []);
        assert.deepEqual(await office.viewIn(db), await office.view());
      } finally {
        await db.close();
      }
    });
  });
}

function decisionOf(by: string, of: Report, act: 'approve' | 'reject'): Decision {
  return { ...approve(by, [refOf(of)]), act, reports: [refOf(of)], step: 'review' };
}

useOwnCluster();
after(removeDatabases);
