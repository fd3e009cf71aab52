import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { canonical } from '@tilth/domain/report/canonical';
import { commit } from '@tilth/domain/report/commitment';
import type { Decision, Id, Ref, Rule } from '@tilth/domain/report/entry';
import fc from 'fast-check';
import { engines, makeDatabase, removeDatabases, type TestDatabase } from './databases.testing.ts';
import { newId } from './new-id.ts';
import { openStore } from './open.ts';
import { testOverlay } from './overlay.testing.ts';
import { approve, draft, PROGRAMME, refsOf, reviewSteps } from './samples.testing.ts';
import type { Asker, Role, Store } from './store.ts';

after(removeDatabases);
const runs = 50;

for (const engine of engines) {
  describe(`the store on ${engine}`, () => {
    let database: TestDatabase;
    let store: Store;
    const askers = new Map<Role, Asker & { readonly person: Id }>();
    const as = (role: Role): Asker & { readonly person: Id } => {
      const asker = askers.get(role);
      if (!asker) throw new Error(`nobody is ${role}`);
      return asker;
    };
    before(async () => {
      database = await makeDatabase(engine);
      const now = () => new Date('2026-03-01T11:30:00.000Z');
      store = await openStore({ ...database.place, overlay: await testOverlay(), now });
      // half past midnight on 2 March there
      await store.addProgramme({ id: PROGRAMME, name: 'Orlia', zone: 'Pacific/Auckland', invented: true });
      await store.addProgramme({ id: 'real', name: 'Real' });
      for (const role of ['viewer', 'collector', 'reviewer', 'administrator'] as const) {
        const person = await store.addPerson({ name: `a ${role}`, role, programme: PROGRAMME });
        askers.set(role, { ...(await store.asker(person)), person });
      }
    });
    after(() => store.close());

    const send = (role: Role, ...drafts: ReturnType<typeof draft>[]) =>
      store.append(as(role), PROGRAMME, { reports: drafts });
    const decide = (role: Role, ...decisions: Decision[]) => store.append(as(role), PROGRAMME, { decisions });
    const code = (expected: string) => (error: unknown) => {
      assert.ok(error instanceof Error && 'problem' in error, String(error));
      assert.equal(JSON.parse(JSON.stringify(error.problem)).code, expected);
      return true;
    };

    test('a report waits in review, and once approved it is live', async () => {
      const sent = draft(as('collector').person, 'Field A');
      await send('collector', sent);
      const id = sent.report.items[0]?.id ?? '';
      assert.equal((await store.item(as('viewer'), PROGRAMME, id))?.view.standing, 'reported');
      await decide('reviewer', approve(as('reviewer').person, refsOf(sent)));
      assert.equal((await store.item(as('viewer'), PROGRAMME, id))?.view.standing, 'live');
    });

    test('roles: viewers write nothing, collectors only report, nobody writes as another', async () => {
      const by = (role: Role) => as(role).person;
      await assert.rejects(send('viewer', draft(by('viewer'), 'x')), code('may-not'));
      await assert.rejects(decide('collector', approve(by('collector'), [])), code('may-not'));
      await assert.rejects(
        store.append(as('reviewer'), PROGRAMME, { rules: [reviewSteps(by('reviewer'), ['a'])] }),
        code('may-not'),
      );
      await assert.rejects(send('reviewer', draft(by('collector'), 'x')), code('not-your-entry'));
      await assert.rejects(
        store.append({ person: null, roles: new Map() }, PROGRAMME, {
          reports: [draft(by('collector'), 'x')],
        }),
        code('not-signed-in'),
      );
      await assert.rejects(
        store.append(as('administrator'), 'real', { reports: [draft(by('administrator'), 'x')] }),
        code('may-not'),
      );
    });

    test('nobody approves their own release, also when report and approval come in one batch', async () => {
      const by = as('reviewer').person;
      const release = draft(by, 'x', {
        claims: [
          {
            on: 0,
            property: 'releases',
            value: {
              type: 'release',
              method: 'cleared',
              process: 'clearance',
              land: {
                type: 'Polygon',
                coordinates: [
                  [
                    [0, 0],
                    [0.01, 0],
                    [0.01, 0.01],
                    [0, 0],
                  ],
                ],
              },
            },
          },
        ],
      });
      await assert.rejects(
        store.append(as('reviewer'), PROGRAMME, {
          reports: [release],
          decisions: [approve(by, refsOf(release))],
        }),
        code('own-release'),
      );
      await send('reviewer', release);
      await assert.rejects(decide('reviewer', approve(by, refsOf(release))), code('own-release'));
      await decide('administrator', approve(as('administrator').person, refsOf(release)));
    });

    test('nothing is voided by one person alone where the programme has a second who may', async () => {
      const by = as('reviewer').person ?? '';
      const drawnTwice = draft(by, 'drawn twice');
      await send('reviewer', drawnTwice);
      const item = drawnTwice.report.items[0]?.id ?? '';
      const voided: Decision = {
        type: 'decision',
        id: newId(),
        programme: PROGRAMME,
        by,
        written: '2026-03-01T11:00:00.000Z',
        reason: 'the same field',
        after: [],
        act: 'void',
        of: { item },
        evidence: 'Drawn twice.',
        saw: [],
      };
      await assert.rejects(decide('reviewer', voided), code('void-needs-second'));
      await decide('reviewer', { ...voided, id: newId(), second: true });
      const standing = async () => (await store.item(as('viewer'), PROGRAMME, item))?.view.standing;
      assert.notEqual(await standing(), 'void', 'until somebody else confirms it');
    });

    test('personal values are taken only where the report’s own commitments stand for them', async () => {
      const by = as('collector').person ?? '';
      const salt = '0'.repeat(32);
      const name = { type: 'text', text: 'N. N.' } as const;
      const sealed = draft(by, 'x', {
        items: [{ id: newId(), kind: 'victim' }],
        claims: [{ on: 0, property: 'name', value: { type: 'personal', commitment: commit(name, salt) } }],
      });
      const kept = { report: sealed.report.id, n: 0, salt, value: canonical(name) };
      const wrong = [
        { ...kept, report: newId() },
        { ...kept, n: 1 },
        { ...kept, value: '"Secret"' },
      ];
      for (const personal of [...wrong.map((one) => [one]), [kept, kept]]) {
        await assert.rejects(send('collector', { ...sealed, personal }), code('personal-value-wrong'));
      }
      await send('collector', { ...sealed, personal: [kept] });
    });

    test('a date after the day of receipt is refused, the day being the programme’s own', async () => {
      const by = as('collector').person;
      const on = (day: string) => draft(by, 'x', { date: day, when: { from: null, to: day } });
      await send('collector', on('2026-03-02'));
      await assert.rejects(send('collector', on('2026-03-03')), code('date-after-receipt'));
    });

    test('what the record definitions do not know is refused, and nothing of the batch is stored', async () => {
      const by = as('collector').person;
      const before = (await store.stamp(as('viewer'), PROGRAMME)).number;
      const claim = { on: 0, property: 'no_such', value: { type: 'text', text: 'x' } } as const;
      await assert.rejects(
        send('collector', draft(by, 'ok'), draft(by, 'x', { claims: [claim] })),
        code('property-unknown'),
      );
      await assert.rejects(
        send('collector', draft(by, 'x', { items: [{ id: newId(), kind: 'dragon' }] })),
        code('kind-unknown'),
      );
      await assert.rejects(send('collector', draft(by, 'nul \u0000')), code('text-not-unicode'));
      await assert.rejects(send('collector', draft(by, 'lone \ud800')), code('text-not-unicode'));
      await assert.rejects(send('collector', draft(by, 'x', { programme: 'real' })), code('entry-elsewhere'));
      await assert.rejects(send('collector', draft(by, 'x', { id: 'X' })), code('id-malformed'));
      assert.equal((await store.stamp(as('viewer'), PROGRAMME)).number, before);
    });

    test('an approval has to name the review rule that held when the report came, and one of its steps', async () => {
      const by = as('administrator').person;
      const early = draft(by, 'before the rule');
      await send('administrator', early);
      const rule = reviewSteps(by, ['office', 'field']);
      const [receipt] = await store.append(as('administrator'), PROGRAMME, { rules: [rule] });
      const late = draft(by, 'after the rule');
      await send('administrator', late);
      const under = receipt?.entry;
      const [lateRef, earlyRef] = [refsOf(late), refsOf(early)];
      await assert.rejects(decide('administrator', approve(by, lateRef)), code('step-unknown'));
      await assert.rejects(
        decide('administrator', approve(by, lateRef, 'office')),
        code('rule-not-in-force'),
      );
      await assert.rejects(
        decide('administrator', approve(by, earlyRef, 'office', under)),
        code('step-unknown'),
      );
      // before its report an approval is taken too, under the rule that the report would now be received under
      const [coming] = refsOf(draft(by, 'on its way'));
      const absent = coming ? [coming] : [];
      await assert.rejects(decide('administrator', approve(by, absent)), code('report-not-here'));
      await decide('administrator', approve(by, absent, 'office', under));
      await decide('administrator', approve(by, earlyRef));
      const id = late.report.items[0]?.id ?? '';
      const standing = async () => (await store.item(as('viewer'), PROGRAMME, id))?.view.standing;
      await decide('administrator', approve(by, lateRef, 'office', under));
      assert.equal(await standing(), 'reported');
      await decide('administrator', approve(by, lateRef, 'field', under));
      assert.equal(await standing(), 'live');
      await store.append(as('administrator'), PROGRAMME, {
        rules: [{ ...reviewSteps(by, []), value: null, after: under ? [under] : [] }],
      });
    });

    test('what is on record is taken again whatever the rules have become since', async () => {
      const by = as('administrator').person;
      const rule = (value: object | null, after: readonly Ref[] = []): Rule => ({
        ...reviewSteps(by, []),
        id: newId(),
        sets: 'own-property',
        key: 'accident.flooded',
        value,
        after,
      });
      const own = rule({ label: 'Flooded', type: 'yesno', fold: 'latest', sensitivity: 'partner' });
      const [made] = await store.append(as('administrator'), PROGRAMME, { rules: [own] });
      const flooded = draft(by, 'x', {
        items: [{ id: newId(), kind: 'accident' }],
        claims: [{ on: 0, property: 'flooded', value: { type: 'yesno', yes: true } }],
      });
      const [first] = await send('administrator', flooded);
      await store.append(as('administrator'), PROGRAMME, { rules: [rule(null, made ? [made.entry] : [])] });
      assert.deepEqual(await send('administrator', flooded), [first]);
    });

    test('a property taken back and set again shows what reports said of it before, and only those items are touched', async () => {
      const admin = as('administrator');
      const rule = (value: object | null, ...after: (Ref | undefined)[]): Rule => ({
        ...reviewSteps(admin.person, []),
        id: newId(),
        sets: 'own-property',
        key: 'accident.dark_night',
        value,
        after: after.filter((ref) => ref !== undefined),
      });
      const set = async (...of: Parameters<typeof rule>) =>
        (await store.append(admin, PROGRAMME, { rules: [rule(...of)] }))[0]?.entry;
      const own = { label: 'Dark night', type: 'yesno', fold: 'latest', sensitivity: 'partner' };
      const made = await set(own);
      const report = draft(admin.person, 'x', {
        items: [{ id: newId(), kind: 'accident' }],
        claims: [{ on: 0, property: 'dark_night', value: { type: 'yesno', yes: true } }],
      });
      await send('administrator', report);
      await decide('administrator', approve(admin.person, refsOf(report)));
      const found = async () => {
        const where = { id: report.report.items[0]?.id ?? '' };
        const { rows } = await store.list(admin, { programme: PROGRAMME, kind: 'accident', limit: 9, where });
        return rows.map((r) => r.values.dark_night);
      };
      assert.deepEqual(await found(), [true]);
      const back = await set(null, made);
      assert.deepEqual(await found(), [undefined]);
      await set(own, back);
      assert.deepEqual(await found(), [true]);
      assert.deepEqual(await store.verify(PROGRAMME), []);
    });

    test('the next number of a kind follows the programme’s pattern and what is on record', async () => {
      const admin = as('administrator');
      assert.equal(await store.nextNumber(admin, PROGRAMME, 'accident'), null);
      const rule: Rule = {
        ...reviewSteps(admin.person, []),
        id: newId(),
        sets: 'number-pattern',
        key: 'accident',
        value: 'AC-{year}-{number:3}',
      };
      await store.append(admin, PROGRAMME, { rules: [rule] });
      assert.equal(await store.nextNumber(admin, PROGRAMME, 'accident'), 'AC-2026-001');
      const report = draft(admin.person, 'x', {
        items: [{ id: newId(), kind: 'accident' }],
        claims: [{ on: 0, property: 'local_id', value: { type: 'text', text: 'AC-2026-041' } }],
      });
      await send('administrator', report);
      await decide('administrator', approve(admin.person, refsOf(report)));
      assert.equal(await store.nextNumber(admin, PROGRAMME, 'accident'), 'AC-2026-042');
    });

    test('only sample data may say when it was received', async () => {
      const asker = await store.asker(
        await store.addPerson({ name: 'R', role: 'administrator', programme: 'real' }),
      );
      const received = '2020-01-01T00:00:00.000Z';
      const real = draft(asker.person ?? '', 'x', { programme: 'real' });
      await assert.rejects(
        store.append(asker, 'real', { reports: [real] }, { received }),
        code('received-not-invented'),
      );
    });

    test(`sent in any order, any number of times, the view is the same (${runs} runs)`, async () => {
      const collector = as('collector').person;
      const reviewer = as('reviewer').person;
      const plans = fc.record({
        count: fc.integer({ min: 1, max: 4 }),
        order: fc.array(fc.nat(), { minLength: 3, maxLength: 12 }),
        approved: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      });
      await fc.assert(
        fc.asyncProperty(plans, async ({ count, order, approved }) => {
          const views: unknown[] = [];
          for (const shuffled of [false, true]) {
            // the same statements about two items, told apart only by their ids
            const items = [{ id: newId(), kind: 'hazardous-area' }];
            const reports = Array.from({ length: count }, (_, i) =>
              draft(collector, `name ${i}`, {
                items,
                date: `2024-0${i + 1}-01`,
                when: { from: null, to: `2024-0${i + 1}-01` },
              }),
            );
            const all = [
              ...reports.map((r) => ({ by: 'collector' as const, given: { reports: [r] } })),
              ...reports.flatMap((r, i) =>
                approved[i]
                  ? [{ by: 'reviewer' as const, given: { decisions: [approve(reviewer, refsOf(r))] } }]
                  : [],
              ),
            ];
            const steps = shuffled ? [...order.map((n) => all[n % all.length]), ...all.toReversed()] : all;
            for (const step of steps) if (step) await store.append(as(step.by), PROGRAMME, step.given);
            const view = (await store.item(as('administrator'), PROGRAMME, items[0]?.id ?? ''))?.view;
            const [name] = view?.properties.filter((p) => p.property === 'name') ?? [];
            views.push([view?.standing, name?.value, name?.state, view?.reports.length]);
          }
          assert.deepEqual(views[1], views[0]);
        }),
        { numRuns: runs, endOnFailure: true },
      );
    });

    test('verify finds nothing wrong after all this', async () => {
      assert.deepEqual(await store.verify(), []);
    });

    test('what was stored is there after closing and opening again, under the same office', async () => {
      const before = await store.stamp(as('viewer'), PROGRAMME);
      await store.close();
      store = await openStore({
        ...database.place,
        overlay: await testOverlay(),
        now: () => new Date('2026-03-01T11:30:00.000Z'),
      });
      assert.deepEqual(await store.stamp(as('viewer'), PROGRAMME), before);
    });

    if (engine === 'pglite') {
      test('a second opening of the same directory is told that it is held', async () => {
        await assert.rejects(
          openStore({ ...database.place, overlay: await testOverlay() }),
          code('data-held'),
        );
      });
    }
  });
}
