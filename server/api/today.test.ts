import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { quickest, removeDatabases } from '@tilth/store/databases.testing';
import { closeOffices, office, reportBy } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

const url = '/api/today?programme=orlia';

test('what has to be seen to, to each what is for them', { timeout: 120_000 }, async () => {
  const all = await office(quickest, { find: 'public' });
  const collector = await all.signedIn('collector');
  const reviewer = await all.signedIn('reviewer');
  const viewer = await all.signedIn('viewer');
  const seen = (day: string) =>
    reportBy(
      collector.id,
      [{ id: randomUUID(), kind: 'hazard-report' }],
      [{ on: 0, property: 'received_on', value: { type: 'date', span: { from: day, to: day } } }],
    );
  const reports = ['2024-04-02', '2024-04-01', '2024-04-03'].map((day) => ({
    report: seen(day),
    personal: [],
  }));
  await all.send('/api/reports', { reports }, collector);

  const answer = (await all.see(`${url}&limit=2`, reviewer)).json();
  const section = answer.sections['hazard-reports'];
  assert.equal(section.count, 3, 'they count before anybody has reviewed them');
  assert.deepEqual(
    section.rows.map((r: { day: string }) => r.day),
    ['2024-04-01', '2024-04-02'],
  );
  assert.deepEqual(
    answer.review.steps.map((s: { step: string; week: number }) => [s.step, s.week]),
    [['review', 3]],
  );
  assert.equal(answer.dates.length, 4);
  assert.equal(answer.stamp.programme, 'orlia');

  const alone = (await all.see(`${url}&section=hazard-reports`, reviewer)).json();
  assert.deepEqual(Object.keys(alone.sections), ['hazard-reports']);
  assert.equal((await all.see(url, collector)).json().review.own, true);
  assert.equal((await all.see(url, viewer)).json().review, null);
  const stranger = (await all.see(url)).json();
  assert.deepEqual([stranger.sections, stranger.review, stranger.returned], [{}, null, null]);
  assert.equal((await all.see(`${url}&section=everything`, reviewer)).statusCode, 400);
  await all.close();
});
