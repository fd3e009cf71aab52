/** The review queue over the real store: what it says of a report is what a decision on it has to name. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { underOf } from '@tilth/domain/record/review';
import { engines, removeDatabases } from '@tilth/store/databases.testing';
import { closeOffices, decisionBy, office, reportBy, ruleBy } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

for (const engine of engines) {
  test(`${engine}: a report goes through the steps of the rule it was received under, one after the other`, {
    timeout: 120_000,
  }, async () => {
    const all = await office(engine, {});
    const [collector, reviewer, administrator] = [
      await all.signedIn('collector'),
      await all.signedIn('reviewer'),
      await all.signedIn('administrator'),
    ];
    const send = async () => {
      const item = { id: randomUUID(), kind: 'hazardous-area' };
      const report = reportBy(
        collector.id,
        [item],
        [{ on: 0, property: 'hazard_class', value: { type: 'code', code: 'sha' } }],
      );
      await all.send('/api/reports', { reports: [{ report, personal: [] }] }, collector);
      return report.id;
    };
    const queued = async (id: string) => {
      const { reports } = (await all.see('/api/queue?programme=orlia', reviewer)).json();
      return reports.find((q: { ref: { id: string } }) => q.ref.id === id);
    };
    const approve = async (id: string) => {
      const { ref, step, under } = await queued(id);
      const decision = decisionBy(reviewer.id, {
        act: 'approve',
        reports: [ref],
        step,
        ...underOf({ steps: [], under }),
      });
      await all.send('/api/decisions', { decisions: [decision] }, reviewer);
    };

    const earlier = await send();
    const steps = ruleBy(administrator.id, 'review-steps', 'hazardous-area', ['field', 'authority']);
    const [ruled] = await all.send('/api/rules', { rules: [steps] }, administrator);
    const later = await send();

    const first = await queued(earlier);
    assert.deepEqual([first.step, first.under], ['review', []], 'a later rule does not reach back');
    await approve(earlier);
    assert.equal(await queued(earlier), undefined);

    const second = await queued(later);
    assert.deepEqual([second.step, second.under], ['field', [ruled?.entry]]);
    await approve(later);
    assert.equal((await queued(later)).step, 'authority');
    await approve(later);
    assert.equal(await queued(later), undefined, 'live after its last step');
    await all.close();
  });
}
