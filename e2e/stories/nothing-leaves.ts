/**
 * Every screen is opened, in a wide window and with all there is to press on the way, and every request written down: none
 * goes to another machine. The answers themselves forbid it too: scripts, fonts, tiles and questions come from here alone.
 */
import assert from 'node:assert/strict';
import { AT_THE_MAP, drawn, type Place, signedIn } from './visitor.ts';

export async function asksNobodyElse(place: Place): Promise<void> {
  const { page, heard, leave } = await signedIn(place, { at: AT_THE_MAP });
  await drawn(page);
  const rail = await page
    .locator('.rail a')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
  assert.ok(rail.length > 5, rail.join(' '));
  const list = await page.request.get('/api/hazardous-area?programme=orlia&limit=1');
  const { id } = (await list.json()).rows[0];
  const addresses = [
    ...rail,
    '/?programme=orlia&screen=map&show=review',
    `/?programme=orlia&screen=map&item=${id}`,
    `/?programme=orlia&screen=item&item=${id}`,
    '/?programme=orlia&screen=sheet',
    '/?programme=orlia&screen=disputes&lang=ar',
    '/styleguide',
    '/sign-in',
  ];
  for (const address of addresses) {
    await page.goto(address);
    await page.locator('main').waitFor();
    await page.locator('main:not(.styleguide) .waiting').first().waitFor({ state: 'detached' });
    if ((await page.locator('.map').count()) > 0) await drawn(page);
    await page.waitForLoadState('networkidle');
  }
  const elsewhere = heard.requests.filter((url) => {
    const { protocol, origin } = new URL(url);
    return !['data:', 'blob:'].includes(protocol) && origin !== place.tilth.url;
  });
  assert.deepEqual(elsewhere, []);
  assert.ok(
    heard.requests.some((url) => url.endsWith('.mvt') || url.includes('.mvt?')),
    'maps were drawn',
  );
  assert.deepEqual(heard.faults, [], 'nothing was refused by the policy either');

  await forbidsIt(place, heard.requests);
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = "yes"';
    document.body.append(script);
  });
  assert.equal(await page.locator('html[data-ran]').count(), 0, 'a script within the page does not run');
  // what the browser wrote down of that is what was meant
  heard.faults.splice(0);
  await leave();
}

/** What each sort of answer says about where the page may ask, load and run from. */
async function forbidsIt({ tilth }: Place, requests: readonly string[]): Promise<void> {
  const one = (part: string) => requests.find((url) => url.includes(part)) ?? assert.fail(part);
  for (const url of [`${tilth.url}/`, one('/assets/'), one('/api/'), one('/tiles/')]) {
    const { headers } = await fetch(url);
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(/\s+/);
        return [name, sources] as const;
      }),
    );
    const from = (name: string) => policy.get(name) ?? assert.fail(`${url} says nothing of ${name}`);
    assert.deepEqual(from('default-src'), ["'self'"]);
    assert.deepEqual(from('script-src'), ["'self'", "'wasm-unsafe-eval'"]);
    assert.deepEqual(from('style-src'), ["'self'"]);
    assert.deepEqual(from('font-src'), ["'self'"]);
    assert.deepEqual(from('worker-src'), ["'self'"]);
    for (const [name, sources] of policy)
      assert.ok(!sources.includes("'unsafe-inline'") && !sources.includes("'unsafe-eval'"), name);
  }
}
