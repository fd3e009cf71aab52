/** A rebuild gives the same view whatever goes on meanwhile, and whoever reads meanwhile sees a whole one. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Entry } from '@tilth/domain/report/entry';
import { list } from './current/list.ts';
import { makeViewOffice, type ViewOffice } from './current/view.testing.ts';
import { engines, removeDatabases } from './databases.testing.ts';
import { ensureCurrent, forgetCurrent, rebuild } from './rebuild.ts';
import { PROGRAMME, report } from './samples.testing.ts';

after(removeDatabases);

for (const engine of engines) {
  describe(`a rebuild on ${engine}`, { concurrency: false }, () => {
    let office: ViewOffice;
    const areas = (count: number, programme = PROGRAMME): Entry[] =>
      Array.from({ length: count }, (_, i) => report(office.people.reviewer, `area ${i}`, { programme }));
    test('opens', async () => {
      office = await makeViewOffice(engine);
      await office.take(areas(30));
    });
    after(() => office?.db.close());

    test('asked for three times at once is done three times, one after the other', async () => {
      const before = await office.view();
      await Promise.all([1, 2, 3].map(() => rebuild(office.db, office.overlay)));
      assert.deepEqual(await office.view(), before);
    });

    test('keeps what is reported meanwhile, also to a programme that was not there when it began', async () => {
      let added: Promise<string> | undefined;
      await rebuild(office.db, office.overlay, () => {
        added ??= (async () => {
          const p = await office.staffed();
          await office.take(areas(5, p), p);
          await office.take(areas(5));
          return p;
        })();
      });
      const p = (await added) ?? '';
      const kept = [await office.view(), await office.view(p)];
      await rebuild(office.db, office.overlay);
      assert.deepEqual([await office.view(), await office.view(p)], kept);
      assert.ok((kept[1]?.length ?? 0) >= 5);
    });

    test('is never seen half done by those who read meanwhile', async () => {
      const asker = office.asker('administrator');
      const read = () =>
        list(office.keeper, asker, { programme: PROGRAMME, kind: 'hazardous-area', limit: 100 });
      const { matched } = await read();
      let done = false;
      const rebuilt = (async () => {
        for (let i = 0; i < 8; i++) await rebuild(office.db, office.overlay);
      })().finally(() => {
        done = true;
      });
      const reader = async () => {
        while (!done) {
          const page = await read();
          assert.equal(page.rows.length, matched);
        }
      };
      await Promise.all([rebuilt, reader(), reader(), reader(), reader()]);
    });

    test('is made up for at the next opening where the tables were given up', async () => {
      const before = await office.view();
      await office.db.transaction({ role: 'migrate', programmes: [], person: null }, async (tx) => {
        await forgetCurrent(tx);
        await tx.exec('TRUNCATE current.hazardous_area, current.item, current.waiting');
      });
      assert.deepEqual(await office.view(), []);
      await ensureCurrent(office.db, office.overlay);
      assert.deepEqual(await office.view(), before);
    });
  });
}
