/** Somebody signs out in one tab, without the server: every tab forgets at once, and the server hears of it when it is back. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type Place, signedIn } from './visitor.ts';

const DRAFT = '01a00000-0000-7000-8000-00000000001f';
const FORM = `/?programme=orlia&screen=report&report.kind=hazard-report&report.draft=${DRAFT}`;
const INFORMANT = 'An elder of the village';

/** How many drafts have something apart on this machine. */
const keptApart = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const asked = indexedDB.open('tilth-drafts');
        asked.onerror = () => fail(asked.error);
        asked.onsuccess = () => {
          const all = asked.result.transaction('personal').objectStore('personal').count();
          all.onsuccess = () => {
            asked.result.close();
            done(all.result);
          };
        };
      }),
  );

export async function signsOutOfEveryTab(place: Place): Promise<void> {
  const name = 'Local administrator';
  const { page, heard, leave } = await signedIn(place, { name });
  const context = page.context();
  const other = await context.newPage();
  await other.goto(FORM);
  await other.getByLabel('Said by').first().fill(INFORMANT);
  await other.getByText('Draft kept on this device').first().waitFor();
  assert.equal(await keptApart(page), 1);

  await context.setOffline(true);
  await page.getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  for (const tab of [page, other]) {
    await tab.getByRole('heading', { name: 'You are signed out on this device' }).waitFor();
    await tab.getByText('your session there is still open').waitFor();
    assert.equal(await tab.getByLabel('Said by').count(), 0);
  }
  assert.equal(await keptApart(page), 0, 'nothing personal is left on this machine');

  const before = await context.cookies();
  await context.setOffline(false);
  for (const tab of [page, other]) await tab.getByRole('link', { name: 'Sign in' }).first().waitFor();
  await context.addCookies(before);
  const { person } = await (await page.request.get('/api/me')).json();
  assert.equal(person, null, 'the session has ended at the server, not only its cookie');
  place.cookies.delete(name);
  // that nobody answered is what the browser wrote down
  heard.faults.splice(0);
  await leave();
}
