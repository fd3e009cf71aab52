/** Somebody writing a report loses the network and loads the page anew: the draft is there, and nothing that is anybody’s is kept to show it. */
import assert from 'node:assert/strict';
import { type Place, signedIn, visit } from './visitor.ts';

const DRAFT = '01a00000-0000-7000-8000-00000000000f';
const FORM = `/?programme=orlia&screen=report&report.kind=hazard-report&report.draft=${DRAFT}`;

export async function opensWithoutTheServer(place: Place): Promise<void> {
  const name = 'Local administrator';
  await (await signedIn(place, { name })).leave();
  const { page, heard, leave } = await visit(place, { signedIn: true, serviceWorkers: 'allow' });
  const context = page.context();
  await context.addCookies([...(place.cookies.get(name) ?? [])]);
  await page.goto('/?programme=orlia&screen=report');
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(({ active }) => active !== null));
  await page.goto(FORM);
  await page.getByLabel('Source').first().fill('A village elder');
  await page.getByText('Draft kept on this device').first().waitFor();

  await context.setOffline(true);
  await page.reload();
  const source = page.getByLabel('Source').first();
  await source.waitFor();
  assert.equal(await source.inputValue(), 'A village elder', 'the draft is there');
  const kept = await page.evaluate(async () => {
    const addresses: string[] = [];
    for (const shelf of await caches.keys())
      for (const { url } of await (await caches.open(shelf)).keys()) addresses.push(new URL(url).pathname);
    return addresses;
  });
  assert.deepEqual(
    kept.filter((path) => path !== '/' && path !== '/mark.svg' && !path.startsWith('/assets/')),
    [],
    'nothing but the page and its files is kept',
  );
  assert.equal(await page.getByRole('button', { name }).count(), 0, 'nor who is signed in, by name');
  heard.faults.splice(0);

  await context.setOffline(false);
  await page.reload();
  await page.getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
  place.cookies.delete(name);
  const left = await page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const asked = indexedDB.open('tilth-at-hand');
        asked.onerror = () => fail(asked.error);
        asked.onsuccess = () => {
          const all = asked.result.transaction('answers').objectStore('answers').getAllKeys();
          all.onsuccess = () => done(all.result.filter((key) => key === 'me').length);
        };
      }),
  );
  assert.equal(left, 0, 'after signing out nobody is at hand');
  await leave();
}
