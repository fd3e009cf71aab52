/** What people read of the kept view: by its indexes, the same at any time, and only what is for them. */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { readGround } from '@tilth/domain/filter/ground';
import { readFilter } from '@tilth/domain/filter/read';
import { box } from '@tilth/domain/geometry/box.testing';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Claim, Entry, Geometry, Report } from '@tilth/domain/report/entry';
import { engines, removeDatabases } from '../databases.testing.ts';
import type { Db } from '../db.ts';
import { prepare } from '../log.ts';
import { approve, PROGRAMME, report, victimReport } from '../samples.testing.ts';
import type { Asker, ListQuery } from '../store.ts';
import { tableName } from './columns.ts';
import { item, locate } from './item.ts';
import { makeKeeper } from './keeper.ts';
import { list } from './list.ts';
import { near } from './near.ts';
import { overlaps } from './overlaps.ts';
import { queue } from './queue.ts';
import { stream } from './stream.ts';
import { tileRows } from './tile-rows.ts';
import { toLocate } from './to-locate.ts';
import { hazardTotals } from './totals.ts';
import { makeViewOffice, type ViewOffice } from './view.testing.ts';

const text = (property: string, words: string): Claim => ({
  on: 0,
  property,
  value: { type: 'text', text: words },
});
const code = (property: string, c: string): Claim => ({ on: 0, property, value: { type: 'code', code: c } });
const square = (x: number, y: number, size = 0.01): Claim => ({
  on: 0,
  property: 'outline',
  value: {
    type: 'geometry',
    geometry: box(x, y, x + size, y + size),
  },
});

const area = (by: string, name: string, ...claims: readonly Claim[]): Report =>
  report(by, name, { claims: [text('name', name), ...claims] });

