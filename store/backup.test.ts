import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Id } from '@tilth/domain/report/entry';
import { type Engine, engines, makeDatabase, removeDatabases } from './databases.testing.ts';
import { openStore } from './open.ts';
import { testOverlay } from './overlay.testing.ts';
import { restore } from './restore.ts';
import { approve, draft, PROGRAMME, refsOf, victimReport } from './samples.testing.ts';
import type { Asker, Store } from './store.ts';

after(removeDatabases);

const now = () => new Date('2026-03-01T00:00:00.000Z');

async function open(engine: Engine): Promise<Store> {
  const database = await makeDatabase(engine);
  return openStore({ ...database.place, overlay: await testOverlay(), now });
}

async function backedUp(store: Store): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  await store.backup(async (chunk) => {
    chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}

async function* pieces(bytes: Uint8Array, size = 10_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** An office with two programmes: areas drawn and pending, personal values, kept columns, a capture of three chunks. */
async function fill(store: Store): Promise<{ asker: Asker & { person: Id }; capture: string }> {
  await store.addProgramme({
    id: PROGRAMME,
    name: 'Orlia',
    zone: 'Pacific/Auckland',
    public: { '*': 'public' },
  });
  await store.addProgramme({ id: 'second', name: 'Second' });
  await store.addPerson({ name: 'Ana', role: 'viewer', programme: 'second' });
  const person = await store.addPerson({ name: 'Ben', role: 'administrator', programme: PROGRAMME });
  const asker = { ...(await store.asker(person)), person };
  const areas = Array.from({ length: 27 }, (_, i) => {
    const x = 10 + i / 100;
    const ring = [
      [x, 1],
      [x + 0.005, 1],
      [x + 0.005, 1.005],
      [x, 1],
    ] as const;
    const made = draft(person, `Field ${i} “ü”`, {
      claims: [
        { on: 0, property: 'name', value: { type: 'text', text: `Field ${i} “ü”` } },
        {
          on: 0,
          property: 'outline',
          value: { type: 'geometry', geometry: { type: 'Polygon', coordinates: [ring] } },
        },
      ],
    });
    return {
      ...made,
      kept: { report: made.report.id, sensitivity: 'personal' as const, columns: { a: `kept ${i}` } },
    };
  });
  const victims = [1, 2, 3].map((i) => victimReport(person, [`Victim ${i}`, `Other ${i}`]));
  const drafts = [...areas, ...victims];
  await store.append(asker, PROGRAMME, { reports: drafts });
  await store.append(asker, PROGRAMME, { decisions: [approve(person, refsOf(...drafts.slice(0, 20)))] });
  const bytes = new Uint8Array(2_200_000).map((_, i) => (i * 7) & 255);
  const about = { mediaType: 'text/csv', name: 'f.csv', sensitivity: 'personal' } as const;
  const capture = await store.putCapture(asker, PROGRAMME, pieces(bytes, 100_000), about);
  await store.erasePersonal(asker, PROGRAMME, areas[5]?.report.id ?? '', 'asked for');
  await store.erasePersonal(asker, PROGRAMME, victims[1]?.report.id ?? '', 'asked for');
  return { asker, capture };
}

/** All that can be seen of the office, to compare. */
async function picture(store: Store, asker: Asker, capture: string): Promise<unknown> {
  const page = await store.list(asker, { programme: PROGRAMME, kind: 'hazardous-area', limit: 1_000 });
  const items = [];
  for (const row of page.rows) items.push(await store.item(asker, PROGRAMME, row.id));
  const bytes: Uint8Array[] = [];
  for await (const part of store.readCapture(asker, PROGRAMME, capture)) bytes.push(part);
  return {
    office: store.office,
    page,
    items,
    totals: await store.hazardTotals(asker, PROGRAMME),
    queue: await store.queue(asker, PROGRAMME, { limit: 100 }),
    programmes: await store.everyProgramme(),
    people: await store.people('second'),
    secret: Buffer.from(await store.secret(PROGRAMME)).toString('hex'),
    capture: Buffer.concat(bytes).toString('base64'),
  };
}

for (const engine of engines) {
  describe(`backup from ${engine}`, () => {
    let store: Store;
    let file: Buffer;
    let asker: Asker;
    let capture: string;
    let session: string | null;
    before(async () => {
      store = await open(engine);
      ({ asker, capture } = await fill(store));
      session = await store.signIn(await store.makeSignInLink(asker.person ?? ''));
      file = await backedUp(store);
    });
    after(() => store.close());

    for (const target of engines) {
      test(`restores on ${target} with the same office, view, history, room and captures`, async () => {
        const other = await open(target);
        await other.restore(pieces(file));
        assert.deepEqual(await picture(other, asker, capture), await picture(store, asker, capture));
        assert.deepEqual(await other.verify(), []);
        assert.notEqual(await store.session(session ?? ''), null);
        assert.equal(await other.session(session ?? ''), null, 'nobody is signed in to a restored office');
        const again = gunzipSync(await backedUp(other)).toString();
        assert.equal(again, gunzipSync(file).toString());
        const [receipt] = await other.append(asker, PROGRAMME, {
          reports: [draft(asker.person ?? '', 'next')],
        });
        assert.equal(receipt?.number, 32);
        await other.close();
      });
    }

    test('is refused by an office in use, which stays as it was', async () => {
      const before = await store.stamp(asker, PROGRAMME);
      await assert.rejects(store.restore(pieces(file)), {
        problem: { code: 'restore-not-empty', facts: {} },
      });
      assert.deepEqual(await store.stamp(asker, PROGRAMME), before);
    });

    test('killed between restoring and making the view: the next opening makes it', async () => {
      const database = await makeDatabase(engine);
      await (await openStore({ ...database.place, overlay: await testOverlay() })).close();
      const db = database.open();
      await restore(db, pieces(file));
      await db.close();
      const other = await openStore({ ...database.place, overlay: await testOverlay(), now });
      assert.deepEqual(await picture(other, asker, capture), await picture(store, asker, capture));
      await other.close();
    });

    test('cut short, damaged or no backup at all: refused, and nothing of it stays', async () => {
      const other = await open(engine);
      const text = gunzipSync(file).toString();
      const lines = text.trimEnd().split('\n');
      const replaced = (n: number, by: string) => gzipSync(`${lines.with(n, by).join('\n')}\n`);
      const changed = (change: (row: Record<string, unknown>) => object) => {
        const n = lines.findIndex((line) => line.startsWith('{"table":"room.personal"'));
        const { table, row } = JSON.parse(lines[n] ?? '');
        return replaced(n, JSON.stringify({ table, row: change(row) }));
      };
      const flipped = (bytes: Uint8Array, at: number) => bytes.map((b, i) => (i === at ? b ^ 1 : b));
      const bad: [string, Uint8Array, string][] = [
        ['cut in the compressed bytes', file.subarray(0, file.length - 2_000), 'backup-unreadable'],
        ['no gzip', Buffer.from('hello'), 'backup-unreadable'],
        ['nothing', Buffer.alloc(0), 'backup-unreadable'],
        ['other JSON', gzipSync('{"a":1}\n'), 'backup-unreadable'],
        ['last line missing', gzipSync(`${lines.slice(0, -1).join('\n')}\n`), 'backup-unreadable'],
        ['an entry missing', gzipSync(`${lines.toSpliced(5, 1).join('\n')}\n`), 'backup-damaged'],
        ['a word changed', gzipSync(text.replace('Field 7 ', 'Field 8 ')), 'backup-damaged'],
        ['a row missing', gzipSync(`${lines.toSpliced(-3, 1).join('\n')}\n`), 'backup-unreadable'],
        ['checksum of the file', flipped(file, file.length - 6), 'backup-unreadable'],
        ['length of the file', flipped(file, file.length - 2), 'backup-unreadable'],
        ['something after the end', gzipSync(`${text}{"end":1}\n`), 'backup-unreadable'],
        ['words after the end', gzipSync(`${text}x`), 'backup-unreadable'],
        ['a line that is nothing', replaced(5, 'null'), 'backup-unreadable'],
        ['a number in place of an entry', replaced(5, '{"entry":7,"body":"x"}'), 'backup-unreadable'],
        ['a head without programmes', replaced(0, '{"tilth_backup":1}'), 'backup-unreadable'],
        ['another backup’s row', changed((row) => ({ ...row, programme: 'elsewhere' })), 'backup-unreadable'],
        ['a row without its value', changed(({ value: _, ...row }) => row), 'backup-damaged'],
        ['a row with another’s key', changed((row) => ({ ...row, report: 'x' })), 'backup-damaged'],
        [
          'an unknown role',
          replaced(0, (lines[0] ?? '').replace('"administrator"', '"emperor"')),
          'backup-damaged',
        ],
      ];
      for (const [what, bytes, code] of bad) {
        await assert.rejects(
          other.restore(pieces(bytes)),
          (error: { problem?: { code: string } }) => error.problem?.code === code,
          what,
        );
        assert.deepEqual(await other.everyProgramme(), [], what);
      }
      await other.restore(pieces(file));
      assert.equal((await other.everyProgramme()).length, 2);
      await other.close();
    });
  });
}
