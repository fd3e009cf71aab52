/**
 * Somebody writes a report in the browser: the tab crashes in mid-form, the draft is there again, it is sent without a
 * connection and then with one, and stands on the map as reported. Somebody else's figure is disputed by a report about
 * its record, and both figures stand on the board once a reviewer has accepted it.
 */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { decideOn } from './decide-on.ts';
import {
  AT_THE_MAP,
  counted,
  drawn,
  nothingCalledSafe,
  openFromList,
  type Place,
  seen,
  signedIn,
} from './visitor.ts';

const local = 'OL-HA-FORM-1';
/** invented, as everybody in the sample is */
const owner = 'Ansa Veltorim';

export async function writesAReport(place: Place): Promise<void> {
  const { page, heard, leave } = await signedIn(place, { at: AT_THE_MAP });
  await drawn(page);
  const reported = await counted(page, 'Reported, not reviewed');

  await page.getByRole('link', { name: 'New report' }).click();
  await page.getByRole('button', { name: /^Hazardous area/ }).click();
  const send = page.getByRole('button', { name: 'Send' });
  assert.ok(await send.isDisabled(), 'not before something is said');
  await page.getByText('Say where the knowledge comes from.').waitFor();
  await page.getByRole('textbox', { name: 'Source', exact: true }).fill('Village visit, form 12');
  await page.getByRole('textbox', { name: 'Date of the information' }).fill('March 2026');
  await page.getByText('Read as 1 Mar 2026 to 31 Mar 2026').waitFor();
  await field(page, 'Local id').getByRole('textbox').fill(local);
  await field(page, 'Outline')
    .getByLabel('Positions, one a line')
    .fill('-31.600000, -18.830000\n-31.602000, -18.830000\n31°36.120′S 18°49.700′W');
  await field(page, 'Outline').getByText('3. 31.602000°S 18.828333°W').waitFor();
  await page.getByRole('searchbox', { name: 'Find a field' }).fill('landowner');
  await field(page, 'Landowner').getByRole('textbox').fill(owner);
  await page.getByText('Draft kept on this device').waitFor();
  assert.ok(!decodeURIComponent(page.url()).includes(owner), 'nothing that was typed is in the address');
  assert.ok(!page.url().includes('Village'));

  const context = page.context();
  const again = await context.newPage();
  // the tab's process dies at once: nothing of it runs any more
  await page.goto('chrome://crash').catch((error: Error) => assert.match(error.message, /crash/i));

  await page.close();
  await again.goto('/?programme=orlia&screen=report');
  await again.getByRole('button', { name: /^Go on with Hazardous area OL-HA-FORM-1/ }).click();
  assert.equal(
    await again.getByRole('textbox', { name: 'Source', exact: true }).inputValue(),
    'Village visit, form 12',
  );
  await again.getByRole('searchbox', { name: 'Find a field' }).fill('landowner');
  await again.getByRole('group', { name: 'Landowner' }).waitFor();
  assert.equal(await field(again, 'Landowner').getByRole('textbox').inputValue(), owner);
  await nothingCalledSafe(again);

  await sends(again, heard);
  assert.ok(!(await storedOn(again)).includes(owner), 'once it is sent nothing personal stays here');
  await again.getByRole('link', { name: 'Open the record' }).click();
  await again.getByRole('article').getByText('Reported, not reviewed: shown because danger counts').waitFor();
  await again.waitForFunction(
    (n) =>
      [...document.querySelectorAll('.legend-line')].some(
        (line) =>
          line.textContent?.startsWith('Reported, not reviewed') &&
          line.querySelector('.count')?.textContent === n,
      ),
    String(reported + 1),
  );
  await again.getByRole('button', { name: 'Back to the list' }).click();
  await openFromList(again, local);
  await forgetsAtSigningOut(again);
  await leave();
}