for (const engine of engines) {
  describe(engine, { concurrency: false }, () => {
    let office: ViewOffice;
    let staff: Asker;
    const reports: Record<string, Report> = {};
    test('opens', async () => {
      office = await makeViewOffice(engine);
      staff = office.asker('administrator');
      const by = office.people.reviewer;
      reports.hill = area(
        by,
        'Hill',
        square(1, 1),
        code('hazard_class', 'cha'),
        text('laid_by', 'a force'),
        text('remark', 'Ask the miller'),
      );
      reports.dale = area(
        by,
        'Dale',
        square(1.005, 1),
        code('hazard_class', 'sha'),
        text('map_sheet', '12%'),
      );
      reports.moor = area(by, 'Moor', square(179.99, 5), code('hazard_class', 'sha'));
      reports.fen = area(by, 'Fen', text('map_sheet', '12x'));
      const all = Object.values(reports);
      const approved = all.filter((r) => r !== reports.moor).map((r) => prepare(r).ref);
      const entries: Entry[] = [...all, approve(by, approved)];
      await office.take(entries);
    });
    after(() => office?.db.close());

    const names = async (query: Partial<ListQuery>, asker = staff) => {
      const page = await list(office.keeper, asker, {
        programme: PROGRAMME,
        kind: 'hazardous-area',
        limit: 100,
        ...query,
      });
      assert.equal(page.matched, page.rows.length);
      return page.rows.map((r) => String(r.values.name));
    };

    test('a filter gives the same from the tables as from the log', async () => {
      const queries: readonly (readonly [Partial<ListQuery>, readonly string[]])[] = [
        [{}, ['Dale', 'Fen', 'Hill', 'Moor']],
        [{ bbox: [0, 0, 1.004, 2] }, ['Hill']],
        [{ bbox: [179, 4, -179, 6] }, ['Moor']],
        [{ where: { hazard_class: 'sha' } }, ['Dale', 'Moor']],
        [{ where: { standing: 'reported' } }, ['Moor']],
        [{ text: '12%' }, ['Dale']],
        [{ text: 'MILLER' }, ['Hill']],
        [{ during: ['2024-01-01', '2024-12-31'] }, ['Dale', 'Fen', 'Hill', 'Moor']],
        [{ during: [null, '2023-12-31'] }, []],
        [{ where: { id: reports.fen?.items[0]?.id ?? '' } }, ['Fen']],
        [{ where: { disputed: 'true' } }, []],
      ];
      for (const [query, expected] of queries) {
        assert.deepEqual((await names(query)).sort(), expected, JSON.stringify(query));
        const then = await names({ ...query, at: '2025-01-01' });
        assert.deepEqual(then.sort(), expected, `at another day: ${JSON.stringify(query)}`);
      }
    });

    test('pages follow each other in any order, and hold each row once', async () => {
      for (const times of [{}, { at: '2025-01-01' }]) {
        for (const descending of [false, true]) {
          const sort = { property: 'map_sheet', descending };
          const whole = await names({ sort, ...times });
          const paged: string[] = [];
          for (let after: string | undefined; ; ) {
            const page = await list(office.keeper, staff, {
              programme: PROGRAMME,
              kind: 'hazardous-area',
              limit: 1,
              sort,
              ...times,
              ...(after !== undefined && { after }),
            });
            const [row] = page.rows;
            if (!row) break;
            paged.push(String(row.values.name));
            after = row.id;
          }
          assert.deepEqual(paged, whole);
          assert.deepEqual(whole.slice(0, 2), descending ? ['Fen', 'Dale'] : ['Dale', 'Fen']);
        }
      }
    });

    test('what is above a reader’s level is neither shown nor searched nor filtered by', async () => {
      const viewer = office.asker('viewer');
      assert.deepEqual((await names({}, viewer)).sort(), ['Dale', 'Fen', 'Hill', 'Moor']);
      assert.deepEqual(await names({ text: 'miller' }, viewer), []);
      await assert.rejects(names({ where: { laid_by: 'a force' } }, viewer), /filter-not-allowed/);
      await assert.rejects(
        names({ sort: { property: 'remark', descending: false } }, viewer),
        /filter-not-allowed/,
      );
      await assert.rejects(names({ where: { colour: 'red' } }, viewer), /property-unknown/);
      await assert.rejects(names({ where: { device_count: 'many' } }, viewer), /filter-value-wrong/);
      const id = reports.hill?.items[0]?.id ?? '';
      const seen = await item(office.keeper, viewer, PROGRAMME, id);
      assert.ok(!JSON.stringify(seen).includes('a force'));
      assert.ok(JSON.stringify(await item(office.keeper, staff, PROGRAMME, id)).includes('a force'));
      const nobody = office.asker(null);
      await assert.rejects(names({}, nobody), /programme-unknown/);
      assert.deepEqual([...(await locate(office.keeper, staff, [PROGRAMME], [id]))], [[id, [PROGRAMME]]]);
    });

    test('who may not see some of the reports that wait still has full pages of those they may', async () => {
      const p = await office.staffed();
      const by = office.people.reviewer;
      const victims = [1, 2, 3].map((i) => victimReport(by, [`Victim ${i}`], { programme: p }).report);
      const area = { ...report(by, 'Hill'), programme: p };
      await office.take([...victims, area, { ...report(by, 'Dale'), programme: p }], p);
      const pages: number[] = [];
      for (let after = 0; ; ) {
        const page = await queue(office.keeper, office.asker('viewer', p), p, { limit: 1, after });
        if (page.length === 0) break;
        after = page[0]?.number ?? 0;
        pages.push(after);
      }
      assert.deepEqual(pages, [4, 5]);
    });

    test('what a programme opens is all that one sees without signing in', async () => {
      const open = (level: string) =>
        office.db.asOwner((tx) =>
          tx.query('UPDATE office.programme SET public = $1 WHERE id = $2', [level, PROGRAMME]),
        );
      await open('{"victim":"public"}');
      const nobody = office.asker(null);
      assert.deepEqual(await names({}, nobody), []);
      await assert.rejects(hazardTotals(office.keeper, nobody, PROGRAMME), /may-not/);
      await open('{"hazardous-area":"partner"}');
      assert.deepEqual((await names({}, nobody)).sort(), ['Dale', 'Fen', 'Hill', 'Moor']);
      assert.deepEqual(await names({ text: 'miller' }, nobody), []);
      await open('{}');
    });

    test('totals count land once, as confirmed where both are said, and what they cannot measure', async () => {
      const now = await hazardTotals(office.keeper, staff, PROGRAMME);
      const then = await hazardTotals(office.keeper, staff, PROGRAMME, { at: '2025-01-01' });
      assert.deepEqual({ ...then, stamp: null }, { ...now, stamp: null });
      assert.equal(now.items, 4);
      assert.equal(now.toLocate, 1);
      const { pairs } = await overlaps(office.keeper, staff, PROGRAMME);
      const [pair, ...more] = pairs;
      const other = await overlaps(office.keeper, staff, PROGRAMME, { at: '2025-01-01' });
      assert.deepEqual(other.pairs, pairs, 'as of another day it is worked out anew, and the same');
      assert.equal(other.stamp.at, '2025-01-01');
      assert.ok(pair && more.length === 0);
      assert.ok(Math.abs(now.sum - now.once - pair.m2) < 0.05);
      assert.ok(Math.abs(now.sha + now.cha - now.once) < 0.02);
      const hill = await list(office.keeper, staff, {
        programme: PROGRAMME,
        kind: 'hazardous-area',
        limit: 1,
        where: { hazard_class: 'cha' },
      });
      assert.equal(hill.matched, 1);
      assert.ok(now.cha > now.sum / 4 && now.cha < now.sum / 2);
      const { rows } = await toLocate(office.keeper, staff, PROGRAMME);
      assert.deepEqual(
        rows.map((r) => [r.values.name, r.values.to_locate]),
        [['Fen', 'place-missing']],
      );
    });

    test('what is near a place is found with how near, at any time, and what cannot be placed is counted', async () => {
      const lines: Geometry = {
        type: 'LineString',
        coordinates: [
          [1, 0.9],
          [1, 1.5],
        ],
      };
      const ask = { programme: PROGRAMME, geometry: lines, metres: 2_000 };
      const now = await near(office.keeper, staff, ask);
      const found = now.kinds.find((k) => k.kind === 'hazardous-area')?.found ?? [];
      assert.ok(found.length > 0 && found.every((f) => f.metres <= 2_000));
      assert.deepEqual(
        found.map((f) => f.metres),
        found.map((f) => f.metres).sort((a, b) => a - b),
      );
      assert.equal(now.to_locate, 1);
      assert.ok(now.asked_m2 > 0 && now.surveyed_m2 === 0, 'nobody surveyed here');
      const then = await near(office.keeper, staff, { ...ask, at: '2025-01-01' });
      assert.deepEqual(then.kinds, now.kinds);
      const afar = await near(office.keeper, staff, {
        ...ask,
        geometry: { type: 'Point', coordinates: [-100, 10] },
        metres: 100,
      });
      assert.deepEqual(afar.kinds, []);
      const stranger = await near(office.keeper, { person: null, roles: new Map() }, ask).catch(
        (e) => e.problem.code,
      );
      assert.equal(stranger, 'programme-unknown');
    });

    test('a tile has every drawn item near it, at any time', async () => {
      const world = { programme: PROGRAMME, kind: 'hazardous-area', bbox: [-180, -85, 180, 85] as const };
      for (const times of [{}, { at: '2025-01-01' }]) {
        const rows = await tileRows(office.keeper, staff, { ...world, least: 1, ...times });
        assert.equal(rows.length, 3);
        assert.equal(rows.filter((r) => r.reported).length, 1);
      }
    });

    test('a long read gives what was there when it began, each row once, whatever comes meanwhile', async () => {
      const by = office.people.reviewer;
      const before = (await names({})).sort();
      const seen: string[] = [];
      for await (const row of stream(office.keeper, staff, {
        programme: PROGRAMME,
        kind: 'hazardous-area',
      })) {
        if (seen.length === 0) {
          const later = area(by, 'Later', square(3, 3));
          const renamed = report(by, 'Hill anew', { items: reports.hill?.items ?? [], date: '2024-06-01' });
          await office.take([later, renamed, approve(by, [prepare(later).ref, prepare(renamed).ref])]);
        }
        seen.push(String(row.values.name));
      }
      assert.deepEqual(seen.sort(), before);
      assert.ok((await names({})).includes('Hill anew'));
    });

    // on the embedded database nobody comes in between: it has one connection
    if (engine === 'postgres') {
      test('rows, counts and figures are of the number in the stamp, although a report comes in between', async () => {
        const p = await office.staffed();
        const by = office.people.reviewer;
        const asker = office.asker('administrator', p);
        const another = () => office.take([{ ...area(by, 'One', square(7, 7)), programme: p }], p);
        await another();
        let held = 0;
        const db = heard(office.db, async (sql) => {
          if (/shown\.hazardous_area/.test(sql) && held++ === 0) await another();
        });
        const keeper = makeKeeper(db, office.overlay, 'o', () => new Date().toISOString());
        const query = { programme: p, kind: 'hazardous-area', limit: 10 };
        const page = await list(keeper, asker, query);
        assert.deepEqual([page.stamp.number, page.matched, page.rows.length], [1, 1, 1]);
        held = 0;
        const figures = await hazardTotals(keeper, asker, p);
        assert.deepEqual([figures.stamp.number, figures.items], [2, 2]);
        assert.equal((await hazardTotals(keeper, asker, p, { known: 2 })).items, 2);
        assert.equal((await hazardTotals(keeper, asker, p)).items, 3);
      });
    }

    test('the server’s role reads by index and never scans the log; the tables themselves are not for it', async () => {
      await office.db.transaction({ role: 'fold', programmes: [PROGRAMME], person: null }, (tx) =>
        tx.exec(`INSERT INTO current.hazardous_area
            (programme, id, folded_number, standing, disputed_in, listed, view, hazard_class, geom, drawn_m2)
          SELECT '${PROGRAMME}', ('a0000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 1, 'live', '{}', '{}',
            '{}', 'sha', ST_MakeEnvelope(i % 200 * 0.01, i / 200 * 0.01, i % 200 * 0.01 + 0.005, i / 200 * 0.01 + 0.005, 4326), 1
          FROM generate_series(1, 20000) i`),
      );
      await office.db.asOwner((tx) =>
        tx.exec(`INSERT INTO log.entry (programme, number, id, digest, type, author, body)
            SELECT '${PROGRAMME}', 100 + i, gen_random_uuid(), decode(repeat('ab', 32), 'hex'), 'report', gen_random_uuid(), '{}'
            FROM generate_series(1, 20000) i;
          INSERT INTO log.receipt (programme, number, instant, entry, digest, previous, receipt_digest)
            SELECT programme, number, now(), id, digest, digest, digest FROM log.entry WHERE number > 100;
          INSERT INTO log.mention SELECT programme, id, number FROM log.entry WHERE number > 100;
          ANALYZE current.hazardous_area; ANALYZE log.entry; ANALYZE log.receipt; ANALYZE log.mention`),
      );
      const asked: { sql: string; params: readonly unknown[] }[] = [];
      const keeper = makeKeeper(recording(office.db, asked), office.overlay, 'o', () =>
        new Date().toISOString(),
      );
      const query = { programme: PROGRAMME, kind: 'hazardous-area', limit: 10 };
      await list(keeper, staff, { ...query, bbox: [0.5, 0.5, 0.52, 0.52] });
      const within = readGround('0.5 0.5,0.52 0.5,0.52 0.52');
      const filter = readFilter('hazard_class is sha and identified_on before 2024');
      assert.ok(!('code' in within) && !('code' in filter));
      await list(keeper, staff, { ...query, within, filter });
      await list(keeper, staff, { ...query, after: 'a0000000-0000-7000-8000-000000000fff' });
      await tileRows(keeper, staff, { ...query, bbox: [0.5, 0.5, 0.52, 0.52], least: 0.0001 });
      const plans: string[] = [];
      for (const { sql, params } of asked) {
        const plan = await office.as((tx) => tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, params));
        plans.push(plan.map((row) => row['QUERY PLAN']).join('\n'));
      }
      const rows = plans.filter((p) => p.includes('hazardous_area'));
      assert.equal(rows.length, 7, 'four pages or tiles and three counts');
      assert.equal(rows.filter((p) => p.includes('hazardous_area_geom_idx')).length, 5, rows.join('\n\n'));
      assert.ok(rows.some((p) => p.includes('hazardous_area_pkey')));
      for (const plan of plans) assert.doesNotMatch(plan, /Seq Scan on (entry|mention|receipt)/);
      for (const kind of builtIn.kinds.keys()) {
        await assert.rejects(
          office.as((tx) => tx.query(`SELECT 1 FROM current.${tableName(kind)}`)),
          /database-forbids/,
        );
      }
    });
  });
}

/** A database that notes every statement asked of it. */
function recording(db: Db, asked: { sql: string; params: readonly unknown[] }[]): Db {
  return heard(db, async (sql, params) => {
    asked.push({ sql, params });
  });
}

/** A database that says what is to be read before it reads it. */
function heard(db: Db, first: (sql: string, params: readonly unknown[]) => Promise<void>): Db {
  return {
    ...db,
    read: (actor, work) =>
      db.read(actor, (tx) =>
        work({
          ...tx,
          query: async (sql, params = []) => {
            await first(sql, params);
            return tx.query(sql, params);
          },
        }),
      ),
  };
}

after(removeDatabases);
