/** A decision on one report as a reviewer's program would send it, for stories that are about something else. */
import assert from 'node:assert/strict';
import { uuidv7 } from '@tilth/domain/report/id';
import type { Page } from 'playwright-core';

/** On the report of this receipt. Gives the report's id. */
export async function decideOn(
  page: Page,
  number: number,
  act: 'approve' | 'return',
  reason = '',
): Promise<string> {
  const queue = await page.request.get(`/api/queue?programme=orlia&limit=1&after=${number - 1}`);
  const [queued] = (await queue.json()).reports;
  assert.equal(queued.number, number);
  const { person } = await (await page.request.get('/api/me')).json();
  const [under] = queued.under;
  const decision = {
    type: 'decision',
    id: uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
    programme: 'orlia',
    by: person.id,
    written: new Date().toISOString(),
    reason,
    after: [],
    act,
    reports: [queued.ref],
    step: queued.step,
    ...(under && { under }),
  };
  const answer = await page.request.post('/api/decisions', {
    headers: { origin: new URL(page.url()).origin },
    data: { programme: 'orlia', decisions: [decision] },
  });
  assert.equal(answer.status(), 200, await answer.text());
  return queued.ref.id;
}
