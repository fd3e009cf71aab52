/**
 * An accident with two victims and a photo: the tab is killed in mid-form, everything is there again, the photo too; it is sent
 * while the server is away and goes out by itself, once. A reviewer sends it back, its author corrects it, and the
 * correction names what it corrects.
 */
import assert from 'node:assert/strict';
import { invented } from '@tilth/web/report/photo.testing';
import type { Locator, Page } from 'playwright-core';
import { decideOn } from './decide-on.ts';
import { nothingCalledSafe, type Place, seen, signedIn } from './visitor.ts';

/** invented, as everybody in the sample is */
const names = ['Ondra Seviltan', 'Mirel Ataquen'];
const photo = {
  name: 'Ondra.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from(invented([-18.8281, -31.6021], 6)),
};

export async function reportsAnAccident(place: Place): Promise<void> {
  const { page, heard, leave } = await signedIn(place);
  await page.getByRole('button', { name: /^Accident/ }).click();
  await page.getByRole('textbox', { name: 'Source', exact: true }).fill('Police report 4');
  await page.getByRole('textbox', { name: 'Date of the information' }).fill('14 February 2026');
  await field(page, 'When').getByRole('textbox').fill('2026-02-14');
  await field(page, 'Where').getByLabel('Positions, one a line').fill('-31.602, -18.828');
  await field(page, 'Where').getByLabel('Accuracy, in metres').fill('20');
  for (const [i, name] of names.entries()) {
    await page.getByRole('button', { name: 'Add: Victim' }).click();
    const victim = page.getByRole('region', { name: `Victim ${i + 1}` });
    await field(victim, 'Name').getByRole('textbox').fill(name);
    await chooses(victim, 'Outcome', i === 0 ? 'Killed' : 'Injured');
  }
  // of who was killed it is asked when, of who was injured it is not
  const [first, second] = names.map((_, i) => page.getByRole('region', { name: `Victim ${i + 1}` }));
  assert.ok(first && second);
  for (const victim of [first, second])
    await victim.getByRole('button', { name: /^More, if you know it/ }).click();
  await field(first, 'Died on').getByRole('textbox').fill('February 2026');
  assert.equal(await field(second, 'Died on').count(), 0);

  await page.locator('input[type=file]').first().setInputFiles([photo]);
  const row = page.getByRole('listitem').filter({ hasText: photo.name });
  await row.getByText(/Sent without what the camera wrote into it/).waitFor();
  await row.getByRole('button', { name: /^Take where it was taken as the place: 31\.602/ }).waitFor();
  await page.getByText('Draft kept on this device').waitFor();
  await nothingCalledSafe(page);

  // the tab's process dies at once: nothing of it runs any more
  const again = await page.context().newPage();
  await page.goto('chrome://crash').catch((error: Error) => assert.match(error.message, /crash/i));
  await page.close();
  await again.goto('/?programme=orlia&screen=report');
  await again.getByRole('button', { name: /^Go on with Accident/ }).click();
  for (const [i, name] of names.entries()) {
    const victim = again.getByRole('region', { name: `Victim ${i + 1}` });
    await victim.waitFor();
    assert.equal(await field(victim, 'Name').getByRole('textbox').inputValue(), name);
  }
  await again.getByRole('listitem').filter({ hasText: photo.name }).locator('img').waitFor();

  const number = await sendsOnceItIsBack(again, heard);
  await corrects(again, number);
  await leave();
}

/** Sent while nobody answers, it waits; when the server is back it goes out without a hand on it. The receipt's number. */
async function sendsOnceItIsBack(page: Page, heard: { readonly faults: string[] }): Promise<number> {
  const puts: string[] = [];
  page.on('request', (r) => {
    if (r.method() === 'PUT') puts.push(r.url());
  });
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText(/goes out by itself when the server is back/).waitFor();
  // the browser itself writes down that nobody answered
  heard.faults.splice(0);
  puts.splice(0);
  const request = page.waitForRequest((r) => r.url().endsWith('/api/reports'));
  await page.context().setOffline(false);
  const { reports } = (await request).postDataJSON();
  const heading = page.getByRole('heading', { name: /^Received under number/ });
  await heading.waitFor();
  heard.faults.splice(0);
  const [{ report, personal }] = reports;
  assert.deepEqual(
    report.items.map((i: { kind: string }) => i.kind),
    ['accident', 'victim', 'victim'],
  );
  assert.equal(report.attachments.length, 1);
  assert.ok(puts.length >= 1 && puts.every((url) => url.includes(report.attachments[0].capture)));
  const said = JSON.stringify(report);
  assert.ok(!said.includes(photo.name), 'what a file is called stays here');
  for (const name of names) {
    assert.ok(!said.includes(name), 'under a seal in the report');
    assert.ok(JSON.stringify(personal).includes(name), 'in clear beside it only');
  }
  const stored = await (await page.request.get(`/api/captures/${report.attachments[0].capture}`)).body();
  assert.ok(!stored.includes('Telephone of somebody'), 'without what the telephone wrote');
  await page.getByText('Digest of the report').waitFor();
  const [victim] = report.items.slice(1);
  const { view } = await (await page.request.get(`/api/victim/${victim.id}`)).json();
  const linked = view.properties.find((p: { property: string }) => p.property === 'accident');
  assert.equal(linked.value.item, report.items[0].id);
  return Number((await seen(heading)).replace(/\D/g, ''));
}

async function corrects(page: Page, number: number): Promise<void> {
  const report = await decideOn(page, number, 'return', 'Which village?');
  const { report: wrong } = await (await page.request.get(`/api/reports/${report}?programme=orlia`)).json();
  await page.goto(`/?programme=orlia&screen=item&kind=accident&item=${wrong.items[0].id}`);
  await page.locator(`#receipt-${number}`).getByRole('button', { name: 'Correct this report' }).click();
  await page.getByRole('heading', { name: /^Correction of report/ }).waitFor();
  assert.equal(
    await page.getByRole('textbox', { name: 'Source', exact: true }).inputValue(),
    'Police report 4',
  );
  const first = page.getByRole('region', { name: 'Victim 1' });
  assert.equal(await field(first, 'Name').getByRole('textbox').inputValue(), names[0]);
  await page.getByText('File of the earlier report').waitFor();
  await page.getByRole('textbox', { name: 'Source', exact: true }).fill('Police report 4, second sheet');
  const request = page.waitForRequest((r) => r.url().endsWith('/api/reports'));
  await page.getByRole('button', { name: 'Send' }).click();
  const [{ report: sent }] = (await request).postDataJSON().reports;
  await page.getByRole('heading', { name: /^Received under number/ }).waitFor();
  assert.deepEqual(
    sent.corrects.map((r: { id: string }) => r.id),
    [report],
  );
  assert.notEqual(sent.id, report);
}

function field(within: Page | Locator, name: string): Locator {
  return within.getByRole('group', { name, exact: true });
}

/** Types into the box of a list of codes and takes what fits. */
async function chooses(within: Locator, name: string, text: string): Promise<void> {
  const box = field(within, name).getByRole('combobox');
  await box.fill(text);
  await within.page().getByRole('option', { name: text }).first().click();
}
