import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines, removeDatabases } from './databases.testing.ts';
import { addPerson, askerOf, findPerson, peopleOf } from './people.ts';
import { addProgramme, programmesOf, secretOf } from './programmes.ts';
import { makeOffice, type Office, PROGRAMME } from './samples.testing.ts';
import { makeSignInLink, sessionPerson, signIn, signOut } from './sign-in.ts';

after(removeDatabases);
const now = '2026-01-01T00:00:00.000Z';
const hoursLater = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString();

for (const engine of engines) {
  describe(`people on ${engine}`, () => {
    let office: Office;
    before(async () => {
      office = await makeOffice(engine);
    });
    after(() => office.db.close());

    test('a sign-in link works once, also when it is used twice at the same moment', async () => {
      const link = await office.as((tx) => makeSignInLink(tx, office.people.viewer, now));
      const sessions = await Promise.all(
        Array.from({ length: 5 }, () => office.as((tx) => signIn(tx, link, hoursLater(1)))),
      );
      const opened = sessions.filter((s) => s !== null);
      assert.equal(opened.length, 1);
      assert.equal(
        await office.as((tx) => sessionPerson(tx, opened[0] ?? '', hoursLater(2))),
        office.people.viewer,
      );
    });

    test('a link is dead after 24 hours, an unknown one always', async () => {
      const link = await office.as((tx) => makeSignInLink(tx, office.people.viewer, now));
      assert.equal(await office.as((tx) => signIn(tx, link, hoursLater(24))), null);
      assert.equal(await office.as((tx) => signIn(tx, 'nothing', now)), null);
      const good = await office.as((tx) => makeSignInLink(tx, office.people.viewer, now));
      assert.notEqual(await office.as((tx) => signIn(tx, good, hoursLater(23))), null);
    });

    test('a session ends by signing out and by age', async () => {
      const open = async () => {
        const link = await office.as((tx) => makeSignInLink(tx, office.people.viewer, now));
        return (await office.as((tx) => signIn(tx, link, now))) ?? '';
      };
      const left = await open();
      await office.as((tx) => signOut(tx, left));
      assert.equal(await office.as((tx) => sessionPerson(tx, left, now)), null);
      const old = await open();
      assert.equal(await office.as((tx) => sessionPerson(tx, old, hoursLater(31 * 24))), null);
    });

    test('neither the links’ nor the sessions’ tokens stand in the database', async () => {
      const link = await office.as((tx) => makeSignInLink(tx, office.people.viewer, now));
      const [row] = await office.db.asOwner((tx) =>
        tx.query<{ n: number }>(
          `SELECT count(*) AS n FROM office.sign_in_link l WHERE l::text LIKE '%' || $1 || '%' OR encode(token, 'escape') LIKE '%' || $1 || '%'`,
          [link],
        ),
      );
      assert.equal(row?.n, 0);
    });

    test('a person has one account and a role per programme, which can change', async () => {
      const add = (role: 'viewer' | 'reviewer', name = ' Zoë ') =>
        office.as((tx) => addPerson(tx, { name, role, programme: PROGRAMME }));
      const id = await add('viewer');
      assert.equal(await add('reviewer', 'Zoe\u0308'), id);
      assert.equal(await office.as((tx) => findPerson(tx, 'Zoë')), id);
      assert.equal((await office.as((tx) => askerOf(tx, id))).roles.get(PROGRAMME), 'reviewer');
      const people = await office.as((tx) => peopleOf(tx, PROGRAMME));
      assert.equal(people.find((p) => p.id === id)?.role, 'reviewer');
      assert.deepEqual((await office.as((tx) => askerOf(tx, null))).roles.size, 0);
    });

    test('an unknown person, a nameless one and an unknown programme are refused', async () => {
      const unknown = '00000000-0000-7000-8000-000000000000';
      await assert.rejects(
        office.as((tx) => askerOf(tx, unknown)),
        { problem: { code: 'person-unknown', facts: { name: unknown } } },
      );
      await assert.rejects(
        office.as((tx) => makeSignInLink(tx, unknown, now)),
        { problem: { code: 'person-unknown', facts: { name: unknown } } },
      );
      await assert.rejects(
        office.as((tx) => addPerson(tx, { name: '  ', role: 'viewer', programme: PROGRAMME })),
        { problem: { code: 'person-name-empty', facts: {} } },
      );
      await assert.rejects(
        office.as((tx) => addPerson(tx, { name: 'x', role: 'viewer', programme: 'none' })),
        { problem: { code: 'programme-unknown', facts: { programme: 'none', programmes: [] } } },
      );
    });

    test('a programme is made once, in a zone that exists, with a secret of its own', async () => {
      const make = (id: string, zone = 'UTC') =>
        office.db.transaction({ role: 'server', programmes: [id], person: null }, async (tx) => {
          await addProgramme(tx, { id, name: id, zone });
          return Buffer.from(await secretOf(tx, id)).toString('hex');
        });
      const [a, b] = [await make('one'), await make('two')];
      assert.match(a, /^[0-9a-f]{64}$/);
      assert.notEqual(a, b);
      await assert.rejects(make('one'), {
        problem: { code: 'programme-taken', facts: { programme: 'one' } },
      });
      await assert.rejects(make('three', 'Nowhere/Else'), {
        problem: { code: 'zone-unknown', facts: { zone: 'Nowhere/Else' } },
      });
      await assert.rejects(make(`a',b`), {
        problem: { code: 'programme-id-wrong', facts: { programme: `a',b` } },
      });
      const known = await office.as((tx) => programmesOf(tx));
      assert.deepEqual(
        known.map((p) => [p.id, p.public]),
        [
          ['one', {}],
          [PROGRAMME, {}],
          ['two', {}],
        ],
      );
    });
  });
}
