/** A basemap of one's own: its address is asked for pictures, and nothing else is; without it nothing leaves the machine. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drawn, PATIENCE, type Place } from './visitor.ts';

/** A picture of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

async function served(asked: string[]): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, reply) => {
    asked.push(request.url ?? '');
    reply.writeHead(200, { 'content-type': 'image/png', 'access-control-allow-origin': '*' }).end(PICTURE);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export async function usesOwnBasemap(place: Place): Promise<void> {
  const asked: string[] = [];
  const elsewhere: string[] = [];
  const [own, other] = await Promise.all([served(asked), served(elsewhere)]);
  // a browser of its own: what it asks of the basemap is meant to leave the page
  const context = await place.browser.newContext({
    baseURL: place.tilth.url,
    locale: 'en-GB',
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const mayFetch = (address: string) =>
    page.evaluate(
      (url) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => true,
          () => false,
        ),
      address,
    );
  await page.goto('/?screen=map&programme=orlia&map=9/-31.6/-18.3');
  await drawn(page);
  assert.equal(await mayFetch(`${own.origin}/topo/0/0/0.png`), false, 'nothing before it is entered');
  await page.getByRole('button', { name: 'Basemap' }).click();
  await page.getByLabel('Name of the basemap').fill('Topography');
  await page.getByLabel('Address').fill(`${own.origin}/topo/{z}/{x}/{y}.png`);
  await page.getByLabel('Who made it').fill('© The survey office');
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.locator('.map-attribution').getByText('© The survey office').waitFor();
  await drawn(page);
  assert.ok(
    asked.length > 0 && asked.every((path) => /^\/topo\/\d+\/\d+\/\d+\.png$/.test(path)),
    asked.join(' '),
  );
  assert.equal(await mayFetch(`${own.origin}/elsewhere.png`), false, 'only the folder that was entered');
  assert.equal(await mayFetch(`${other.origin}/topo/0/0/0.png`), false, 'no other address');
  assert.deepEqual(elsewhere, []);

  // the map stays as it was while another screen is open: its view, its ground, and the very canvas
  const canvas = page.locator('.map canvas');
  await canvas.evaluate((c) => c.setAttribute('data-before', 'yes'));
  const view = () => new URL(page.url()).searchParams.get('map');
  const before = view();
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await canvas.waitFor({ state: 'detached' });
  await page.goBack();
  await drawn(page);
  assert.deepEqual([await canvas.getAttribute('data-before'), view()], ['yes', before]);
  await page.locator('.map-attribution').getByText('© The survey office').waitFor();

  // forgotten, the page is no longer let through to it
  await page.getByRole('button', { name: 'Basemap' }).click();
  await page.getByRole('button', { name: 'Forget Topography' }).click();
  await page.keyboard.press('Escape');
  await page.locator('.map-attribution').waitFor({ state: 'detached' });
  await page.reload();
  await drawn(page);
  assert.equal(await mayFetch(`${own.origin}/topo/0/0/0.png`), false);
  await context.close();
  own.server.close();
  other.server.close();
}
