/** Checks the main screens with axe-core, by day, by night and with high contrast: nothing it knows to be a barrier. */
import assert from 'node:assert/strict';
import { invented } from '@tilth/web/report/photo.testing';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { AT_THE_MAP, type Place, signedIn } from './visitor.ts';

export async function hasNoBarriers(place: Place): Promise<void> {
  const { page, leave } = await signedIn(place, { at: AT_THE_MAP });
  await page.locator('.scale').waitFor();
  await page.evaluate(axe.source);
  const disputed = await page.request.get('/api/hazardous-area?programme=orlia&disputed=true&limit=1');
  const [row] = (await disputed.json()).rows;
  const screens: readonly (readonly [name: string, open: () => Promise<unknown>])[] = [
    ['the list', () => page.getByRole('row', { name: /OL-HA/ }).first().waitFor()],
    [
      'a condition being put together',
      async () => {
        await page.getByRole('button', { name: 'Filter', exact: true }).click();
        await page.getByRole('combobox', { name: 'Property' }).fill('Ordnance');
        await page.getByRole('option', { name: 'Ordnance', exact: true }).click();
        await page.getByRole('listbox', { name: 'Value' }).getByRole('option').first().click();
      },
    ],
    [
      'a list that is narrowed, with rows chosen',
      async () => {
        await page.getByRole('button', { name: 'Apply' }).click();
        await page.getByRole('button', { name: 'Show all' }).waitFor();
        await page.getByRole('button', { name: 'Show all' }).click();
        await page.getByRole('row', { name: /OL-HA/ }).first().waitFor();
        await page
          .getByRole('checkbox', { name: /^Choose OL/ })
          .first()
          .click();
        await page.getByRole('group', { name: '1 chosen' }).waitFor();
      },
    ],
    [
      'the columns of a list',
      async () => {
        await page.getByRole('button', { name: 'Choose none' }).click();
        await page.getByRole('button', { name: 'Columns' }).click();
        await page.getByRole('listbox', { name: 'Columns of the list' }).waitFor();
      },
    ],
    [
      'saved lists',
      async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Saved lists' }).click();
        await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).waitFor();
      },
    ],
    [
      'exports',
      async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Export' }).click();
        await page.getByRole('button', { name: 'Make it in the background' }).click();
        await page
          .getByRole('link', { name: /^Download \(/ })
          .first()
          .waitFor();
      },
    ],
    [
      'the list over the whole width',
      async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'The list over the whole width' }).click();
        await page.locator('.list-screen[data-wide]').waitFor();
        await page.getByRole('row', { name: /OL-HA/ }).first().waitFor();
      },
    ],
    [
      'the list beside the map again',
      async () => {
        await page.getByRole('button', { name: 'The list over the whole width' }).click();
        await page.locator('.list-screen:not([data-wide])').waitFor();
      },
    ],
    [
      'an item in dispute',
      async () => {
        await page.getByRole('searchbox', { name: 'Search' }).fill(row.values.local_id);
        await page.getByRole('row', { name: row.values.local_id }).click();
        await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
      },
    ],
    [
      'a contradiction, one of its claims chosen',
      async () => {
        await page.getByTestId('settle').first().click();
        await page.getByTestId('choose').locator('.choose-claim').first().click();
        await page.getByTestId('preview').waitFor();
      },
    ],
    [
      'two records to be made one',
      async () => {
        await page.getByTestId('more').click();
        await page.getByTestId('part-merge').click();
        await page.getByTestId('merge').waitFor();
      },
    ],
    [
      'claims to be moved',
      async () => {
        await page.goBack();
        await page.getByTestId('more').click();
        await page.getByTestId('part-move').click();
        await page.getByTestId('move').getByText('Some of them').click();
      },
    ],
    [
      'a copy of a record',
      async () => {
        await page.goBack();
        await page.getByTestId('more').click();
        await page.getByTestId('part-copy').click();
        await page.getByTestId('copy-sheet').waitFor();
      },
    ],
    [
      'a record on a page of its own',
      async () => {
        await page.goBack();
        await page.getByTestId('whole-page').click();
        await page.getByRole('button', { name: 'Beside the map' }).waitFor();
        await page.getByTestId('changed').first().waitFor();
      },
    ],
    [
      'totals',
      async () => {
        await page.getByRole('button', { name: 'Beside the map' }).click();
        await page.getByRole('button', { name: 'Back to the list' }).click();
        await page.getByRole('button', { name: 'Clear the search' }).click();
        await page.getByRole('tab', { name: 'Totals' }).click();
        await page.getByText('Land counted once').first().waitFor();
      },
    ],
    [
      'the queue',
      async () => {
        await page.getByRole('tab', { name: /^Review/ }).click();
        await page.getByRole('option').first().waitFor();
      },
    ],
    [
      'a report in review',
      async () => {
        await page.getByRole('option').first().click();
        await page.getByRole('button', { name: 'Approve' }).waitFor();
      },
    ],
    [
      'ground selected on the map',
      async () => {
        await page.goto('/?screen=map&programme=orlia&within=-18.6,-31.7,-18.2,-31.4');
        await page.getByRole('region', { name: 'On the selected ground' }).locator('dd').first().waitFor();
        await page.evaluate(axe.source);
      },
    ],
    [
      'the basemaps',
      async () => {
        await page.getByRole('button', { name: 'Basemap' }).click();
        await page.getByLabel('Who made it').waitFor();
      },
    ],
    [
      'a map sheet',
      async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Print a map sheet' }).click();
        await page.locator('.sheet-legend li').first().waitFor();
      },
    ],
    [
      'today',
      async () => {
        await page.getByRole('link', { name: 'Today' }).click();
        await page.locator('.today-card').first().waitFor();
      },
    ],
    [
      'the kinds to report on',
      async () => {
        await page.getByRole('link', { name: 'New report' }).click();
        await page.getByRole('button', { name: /^Victim/ }).waitFor();
      },
    ],
    [
      'a report form, all of it opened and something wrong in it',
      async () => {
        await page.getByRole('button', { name: /^Victim/ }).click();
        await page.getByRole('textbox', { name: 'Date of the information' }).fill('some time ago');
        for (const group of await page.locator('.report-group h3 button').all()) await group.click();
      },
    ],
    [
      'the settings, with a property being made',
      async () => {
        await page.getByRole('link', { name: 'Settings' }).click();
        await page.getByRole('button', { name: 'Add a property' }).click();
        await page.getByRole('textbox', { name: 'Label' }).fill('Alarm level');
        await page.getByRole('group', { name: 'Alarm level' }).waitFor();
      },
    ],
    [
      'who works in the programme',
      async () => {
        await page.getByRole('link', { name: 'People' }).click();
        await page.getByRole('button', { name: 'Invite somebody' }).waitFor();
      },
    ],
    [
      'a report to be issued',
      async () => {
        await page.goto('/?programme=orlia&screen=products');
        await page.getByRole('heading', { name: 'Weekly situation sheet' }).waitFor();
        await page.evaluate(axe.source);
      },
    ],
    [
      'what a report asks for',
      async () => {
        await page.getByRole('button', { name: 'Define…' }).click();
        await page.getByRole('button', { name: 'Add a figure' }).waitFor();
      },
    ],
    [
      'the dashboard, a table opened',
      async () => {
        await page.getByRole('link', { name: 'Dashboard' }).click();
        await page.locator('.chart-card svg rect').first().waitFor();
        await page.locator('.chart-table summary').first().click();
      },
    ],
    [
      'what is claimed of lifetimes, and what it would leave',
      async () => {
        await page.goto('/?programme=public-record&screen=lifetimes&lifetimes.k=10&lifetimes.n=100');
        await page.getByRole('heading', { name: 'By the published count' }).waitFor();
        await page.evaluate(axe.source);
      },
    ],
    [
      'what happened and what was said of it',
      async () => {
        await page.getByRole('link', { name: 'Accountability' }).click();
        await page.locator('.time-day').first().waitFor();
      },
    ],
    ...['Transfers', 'Promises', 'Allegations'].map(
      (part) =>
        [
          `accountability: ${part}`,
          async () => {
            await page.getByRole('tab', { name: part }).click();
            await page.getByRole('tabpanel', { name: part }).locator('.said-facts').first().waitFor();
          },
        ] as const,
    ),
    [
      'a file that was read',
      async () => {
        await page.goto('/?programme=orlia&screen=import');
        await page.getByRole('button', { name: 'Choose a file' }).waitFor();
        await page.evaluate(axe.source);
        const [mimeType, buffer] = ['text/csv', Buffer.from('HA ID,Type,Area (ha)\n1,SHA,2\n2,doubtful,3\n')];
        await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType, buffer });
        await page.getByRole('heading', { name: 'Its columns' }).waitFor();
      },
    ],
    [
      'what its columns mean',
      async () => {
        await page.getByRole('button', { name: 'Say what the columns mean' }).click();
        await page.getByRole('combobox', { name: 'What a row is about' }).fill('Hazardous areas');
        await page.getByRole('option', { name: 'Hazardous areas' }).click();
        await page.getByRole('heading', { name: 'Words and their codes' }).waitFor();
      },
    ],
    [
      'what would become of its rows',
      async () => {
        await page.getByRole('button', { name: 'Try it on every row' }).click();
        await page.getByRole('button', { name: /^Repaired/ }).click();
        await page.getByRole('cell', { name: 'Type', exact: true }).first().waitFor();
      },
    ],
    [
      'a list beside the record',
      async () => {
        await page.getByRole('link', { name: 'Reconcile' }).click();
        await page.getByRole('link', { name: 'list.csv' }).first().click();
        await page.getByRole('link', { name: '3. Compare' }).click();
        await page.getByRole('button', { name: 'Compare', exact: true }).click();
        await page.getByRole('heading', { name: 'What was found' }).waitFor();
      },
    ],
    [
      'a report of several records with a photo',
      async () => {
        await page.getByRole('link', { name: 'New report' }).click();
        await page.getByRole('button', { name: /^Accident/ }).click();
        await page.getByRole('button', { name: 'Add: Victim' }).click();
        const name = 'photo.jpg';
        const buffer = Buffer.from(invented([-18.8, -31.6], 1));
        await page
          .locator('input[type=file]')
          .first()
          .setInputFiles([{ name, mimeType: 'image/jpeg', buffer }]);
        await page.locator('.file-picture').waitFor();
      },
    ],
    [
      'the choice of a date',
      async () => {
        await page.getByRole('button', { name: 'Date of the information: pick' }).click();
        await page.getByRole('dialog').waitFor();
      },
    ],
    [
      'a dialog',
      async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /^Known/ }).click();
        await page.getByRole('dialog').waitFor();
      },
    ],
    [
      'the components',
      async () => {
        await page.goto('/styleguide');
        await page.locator('.specimen').first().waitFor();
        await page.evaluate(axe.source);
      },
    ],
  ];
  const found: string[] = [];
  for (const [name, open] of screens) {
    await open();
    for (const theme of ['light', 'dark', 'contrast'])
      found.push(...(await barriersOf(page, theme)).map((b) => `${name}, ${theme}: ${b}`));
  }
  assert.deepEqual(found, []);
  await leave();
}

/** What axe-core finds on the page as it stands, in the theme; its source is there already. */
export async function barriersOf(page: Page, theme: string): Promise<string[]> {
  await page.evaluate(async (t) => {
    document.documentElement.dataset.theme = t;
    // colours on their way from one theme to the next are nobody's; what is held or turns on and on is not waited for
    const ended = document.getAnimations().map((a) => a.finished.catch(() => null));
    const longest = new Promise((done) => setTimeout(done, 2_000));
    await Promise.race([Promise.all(ended), longest]);
  }, theme);
  // behind an open dialog nothing else can be reached; around it stand only the closing buttons of the library
  const { violations } = await page.evaluate<axe.AxeResults>(
    'axe.run(document.querySelector("[role=dialog]") ?? document, { resultTypes: ["violations"] })',
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join('; ')}`);
}
