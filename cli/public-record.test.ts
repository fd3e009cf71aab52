/**
 * The public record on the command line. What was known on a day: on 23 November 2024 nobody had confirmed the change of guidance on strikes; on
 * the 25th it was confirmed. Its receipts are all of the day it was installed, so both times are asked for. And what is claimed
 * of lifetimes leads no command to land (law 5).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Author, type Authors, authors } from '@tilth/fixtures/batch';
import { publicRecord } from '@tilth/fixtures/public-record/public-record';
import type { Asker, ItemPage } from '@tilth/store/store';
import { commands } from './commands.ts';
import { overlay, run, store, useOffice } from './office.testing.ts';

const ITEM = 'white-house-on-strikes';

useOffice(async () => {
  const { programme } = publicRecord;
  await store.addProgramme({ ...programme, public: {} });
  const ids: Partial<Record<Author, string>> = {};
  const askers: Partial<Record<Author, Asker>> = {};
  for (const author of Object.keys(authors) as Author[]) {
    const person = await store.addPerson({ ...authors[author], programme: programme.id });
    ids[author] = person;
    askers[author] = await store.asker(person);
  }
  const model = await store.model(programme.id);
  for (const { reports = [], decisions = [], rules = [], by } of publicRecord.batches(
    ids as Authors,
    model,
    overlay,
  ))
    await store.append(askers[by] as Asker, programme.id, { reports, decisions, rules });
});

/** What the item says its stance is, who says so, and which number was asked for. */
async function told(...times: string[]) {
  const { status, out, err } = await run('show', ITEM, '--json', ...times);
  assert.equal(status, 0, err);
  const { view, stamp, entries }: ItemPage = JSON.parse(out);
  const stance = view.properties.find((p) => p.property === 'stance');
  const report = entries.find((e) => e.entry.id === stance?.claim?.report)?.entry;
  return {
    stance: stance?.value?.type === 'code' ? stance.value.code : null,
    state: stance?.state,
    published: report?.type === 'report' ? report.date : null,
    number: stamp.number,
  };
}

test('as of the day: on the 23rd nobody confirms it, on the 25th it is confirmed, and the earlier word is kept', async () => {
  const on23 = await told('--at', '2024-11-23');
  const on25 = await told('--at', '2024-11-25');
  assert.deepEqual([on23.stance, on23.published], ['declines-to-comment', '2024-11-23']);
  assert.deepEqual([on25.stance, on25.published], ['confirms', '2024-11-25']);
  assert.equal(on23.number, on25.number, 'all of it was received');
  const { out } = await run('show', ITEM, '--at', '2024-11-25', '--json');
  const { view }: ItemPage = JSON.parse(out);
  const earlier = view.properties.find((p) => p.property === 'stance')?.earlier ?? [];
  assert.ok(earlier.some((s) => s.value.type === 'code' && s.value.code === 'declines-to-comment'));
  assert.equal(on25.state, 'settled', 'a later word supersedes, it does not dispute');
});

test('as known: the day of publication gives the receipt number, and the number gives the same answer', async () => {
  const on23 = await told('--known', 'published:2024-11-23');
  const on25 = await told('--known', 'published:2024-11-25');
  assert.equal(on23.stance, 'declines-to-comment');
  assert.equal(on25.stance, 'confirms');
  assert.ok(on23.number < on25.number);
  assert.deepEqual(await told('--known', String(on23.number)), on23);
  assert.deepEqual(await told('--known', String(on25.number)), on25);
  const bare = await run('show', ITEM, '--known', 'published:soon');
  assert.equal(bare.status, 2);
});

test('an export as known on a day of publication carries its number', async () => {
  const { number } = await told('--known', 'published:2024-11-23');
  const { out } = await run('export', 'statement', '--format', 'csv', '--known', 'published:2024-11-23');
  assert.match(out, new RegExp(`\\b${number}\\b`));
  assert.match(out, /not been confirmed by the White House/);
  assert.doesNotMatch(out, /The guidance was changed/);
});

test('nothing was here before the first text, and all of it by the last day', async () => {
  const who = await store.asker(await store.findPerson(authors.reviewer.name));
  const { number: last } = await store.stamp(who, publicRecord.programme.id);
  const all = await store.published(who, publicRecord.programme.id, '2999-01-01');
  assert.deepEqual([all.number, all.later], [last, 0]);
  const none = await store.published(who, publicRecord.programme.id, '1900-01-01');
  assert.ok(none.number <= 1, 'a rule at most');
});

test('show calls what is linked by what it is called, and tells lengths of time as people do', async () => {
  const statement = await run('show', ITEM, '--at', '2024-11-25');
  assert.match(statement.out, /^about: [a-z][a-z0-9-]+ .+ \([0-9a-f-]{36}\)/m);
  const model = await run('show', 'mines-for-ukraine');
  assert.match(model.out, /at least 14 days/);
  assert.match(model.out, /: 4 hours to 14 days,/);
});

test('no command asks for land by a claimed lifetime, and none answers what is left of one', async () => {
  const claimed = await run('show', 'mines-for-ukraine', '--json');
  assert.match(claimed.out, /self_deactivate_claimed/, 'the claim itself is on record');
  for (const property of ['share_live_claimed', 'self_deactivate_claimed', 'lifetime_claimed']) {
    for (const asked of [['--filter', `${property} is 0`], [`--sort=${property}`], ['--columns', property]]) {
      const { status, out } = await run('export', 'hazardous-area', '--format', 'csv', ...asked);
      assert.deepEqual([status, out], [2, ''], `${asked.join(' ')}: ${out}`);
    }
  }
  for (const { name, summary, help } of commands)
    assert.doesNotMatch(`${name} ${summary} ${help}`, /lifetime|inert|self-(destruct|deactivat)/i, name);
});
