/**
 * An administrator makes a list of codes and a property of the programme's own; a collector finds them in the form, fills
 * them in and finds them in the list and the export; taking the property back and undoing that leaves nothing lost.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { AT_THE_MAP, type Place, signedIn } from './visitor.ts';

const name = 'Radio post of the ridge';

export async function setsItsOwn(place: Place): Promise<void> {
  const { page, leave } = await signedIn(place, { at: AT_THE_MAP });
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Codes' }).click();
  await page.getByRole('textbox', { name: 'Or a new list, called' }).fill('Alarm levels');
  await page.getByRole('button', { name: 'Begin it' }).click();
  await page.getByRole('textbox', { name: 'Label' }).fill('Very high');
  assert.equal(await page.getByRole('textbox', { name: 'Code', exact: true }).inputValue(), 'very-high');
  const add = page.getByRole('button', { name: 'Add a code' });
  assert.ok(await add.isDisabled(), 'not without a reason');
  await page.getByRole('textbox', { name: 'Why' }).fill('The radio room ranks alarms');
  await add.click();
  await page.getByText('On record.').waitFor();

  await page.getByRole('link', { name: 'Own properties' }).click();
  await page.getByRole('button', { name: 'Add a property' }).click();
  await choose(page, 'Kind of record', 'Contribution');
  await page.getByRole('textbox', { name: 'Label' }).fill('Alarm level');
  await page.getByRole('button', { name: /What it holds/ }).click();
  await page.getByRole('option', { name: 'A code of a list' }).click();
  await choose(page, 'List of codes', 'Alarm levels');
  const effect = page.getByRole('region', { name: 'What comes of it' });
  await effect.getByRole('group', { name: 'Alarm level' }).waitFor();
  await effect.getByText('alarm_level').waitFor();
  await page.getByRole('textbox', { name: 'Why' }).fill('The donors ask for it');
  await page.getByRole('button', { name: 'Add a property' }).click();
  await page.getByText('On record.').waitFor();
  await page.getByRole('button', { name: 'Change Alarm level' }).waitFor();

  await collectorUsesIt(place, page);

  await page.getByRole('link', { name: 'History' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: 'The donors ask for it' });
  await entry.getByText('Local administrator').waitFor();
  await page.getByRole('button', { name: /^Take back Contribution: Alarm level/ }).click();
  await page.getByRole('textbox', { name: 'Why' }).fill('A trial');
  await page.getByRole('button', { name: 'Take back', exact: true }).click();
  await page.getByText('Contribution: Alarm level: taken back').waitFor();
  assert.equal((await exported(page)).includes('alarm_level'), false);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Undone at once' }).waitFor();
  assert.match(await exported(page), /alarm_level/u);
  assert.match(await exported(page), /very-high/u, 'what reports said of it was never lost');
  await fits(page, { width: 390, height: 844 }, '100%');
  await fits(page, { width: 1024, height: 768 }, '200%');
  await leave();
}

async function collectorUsesIt(place: Place, administrator: Page): Promise<void> {
  const { page, leave } = await signedIn(place, { at: AT_THE_MAP, name: 'Sample: data entry' });
  assert.equal(await page.getByRole('link', { name: 'Settings' }).count(), 0, 'only for administrators');
  await page.getByRole('link', { name: 'New report' }).click();
  await choose(page, 'Any other kind of record', 'Contribution');
  await page.getByRole('textbox', { name: 'Source', exact: true }).fill('Call by radio');
  await page.getByRole('textbox', { name: 'Date of the information' }).fill('March 2026');
  await find(page, 'Name');
  await page.getByRole('group', { name: 'Name', exact: true }).getByRole('textbox').fill(name);
  await find(page, 'Alarm level');
  await choose(page, 'Alarm level', 'Very high');
  const sent = page.waitForRequest((r) => r.url().endsWith('/api/reports'));
  await page.getByRole('button', { name: 'Send' }).click();
  const { reports } = (await sent).postDataJSON();
  await page.getByRole('heading', { name: /^Received under number/ }).waitFor();

  await approves(administrator, reports[0].report.id);
  await page.goto(`/?programme=orlia&screen=map&kind=contribution&q=${encodeURIComponent(name)}`);
  const row = page.getByRole('row', { name });
  await row.getByText('Very high').waitFor();
  const file = await exported(page);
  assert.match(file.split('\n').find((line) => line.includes('local_id')) ?? '', /alarm_level/u);
  assert.match(file.split('\n').find((line) => line.includes(name)) ?? '', /very-high/u);
  const found = await page.request.get('/api/contribution?programme=orlia&alarm_level=very-high');
  assert.equal((await found.json()).matched, 1);
  await leave();
}

async function approves(page: Page, report: string): Promise<void> {
  const { origin } = new URL(page.url());
  const queue = await page.request.get(`/api/queue?programme=orlia&report=${report}`);
  const { number } = (await queue.json()).reports[0];
  const answer = await page.request.post('/api/queue/approve', {
    headers: { origin },
    data: {
      programme: 'orlia',
      filter: { report },
      up_to: number,
      batch: { from: number, to: number },
      reason: 'Called back',
    },
  });
  assert.equal((await answer.json()).reports, 1, await answer.text());
}

async function exported(page: Page): Promise<string> {
  return (await page.request.get('/api/export/contribution?programme=orlia&format=csv')).text();
}

/** Types into a box that suggests, and takes what fits. */
async function choose(page: Page, box: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: box }).fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function find(page: Page, label: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a field' }).fill(label);
  await page.getByRole('group', { name: label, exact: true }).waitFor();
}

/** On a telephone, and at twice the text: no part of the settings reaches beyond the page. */
async function fits(page: Page, size: { width: number; height: number }, text: string): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, text);
  const parts = page.getByRole('navigation', { name: 'Settings' }).getByRole('link');
  for (const part of await parts.all()) {
    await part.click();
    const beyond = await page.evaluate(() => {
      const main = document.querySelector('main');
      return main === null ? 0 : main.scrollWidth - main.clientWidth;
    });
    assert.ok(beyond <= 1, `${await part.textContent()}, ${size.width} px, ${text}: ${beyond} px too wide`);
  }
}
