/** What is said of things is worked out once for who has the same rights, and anew whenever the log has moved on. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Claim, Entry } from '@tilth/domain/report/entry';
import { removeDatabases } from '../databases.testing.ts';
import { prepare } from '../log.ts';
import { newId } from '../new-id.ts';
import { approve, report } from '../samples.testing.ts';
import type { Role } from '../store.ts';
import { alignments } from './alignments.ts';
import { makeKeeper } from './keeper.ts';
import { sayings } from './sayings.ts';
import { makeViewOffice, type ViewOffice } from './view.testing.ts';

let office: ViewOffice;
before(async () => {
  office = await makeViewOffice('pglite');
});
after(removeDatabases);

const by = newId();
const allegation = newId();

/** An approved report of one speaker on an invented allegation. */
function told(programme: string, who: string, claims: Readonly<Record<string, string>>): readonly Entry[] {
  const said = {
    ...report(by, '', {
      items: [{ id: allegation, kind: 'allegation' }],
      claims: Object.entries(claims).map(
        ([property, text]): Claim => ({
          on: 0,
          property,
          value: { type: 'text', text },
          said: { name: who, speaker_kind: 'organisation' },
        }),
      ),
    }),
    programme,
  };
  return [said, { ...approve(by, [prepare(said).ref]), programme }];
}

async function opened() {
  const programme = await office.staffed();
  const keeper = makeKeeper(office.db, office.overlay, 'o', office.keeper.now);
  const aligned = (role: Role, times = {}) =>
    alignments(keeper, office.asker(role, programme), programme, times);
  return { programme, keeper, aligned };
}

const properties = (found: Awaited<ReturnType<typeof alignments>>) =>
  found.alignments.map((a) => `${a.property} ${a.relation}`).sort();

test('contradictions are those of the log as it stands, after every report', async () => {
  const { programme, aligned } = await opened();
  await office.take(told(programme, 'A', { reply: 'Never.' }), programme);
  assert.deepEqual(properties(await aligned('reviewer')), []);
  await office.take(told(programme, 'B', { reply: 'Perhaps.' }), programme);
  assert.deepEqual(properties(await aligned('reviewer')), ['reply contradict']);
  assert.deepEqual(properties(await aligned('reviewer', { known: 2 })), [], 'as known before');
  await office.take(told(programme, 'C', { made_by_named: 'An office' }), programme);
  await office.take(told(programme, 'D', { made_by_named: 'Another office' }), programme);
  assert.deepEqual(properties(await aligned('reviewer')), ['made_by_named contradict', 'reply contradict']);
});

test('what one reader may see is never answered to one who may not', async () => {
  const { programme, keeper, aligned } = await opened();
  await office.take(told(programme, 'A', { reply: 'Never.', detail: 'At the bridge.' }), programme);
  await office.take(told(programme, 'B', { reply: 'Perhaps.', detail: 'At the mill.' }), programme);
  for (const times of [{}, { known: 3 }, { at: '2024-12-31' }]) {
    await aligned('reviewer', times);
    assert.ok(!JSON.stringify(await aligned('viewer', times)).includes('At the '), JSON.stringify(times));
    const said = await sayings(keeper, office.asker('viewer', programme), programme, ['allegation'], times);
    assert.ok(!JSON.stringify(said).includes('At the '), JSON.stringify(times));
  }
  assert.deepEqual(properties(await aligned('viewer')), ['reply contradict']);
  assert.deepEqual(properties(await aligned('reviewer')), ['detail contradict', 'reply contradict']);
});

test('asked again, no item and no report is read again', async () => {
  const { programme } = await opened();
  await office.take(told(programme, 'A', { reply: 'Never.' }), programme);
  await office.take(told(programme, 'B', { reply: 'Perhaps.' }), programme);
  let reads = 0;
  const read: typeof office.db.read = (actor, work) => {
    reads += 1;
    return office.db.read(actor, work);
  };
  const keeper = makeKeeper({ ...office.db, read }, office.overlay, 'o', office.keeper.now);
  const asker = office.asker('viewer', programme);
  for (const times of [{}, { known: 3 }]) {
    await alignments(keeper, asker, programme, times);
    reads = 0;
    await Promise.all([1, 2, 3].map(() => alignments(keeper, asker, programme, times)));
    assert.equal(reads, 3, 'one each, to learn how far the log goes and what the asker may see');
  }
});
