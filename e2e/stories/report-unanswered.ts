/**
 * The line breaks as a report is sent. If it had arrived, who wants to change it is told so and handed the receipt; if it had
 * not, it can be changed and is sent once. Several drafts stand side by side, and one thrown away comes back.
 */
import assert from 'node:assert/strict';
import type { Page, Route } from 'playwright-core';
import { type Place, signedIn } from './visitor.ts';

export async function changesAfterNoAnswer(place: Place): Promise<void> {
  const { page, heard, leave } = await signedIn(place);
  await arrivedUnseen(page);
  await neverArrived(page);
  await throwsAwayAndBack(page);
  // the browser itself writes down that nobody answered
  const silence = heard.faults.splice(0);
  assert.ok(
    silence.every((f) => f.startsWith('Failed to load resource')),
    silence.join('\n'),
  );
  await leave();
}

async function writes(page: Page, id: string): Promise<void> {
  await page.goto('/?programme=orlia&screen=report');
  await page.getByRole('button', { name: /^Hazard report/ }).click();
  await page.getByRole('textbox', { name: 'Source', exact: true }).fill('Telephone call');
  await page.getByRole('textbox', { name: 'Date of the information' }).fill('2026');
  await page.getByRole('group', { name: 'Local id', exact: true }).getByRole('textbox').fill(id);
  await page
    .getByRole('group', { name: 'Where', exact: true })
    .getByLabel('Positions, one a line')
    .fill('-31.61, -18.81');
  await page.getByText('Draft kept on this device').waitFor();
}

async function sendsInto(page: Page, broken: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/api/reports', broken);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText(/not answered: it may have arrived/).waitFor();
  await page.unroute('**/api/reports');
}

async function arrivedUnseen(page: Page): Promise<void> {
  const before = await received(page, 'OL-HR-LOST-1');
  await writes(page, 'OL-HR-LOST-1');
  await sendsInto(page, async (route) => {
    // the server has it, and the answer never comes back
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Take it back to change it' }).click();
  await page.getByRole('heading', { name: /^Received under number/ }).waitFor();
  assert.equal(await received(page, 'OL-HR-LOST-1'), before + 1);
}

async function neverArrived(page: Page): Promise<void> {
  const before = await received(page, 'OL-HR-LOST-2');
  await writes(page, 'OL-HR-LOST-2');
  await sendsInto(page, (route) => route.abort('connectionreset'));
  await page.route('**/api/reports/*', (route) => route.abort('connectionreset'));
  await page.getByRole('button', { name: 'Take it back to change it' }).click();
  await page.getByText(/can't be asked just now, so it can't be changed yet/).waitFor();
  await page.unroute('**/api/reports/*');
  await page.route('**/api/reports', (route) => route.abort('connectionreset'));
  await page.getByRole('button', { name: 'Take it back to change it' }).click();
  const source = page.getByRole('textbox', { name: 'Source', exact: true });
  await source.fill('Telephone call, a second one');
  await page.getByText('Draft kept on this device').waitFor();
  await page.unroute('**/api/reports');
  const request = page.waitForRequest((r) => r.url().endsWith('/api/reports'));
  await page.getByRole('button', { name: 'Send' }).click();
  const [{ report }] = (await request).postDataJSON().reports;
  assert.equal(report.source.name, 'Telephone call, a second one');
  await page.getByRole('heading', { name: /^Received under number/ }).waitFor();
  assert.equal(await received(page, 'OL-HR-LOST-2'), before + 1);
}

async function throwsAwayAndBack(page: Page): Promise<void> {
  for (const id of ['OL-HR-KEEP-1', 'OL-HR-KEEP-2']) await writes(page, id);
  await page.goto('/?programme=orlia&screen=report');
  const first = page.getByRole('button', { name: /^Discard Hazard report OL-HR-KEEP-1/ });
  await first.click();
  await page.getByText('The draft was discarded.').waitFor();
  await first.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Discard Hazard report OL-HR-KEEP-2/ }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await first.waitFor();
  for (const id of [1, 2])
    await page.getByRole('button', { name: new RegExp(`^Discard .*KEEP-${id}`) }).click();
}

/** How many records go by this local id. */
async function received(page: Page, id: string): Promise<number> {
  const answer = await page.request.get(`/api/hazard-report?programme=orlia&local_id=${id}&limit=10`);
  return (await answer.json()).matched;
}
