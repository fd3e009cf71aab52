/** What a decision would change, what stands around an item and what is known of a file: asked over the network, by whom. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { Claim } from '@tilth/domain/report/entry';
import { quickest, removeDatabases } from '@tilth/store/databases.testing';
import { BASE, HOST } from '../app.testing.ts';
import { closeOffices, decisionBy, office, type Person, reportBy } from '../office.testing.ts';

after(async () => {
  await closeOffices();
  await removeDatabases();
});

async function withAreas() {
  const all = await office(quickest, {});
  const collector = await all.signedIn('collector');
  const ids = [randomUUID(), randomUUID()];
  for (const id of ids) {
    const name: Claim = { on: 0, property: 'name', value: { type: 'text', text: 'a slope' } };
    const report = reportBy(collector.id, [{ id, kind: 'hazardous-area' }], [name]);
    await all.send('/api/reports', { reports: [{ report, personal: [] }] }, collector);
  }
  const [a = '', b = ''] = ids;
  return { ...all, collector, reviewer: await all.signedIn('reviewer'), a, b };
}

test('a preview writes nothing, is for who may decide, and can then be made as it came', async () => {
  const all = await withAreas();
  const { reviewer, collector, a, b } = all;
  const merge = (by: Person) => decisionBy(by.id, { act: 'merge', pairs: [[a, b]] }, '');
  const ask = (body: object, who: Person) => all.tell('/api/decisions/preview', body, who);
  assert.equal((await ask({ decisions: [merge(collector)] }, collector)).json().code, 'may-not');
  assert.equal((await ask({}, reviewer)).json().code, 'body-invalid');
  const answer = await ask({ decisions: [merge(reviewer)] }, reviewer);
  assert.equal(answer.statusCode, 200, answer.body);
  const { decisions, before, after: then } = answer.json();
  assert.deepEqual([before.length, then.length], [2, 1]);
  const seen = await all.see(`/api/hazardous-area/${a}`, reviewer);
  assert.equal(seen.json().view.joined.length, 1, 'nothing was written');

  const refused = await all.tell('/api/decisions', { decisions }, reviewer);
  assert.equal(refused.json().code, 'decision-without-reason');
  const reasoned = [{ ...decisions[0], reason: 'One slope, mapped twice.' }];
  await all.send('/api/decisions', { decisions: reasoned }, reviewer);
  const back = (await ask({ reverse: decisions[0].id }, reviewer)).json();
  assert.deepEqual(back.decisions[0].act, 'unmerge');
  assert.equal((await ask({ reverse: randomUUID() }, reviewer)).json().code, 'decision-not-here');
  await all.close();
});

test('links and changes of an item are for who may know of it', async () => {
  const all = await withAreas();
  for (const part of ['links', 'changes']) {
    const address = `/api/hazardous-area/${all.a}/${part}`;
    assert.equal((await all.see(address, all.reviewer)).statusCode, 200);
    assert.equal((await all.see(address)).json().code, 'item-unknown');
  }
  await all.close();
});

test('what is known of a file is told to who may read its bytes, and to nobody else', async () => {
  const all = await withAreas();
  const bytes = Buffer.from('seen from the road');
  const digest = createHash('sha256').update(bytes).digest('hex');
  const sent = await all.app.inject({
    method: 'PUT',
    url: `/api/captures/${digest}?programme=orlia&kind=hazardous-area&media_type=text%2Fplain`,
    headers: {
      host: HOST,
      origin: BASE,
      cookie: all.collector.cookie,
      'content-type': 'application/octet-stream',
    },
    payload: bytes,
  });
  assert.equal(sent.statusCode, 200, sent.body);
  const about = (who: Person) => all.see(`/api/captures/${digest}/about?programme=orlia`, who);
  const told = (await about(all.reviewer)).json();
  assert.deepEqual(
    [told.bytes, told.media_type, told.sensitivity],
    [bytes.length, 'text/plain', 'restricted'],
  );
  const viewer = await all.signedIn('viewer');
  assert.equal((await about(viewer)).json().code, 'capture-unknown');
  await all.close();
});
