import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Sensitivity } from '@tilth/domain/record/kind';
import fc from 'fast-check';
import { captureFile, eraseCapture, putCapture, readCapture, sweepUploads } from './captures.ts';
import { engines, removeDatabases } from './databases.testing.ts';
import { newId } from './new-id.ts';
import { erasePersonal, keepColumns, keepPersonal, keptOf, personalOf } from './personal.ts';
import { makeOffice, type Office, PROGRAMME } from './samples.testing.ts';

after(removeDatabases);
const now = '2026-01-01T00:00:00.000Z';
const salt = '00112233445566778899aabbccddeeff';

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

for (const engine of engines) {
  describe(`the room apart on ${engine}`, () => {
    let office: Office;
    before(async () => {
      office = await makeOffice(engine);
    });
    after(() => office.db.close());

    const keep = async (author: string) => {
      const report = newId();
      await office.as(async (tx) => {
        const value = '{"text":"a name","type":"text"}';
        await keepPersonal(
          tx,
          PROGRAMME,
          author,
          [0, 3].map((n) => ({ report, n, salt, value })),
        );
        await keepColumns(tx, PROGRAMME, author, [
          { report, sensitivity: 'restricted', columns: { 'Col ü': 'x', other: '' } },
        ]);
      }, author);
      return report;
    };
    const seenBy = (report: string, person: string | null) =>
      office.as(
        async (tx) => [
          (await personalOf(tx, PROGRAMME, [report])).length,
          (await keptOf(tx, PROGRAMME, [report])).length,
        ],
        person,
      );

    test('personal values are for reviewers, administrators and who entered them; nobody else', async () => {
      const { people } = office;
      const report = await keep(people.collector);
      const another = await office.as(async (tx) => {
        const id = newId();
        await tx.query('INSERT INTO office.person (id, name) VALUES ($1, $2)', [id, `collector ${id}`]);
        await tx.query('INSERT INTO office.role (programme, person, role) VALUES ($1, $2, $3)', [
          PROGRAMME,
          id,
          'collector',
        ]);
        return id;
      });
      assert.deepEqual(await seenBy(report, people.administrator), [2, 1]);
      assert.deepEqual(await seenBy(report, people.reviewer), [2, 1]);
      assert.deepEqual(await seenBy(report, people.collector), [2, 1]);
      assert.deepEqual(await seenBy(report, another), [0, 1]);
      assert.deepEqual(await seenBy(report, people.viewer), [0, 0]);
      assert.deepEqual(await seenBy(report, null), [0, 0]);
      const elsewhere = await office.db.transaction(
        { role: 'server', programmes: ['elsewhere'], person: people.administrator },
        (tx) => personalOf(tx, PROGRAMME, [report]),
      );
      assert.deepEqual(elsewhere, []);
    });

    test('values come back as they were kept', async () => {
      const report = await keep(office.people.collector);
      const [personal, kept] = await office.as(async (tx) => [
        await personalOf(tx, PROGRAMME, [report]),
        await keptOf(tx, PROGRAMME, [report]),
      ]);
      assert.deepEqual(personal[0], { report, n: 0, salt, value: '{"text":"a name","type":"text"}' });
      assert.deepEqual(kept[0], { report, sensitivity: 'restricted', columns: { 'Col ü': 'x', other: '' } });
    });

    test('viewers and strangers cannot put anything in', async () => {
      for (const person of [office.people.viewer, null]) {
        await assert.rejects(
          office.as(
            (tx) =>
              keepPersonal(tx, PROGRAMME, office.people.viewer, [
                { report: newId(), n: 0, salt, value: '1' },
              ]),
            person,
          ),
          { problem: { code: 'database-forbids', facts: { state: '42501' } } },
        );
      }
    });

    test('only an administrator erases; what is erased is gone and the erasure is on record', async () => {
      const { people } = office;
      const report = await keep(people.collector);
      const erase = (person: string) =>
        office.as((tx) => erasePersonal(tx, PROGRAMME, report, { person, reason: 'asked for', now }), person);
      assert.equal(await erase(people.reviewer), 0);
      assert.deepEqual(await seenBy(report, people.administrator), [2, 1]);
      assert.equal(await erase(people.administrator), 4);
      assert.deepEqual(await seenBy(report, people.administrator), [0, 0]);
      assert.equal(await erase(people.administrator), 0);
      const erasures = await office.as((tx) =>
        tx.query('SELECT author, reason, count, instant FROM room.erasure WHERE report = $1', [report]),
      );
      assert.deepEqual(erasures, [
        { author: people.administrator, reason: 'asked for', count: 4, instant: now },
      ]);
    });
  });

  describe(`captures on ${engine}`, () => {
    let office: Office;
    before(async () => {
      office = await makeOffice(engine);
    });
    after(() => office.db.close());

    const put = (
      bytes: AsyncIterable<Uint8Array>,
      sensitivity: Sensitivity = 'restricted',
      person?: string,
    ) =>
      putCapture(
        office.db,
        { role: 'server', programmes: [PROGRAMME], person: person ?? office.people.collector },
        PROGRAMME,
        bytes,
        { mediaType: 'text/csv', name: 'a file.csv', sensitivity },
        now,
      );
    const get = async (digest: string, person: string | null) => {
      const parts: Uint8Array[] = [];
      const actor = { role: 'server', programmes: [PROGRAMME], person } as const;
      for await (const part of readCapture(office.db, actor, PROGRAMME, digest)) parts.push(part);
      return Buffer.concat(parts);
    };
    const count = () =>
      office.db.asOwner(
        async (tx) => (await tx.query<{ n: number }>('SELECT count(*) AS n FROM capture.chunk'))[0]?.n,
      );

    test('bytes of any length and any cutting come back as they were, under their SHA-256', async () => {
      const MiB = 1024 * 1024;
      const lengths = fc.constantFrom(0, 1, 1000, MiB - 1, MiB, MiB + 1, 2 * MiB, 3 * MiB + 17);
      await fc.assert(
        fc.asyncProperty(
          lengths,
          fc.integer({ min: 1000, max: 2 * MiB }),
          fc.nat(255),
          async (length, cut, seed) => {
            const bytes = new Uint8Array(length).map((_, i) => (i * 31 + seed + (i >> 8)) & 255);
            const digest = await put(pieces(bytes, cut));
            assert.equal(digest, createHash('sha256').update(bytes).digest('hex'));
            assert.ok((await get(digest, office.people.collector)).equals(bytes));
          },
        ),
        { numRuns: 12, endOnFailure: true },
      );
    });

    test('the same bytes are stored once', async () => {
      const bytes = new Uint8Array(2_500_000).fill(7);
      await put(pieces(bytes, 100_000));
      const before = await count();
      await Promise.all([put(pieces(bytes, 70_000)), put(pieces(bytes, 9_999))]);
      assert.equal(await count(), before);
    });

    test('an upload that breaks leaves nothing behind', async () => {
      const before = await count();
      async function* breaking() {
        yield new Uint8Array(3_000_000).fill(9);
        throw new Error('line cut');
      }
      await assert.rejects(put(breaking()), /line cut/);
      assert.equal(await count(), before);
    });

    test('the bytes are for those whose role reaches their sensitivity', async () => {
      const { people } = office;
      const may = async (sensitivity: Sensitivity) => {
        const text = Buffer.from(`content ${sensitivity}`);
        const digest = await put(pieces(text, 5), sensitivity, people.administrator);
        const who: string[] = [];
        for (const [role, person] of [...Object.entries(people), ['nobody', null]] as const) {
          await get(digest, person).then(
            () => who.push(role ?? ''),
            (error) => assert.equal(error.problem?.code, 'capture-unknown'),
          );
        }
        return who;
      };
      assert.deepEqual(await may('personal'), ['reviewer', 'administrator']);
      assert.deepEqual(await may('restricted'), ['collector', 'reviewer', 'administrator']);
      assert.deepEqual(await may('partner'), ['viewer', 'collector', 'reviewer', 'administrator']);
      assert.deepEqual(await may('public'), ['viewer', 'collector', 'reviewer', 'administrator', 'nobody']);
    });

    test('bytes that are brought again as more sensitive are so from then on, never as less', async () => {
      const { people } = office;
      const text = Buffer.alloc(1_500_000, 'a list of places; it turned out to name people');
      const readers = async (digest: string) => {
        const who: string[] = [];
        for (const [role, person] of Object.entries(people)) {
          await get(digest, person).then(
            (bytes) => who.push(`${role} ${bytes.length}`),
            (error) => assert.equal(error.problem?.code, 'capture-unknown'),
          );
        }
        return who;
      };
      const digest = await put(pieces(text, 64_000), 'partner', people.administrator);
      assert.equal((await readers(digest)).length, 4);
      await put(pieces(text, 64_000), 'personal', people.reviewer);
      const few = ['reviewer 1500000', 'administrator 1500000'];
      assert.deepEqual(await readers(digest), few);
      await put(pieces(text, 64_000), 'public', people.administrator);
      assert.deepEqual(await readers(digest), few);
    });

    test('what a killed upload left is swept, what is a capture or under way is not', async () => {
      const digest = await put(pieces(Buffer.alloc(1_200_000, 'kept'), 64_000));
      const before = await count();
      const left = (upload: string) =>
        office.as(
          (tx) =>
            tx.query(
              `INSERT INTO capture.chunk (programme, upload, n, sensitivity, author, body)
               VALUES ($1, $2, 0, 'personal', $3, 'x')`,
              [PROGRAMME, upload, office.people.collector],
            ),
          office.people.collector,
        );
      await left(newId(Date.now() - 25 * 3_600_000));
      const underWay = engine === 'postgres' ? 1 : 0;
      if (underWay) await left(newId(Date.now() - 1_000));
      await sweepUploads(office.db, [PROGRAMME]);
      assert.ok(Number(await count()) <= Number(before) + underWay);
      assert.equal((await get(digest, office.people.collector)).length, 1_200_000);
      assert.equal((await office.as((tx) => captureFile(tx, PROGRAMME, digest)))?.chunks, 2);
    });

    test('erased bytes are gone, their hash stays; and the uploader cannot erase a capture', async () => {
      const { people } = office;
      const digest = await put(pieces(new Uint8Array(1_500_000).fill(3), 64_000));
      const erase = (person: string) =>
        office.as(
          (tx) => eraseCapture(tx, PROGRAMME, digest, { person, reason: 'names in it', now }),
          person,
        );
      assert.equal(await erase(people.collector), 0);
      assert.equal((await get(digest, people.collector)).length, 1_500_000);
      assert.equal(await erase(people.administrator), 2);
      await assert.rejects(get(digest, people.administrator), {
        problem: { code: 'capture-unknown', facts: {} },
      });
      assert.equal((await office.as((tx) => captureFile(tx, PROGRAMME, digest)))?.digest, digest);
      await put(pieces(new Uint8Array(1_500_000).fill(3), 64_000), 'personal');
      await assert.rejects(get(digest, people.administrator), /capture-unknown/, 'erased stays erased');
    });
  });
}