/** Without a connection it says so and keeps the draft; with one it goes out sealed and comes back as a number. */
async function sends(page: Page, heard: { readonly faults: string[] }): Promise<void> {
  const context = page.context();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText(/can't be reached\. The report is kept on this device/).waitFor();
  // the browser itself writes down that nobody answered
  const silence = heard.faults.splice(0);
  assert.ok(
    silence.every((f) => f.startsWith('Failed to load resource')),
    silence.join('\n'),
  );
  const request = page.waitForRequest((r) => r.url().endsWith('/api/reports'));
  // it goes out by itself
  await context.setOffline(false);
  const { reports } = (await request).postDataJSON();
  await page.getByRole('heading', { name: /^Received under number/ }).waitFor();
  heard.faults.splice(0);
  assert.equal(reports.length, 1);
  assert.ok(!JSON.stringify(reports[0].report).includes(owner), 'under a seal in the report');
  assert.ok(JSON.stringify(reports[0].personal).includes(owner), 'in clear beside it only');
}

const informant = 'Keeper of the mill';

/** What is personal in a draft, and who said it, leaves the machine with its writer; the rest of the draft stays. */
async function forgetsAtSigningOut(page: Page): Promise<void> {
  await page.goto('/?programme=orlia&screen=report');
  await page.getByRole('button', { name: /^Hazardous area/ }).click();
  await page.getByRole('textbox', { name: 'Source', exact: true }).fill('Left half done');
  await page.getByRole('textbox', { name: 'Said by', exact: true }).fill(informant);
  await page.getByRole('searchbox', { name: 'Find a field' }).fill('landowner');
  await field(page, 'Landowner').getByRole('textbox').fill(owner);
  await page.getByText('Draft kept on this device').waitFor();
  assert.ok((await storedOn(page)).includes(owner) && (await storedOn(page)).includes(informant));
  await page.getByRole('button', { name: 'Local administrator' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
  const left = await storedOn(page);
  assert.ok(!left.includes(owner) && !left.includes(informant) && left.includes('Left half done'));
  assert.equal(await page.getByRole('link', { name: 'New report' }).count(), 0, 'not for who may not report');
}

export async function disputesASize(place: Place): Promise<void> {
  const { page, leave } = await signedIn(place, { at: AT_THE_MAP });
  const list = await page.request.get('/api/hazardous-area?programme=orlia&disputed=false&limit=1000');
  const { rows } = await list.json();
  const row = rows.find(
    (r: { standing: string; values: Record<string, unknown> }) =>
      r.standing === 'live' && r.values.reported_area !== undefined,
  );
  assert.ok(row);
  const { view, entries } = await (await page.request.get(`/api/hazardous-area/${row.id}`)).json();
  const now = view.properties.find((p: { property: string }) => p.property === 'reported_area');
  const from = entries.find((e: { ref: { id: string } }) => e.ref.id === now.claim.report);
  const day: string = (from.entry.claims[now.claim.n].when ?? from.entry.when).to;
  const figure = row.values.reported_area * 2 + 1;

  await openFromList(page, row.values.local_id);
  await page.getByRole('button', { name: 'Report about this record' }).click();
  await page.getByRole('heading', { name: `Report about ${row.values.local_id}` }).waitFor();
  await page.getByRole('textbox', { name: 'Source', exact: true }).fill('Measured by the municipality');
  await page.getByRole('textbox', { name: 'Date of the information' }).fill(day);
  await page.getByRole('searchbox', { name: 'Find a field' }).fill('area as stated');
  const size = page.getByRole('group', { name: 'Area as stated', exact: true });
  await size.getByText(/^On record now: [\d,.]+ m²/).waitFor();
  await size.getByRole('textbox').first().fill(String(figure));
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: /^Received under number/ }).waitFor();
  const number = Number((await seen(page.getByRole('heading', { level: 1 }))).replace(/\D/g, ''));

  await decideOn(page, number, 'approve');
  await page.goto(`/?programme=orlia&screen=disputes&disputes.kind=hazardous-area&item=${row.id}`);
  const item = page.getByRole('article', { name: row.values.local_id });
  const written = (n: number) => `${n.toLocaleString('en-GB')} m²`;
  for (const n of [row.values.reported_area, figure])
    await item.locator('.voice-value').getByText(written(n), { exact: true }).first().waitFor();
  await item.getByText('Measured by the municipality').waitFor();
  await leave();
}

function field(page: Page, name: string): Locator {
  return page.getByRole('group', { name, exact: true });
}

/** All that this browser keeps of drafts, as text. */
function storedOn(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((done, fail) => {
        const asked = indexedDB.open('tilth-drafts');
        asked.onerror = () => fail(asked.error);
        asked.onsuccess = () => {
          const doing = asked.result.transaction(['drafts', 'personal']);
          const all = ['drafts', 'personal'].map((part) => doing.objectStore(part).getAll());
          doing.oncomplete = () => {
            asked.result.close();
            done(JSON.stringify(all.map((request) => request.result)));
          };
        };
      }),
  );
}
