/**
 * A person with a browser of their own, and everything written down that crossed the network or went wrong meanwhile.
 * `Place` is one running Tilth with its sample, shared by all stories of a file.
 */
import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Cookie, Locator, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { type Running, startTilth } from '../server.ts';

/** For machines far slower than any of ours: what is waited for is an event, never a span of time. */
export const PATIENCE = 90_000;

export interface Heard {
  readonly requests: string[];
  /** errors on the console, among them violations of the CSP, and exceptions nobody caught */
  readonly faults: string[];
  readonly bodies: Promise<{ readonly url: string; readonly bytes: Buffer }>[];
}

export interface Place {
  readonly tilth: Running;
  readonly browser: Browser;
  /** of every visitor so far; those of people signed in say so */
  readonly heard: { readonly signedIn: boolean; readonly heard: Heard }[];
  /** what whoever signed in was given, by name */
  readonly cookies: Map<string, readonly Cookie[]>;
}

/** Starts Tilth, then a browser: one left open would keep a test that could not begin from ending. */
export async function openPlace(): Promise<Place & { close(): Promise<void> }> {
  const tilth = await startTilth();
  const browser = await openBrowser().catch(async (error: unknown) => {
    await tilth.stop();
    throw error;
  });
  return {
    tilth,
    browser,
    heard: [],
    cookies: new Map(),
    async close() {
      await browser.close();
      await tilth.stop();
    },
  };
}

/** What crossed the network and what went wrong in all visits, judged at the end of a file of stories. */
export function nothingLeftTheMachine({ tilth, heard }: Place): void {
  const requests = heard.flatMap((h) => h.heard.requests);
  assert.ok(requests.length > 100);
  const elsewhere = requests.filter(
    (url) => !['data:', 'blob:'].includes(new URL(url).protocol) && new URL(url).origin !== tilth.url,
  );
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(
    heard.flatMap((h) => h.heard.faults),
    [],
  );
}

export interface Visitor {
  readonly page: Page;
  readonly heard: Heard;
  leave(): Promise<void>;
}

export interface Wish extends BrowserContextOptions {
  readonly signedIn?: boolean;
}

/** Opens a browser window of its own, on a wide screen unless wished otherwise. Nothing is kept from one to the next. */
export async function visit(
  { tilth, browser, heard: all }: Place,
  { signedIn = false, ...wish }: Wish = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: tilth.url,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // every visitor is new here: the files of the app would be fetched twice each time (opens-offline.ts allows it)
    serviceWorkers: 'block',
    ...wish,
  });
  context.setDefaultTimeout(PATIENCE);
  context.setDefaultNavigationTimeout(PATIENCE);
  const heard: Heard = { requests: [], faults: [], bodies: [] };
  all.push({ signedIn, heard });
  context.on('request', (request) => heard.requests.push(request.url()));
  context.on('console', (message) => {
    if (message.type() === 'error') heard.faults.push(message.text());
  });
  context.on('weberror', (error) => heard.faults.push(String(error.error())));
  context.on('response', (response) => {
    const url = response.url();
    heard.bodies.push(
      response.body().then(
        (bytes) => ({ url, bytes }),
        // an answer without a body, or one the page gave up waiting for
        () => ({ url, bytes: Buffer.alloc(0) }),
      ),
    );
  });
  return { page: await context.newPage(), heard, leave: () => context.close() };
}

export const AT_THE_MAP = '/?programme=orlia&screen=map';

/**
 * Somebody who is signed in: in a window of their own, by a fresh link made by the command line of the same Tilth, or with the
 * session of a story before this one where nobody has signed out since. Where no address is given it is the lightest screen:
 * a map takes seconds to draw.
 */
export async function signedIn(
  place: Place,
  {
    at = '/?programme=orlia&screen=report',
    name = 'Local administrator',
  }: { readonly at?: string; readonly name?: string } = {},
): Promise<Visitor> {
  const visitor = await visit(place, { signedIn: true });
  const { page } = visitor;
  await page.context().addCookies([...(place.cookies.get(name) ?? [])]);
  const { person } = await (await page.request.get('/api/me')).json();
  if (person === null) {
    const made = await place.tilth.run('sign-in', name, '--json');
    assert.equal(made.status, 0, made.err);
    const { hash } = new URL(JSON.parse(made.out).link);
    await page.goto(`/sign-in${hash}`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name }).waitFor();
    place.cookies.set(name, await page.context().cookies());
  }
  await page.goto(at);
  await page.getByRole('button', { name }).waitFor();
  return visitor;
}

/** Until everything on record in sight is drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('.scale').waitFor();
  await page.locator('.map-busy').waitFor({ state: 'hidden' });
}

/** What can be seen of it as text, laid out: not what is hidden. */
export async function seen(place: Locator): Promise<string> {
  return (await place.allInnerTexts()).join('\n');
}

/** Types into the search box of the list and opens the row that carries the text. */
export async function openFromList(page: Page, text: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: 'Search' }).fill(text);
  await page.getByRole('row', { name: text }).click();
  const item = page.getByRole('article');
  await item.getByRole('heading', { level: 1, name: text }).waitFor();
  return item;
}

/** One property of an open item: its label, values and voices. */
export function propertyOf(item: Locator, label: string): Locator {
  return item.locator('.property').filter({ has: item.page().locator('dt', { hasText: label }) });
}

/** The count beside a sign of the legend. */
export async function counted(page: Page, sign: string): Promise<number> {
  const line = page.locator('.legend-line').filter({ has: page.getByText(sign, { exact: true }) });
  return Number((await seen(line.locator('.count'))).replaceAll(',', ''));
}

const standing = 'Absence of a record is not evidence of safety.';

/** No land is ever called safe: on no screen does the word stand, but in the sentence that denies it. */
export async function nothingCalledSafe(page: Page): Promise<void> {
  const labels = await page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')].flatMap((e) =>
      ['aria-label', 'title', 'alt', 'placeholder'].map((a) => e.getAttribute(a) ?? ''),
    );
    return [document.title, ...named].join('\n');
  });
  // what a kind or a property means may be told in a hint, and those deny it too
  const left = `${await seen(page.locator('body'))}\n${labels}`
    .replaceAll(standing, '')
    .replaceAll('It is never called safe.', '')
    .replaceAll('“Nothing seen” does not make the place safe.', '');
  assert.doesNotMatch(left, /.{0,60}\b(un)?safe(ly|r|ty)?\b.{0,60}/i, page.url());
}

/** How many pixels of a part of the page come near each colour (`#rrggbb`). */
export async function pixelsOf(
  page: Page,
  part: { x: number; y: number; width: number; height: number },
  colours: readonly string[],
): Promise<number[]> {
  const png = (await page.screenshot({ clip: part })).toString('base64');
  return page.evaluate(
    async ({ png, colours }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
      return colours.map((colour) => {
        const wanted = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
        let found = 0;
        for (let i = 0; i < data.length; i += 4)
          if (wanted.every((c, k) => Math.abs(c - (data[i + k] ?? 0)) <= 28)) found += 1;
        return found;
      });
    },
    { png, colours },
  );
}

/** Where the map can be seen without legend and controls: its middle. */
export async function middleOfMap(page: Page) {
  const box = await page.locator('.map canvas').boundingBox();
  assert.ok(box, 'the map stands');
  return { x: box.x + 310, y: box.y + 60, width: box.width - 360, height: box.height - 140 };
}
