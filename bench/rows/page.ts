/** The app on 11,000 areas: opened by somebody who has never been there, gone about in, panned and zoomed. */
import type { BrowserContext, Page } from 'playwright-core';
import { type OpenApp, openApp } from '../browser/app.ts';
import { type Traced, traced } from '../browser/tasks.ts';
import { madeRows } from '../made-rows.ts';
import { openOffice, PROGRAMME } from '../office.ts';
import type { Engine, Result } from '../result.ts';
import type { Row } from '../row.ts';
import { median } from '../times.ts';

const AREAS = 11_000;
const OPENED = 5;
const ROUNDS = 5;
const MAP = `/?programme=${PROGRAMME}&screen=map`;
/** The file that brings the map library; its worker is its own too. */
const LIBRARY = /\/assets\/(draw-map|maplibre)/;

export const pageRow: Row = {
  name: 'page',
  about: 'the app on 11,000 areas',
  async run({ engine, overlay, scale, say }) {
    const office = await openOffice(engine, overlay);
    try {
      say('filling the log');
      await office.fill(madeRows('areas', Math.round(AREAS * scale), office.asker.person ?? ''));
      say('building the app');
      const app = await openApp(office);
      try {
        say('opening it for the first time');
        const first = await opened(app, engine);
        const context = await app.visitor();
        const page = await context.newPage();
        await untilDrawn(page);
        say('going about');
        const about = await goneAbout(page, engine);
        await untilDrawn(page);
        say('panning and zooming');
        const panned = asPanned(await traced(page, () => panAndZoom(page)), engine);
        await context.close();
        return [...first, ...about, panned];
      } finally {
        await app.close();
      }
    } finally {
      await office.remove();
    }
  },
};

/** Goes to the map and waits until all that is in sight is drawn. */
async function untilDrawn(page: Page): Promise<void> {
  await page.goto(MAP);
  await page.locator('.scale').waitFor();
  await page.locator('.map-busy').waitFor({ state: 'hidden' });
  await page
    .getByRole('row', { name: /Area|HA-/ })
    .first()
    .waitFor();
}

async function opened(app: OpenApp, engine: Engine): Promise<readonly Result[]> {
  const times: number[] = [];
  let script = { before: 0, library: 0 };
  for (let n = 0; n < OPENED; n++) {
    const context = await app.visitor();
    const page = await context.newPage();
    const read = await scriptsOf(context, page);
    const began = performance.now();
    await untilDrawn(page);
    times.push((performance.now() - began) / 1000);
    script = read();
    await context.close();
  }
  const row = { row: 'page', engine } as const;
  return [
    {
      ...row,
      work: 'first load, cold, to a map and a list that stand',
      unit: 's',
      ours: median(times),
      all: times,
      aim: { most: 2.5 },
      note: 'nothing in the browser’s memory; until every tile in sight is drawn by software',
    },
    {
      ...row,
      work: 'script of the first load, compressed',
      unit: 'kB',
      ours: script.before,
      all: [script.before],
      aim: { most: 350 },
      note: `the map library is ${script.library.toFixed(0)} kB more`,
    },
  ];
}

/** How many kB of script cross the line from now on: `before`, without the map library, and `library`. */
async function scriptsOf(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page);
  const scripts = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (/\.m?js$/.test(new URL(response.url).pathname)) scripts.set(requestId, response.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytes.set(requestId, encodedDataLength),
  );
  await session.send('Network.enable');
  return () => {
    const sum = { before: 0, library: 0 };
    for (const [id, url] of scripts)
      sum[LIBRARY.test(url) ? 'library' : 'before'] += (bytes.get(id) ?? 0) / 1000;
    return sum;
  };
}

/** What is clicked, and what then stands there. */
const ways = [
  ['Today', '.rail a[href*="screen=today"]', '.today-card'],
  ['contradictions', '.rail a[href*="screen=disputes"]', 'main.whole h1'],
  ['ask about a place', '.rail a[href*="screen=place"]', 'main.whole h1'],
  ['a new report', '.rail a[href*="screen=report"]', 'main.whole h1'],
  ['the map and its list', '.rail a[href*="screen=map"]', '.grid-row[aria-busy="false"]'],
  ['an item', '.grid-row[aria-busy="false"]', 'article h1'],
  ['back to the list', 'article button', '.tabs:not([inert]) .grid-row[aria-busy="false"]'],
] as const;

async function goneAbout(page: Page, engine: Engine): Promise<readonly Result[]> {
  const names = new Map<string, number[]>();
  // in the first round each screen's own script is fetched
  const firstTimes: number[] = [];
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, from, to] of ways) {
      await page.locator(from).first().waitFor();
      const ms = await page.evaluate(untilThere, [from, to] as const);
      if (round === 0) firstTimes.push(ms);
      else names.set(name, [...(names.get(name) ?? []), ms]);
      await page.waitForTimeout(300);
    }
  const all = [...names.values()].flat();
  const each = [...names].map(([name, times]) => `${name} ${median(times).toFixed(0)}`).join(', ');
  return [
    {
      row: 'page',
      engine,
      work: 'later navigations, the slowest way',
      unit: 'ms',
      ours: Math.max(...[...names.values()].map(median)),
      all,
      aim: { most: 200 },
      note: `medians in ms: ${each}; all ways ${median(all).toFixed(0)}; the first time ${firstTimes.map((t) => t.toFixed(0)).join(', ')}`,
    },
  ];
}

/** Runs in the page: from the click until the next frame in which what was asked for stands and nothing is waited for. */
function untilThere([from, to]: readonly [string, string]): Promise<number> {
  const began = performance.now();
  const there = () => document.querySelector(to) !== null && document.querySelector('main .waiting') === null;
  const target = document.querySelector<HTMLElement>(from);
  if (target === null) throw new Error(`there is no ${from}`);
  target.click();
  return new Promise((done) => {
    const look = () => (there() ? done(performance.now() - began) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
}

/** Six drags to and fro and six steps into the map, as a hand would. */
async function panAndZoom(page: Page): Promise<void> {
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
  if (box === null) throw new Error('the map has no canvas');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (let drag = 0; drag < 6; drag++) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 30; step++) {
      await page.mouse.move(x + (drag % 2 ? -6 : 6) * step, y + ((drag % 3) - 1) * 3 * step);
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
    await page.waitForTimeout(500);
  }
  await page.mouse.move(x, y);
  for (let step = 0; step < 6; step++) {
    await page.mouse.wheel(0, -240);
    await page.waitForTimeout(600);
  }
}

function asPanned({ tasks, page_cpu_ms, gpu_cpu_ms }: Traced, engine: Engine): Result {
  const own = tasks.map((t) => t.ms - t.waited_ms);
  const whole = tasks.map((t) => t.ms);
  const [longest] = [...tasks].sort((a, b) => b.ms - a.ms);
  const share = (100 * gpu_cpu_ms) / (gpu_cpu_ms + page_cpu_ms);
  return {
    row: 'page',
    engine,
    work: 'panning and zooming 11,000 areas, the longest task of the page itself',
    unit: 'ms',
    ours: Math.max(...own),
    all: own.filter((ms) => ms > 50),
    aim: { most: 200 },
    note: `on a core at most ${Math.max(...tasks.map((t) => t.cpu_ms)).toFixed(0)} of it; with what it waits for the rasteriser ${Math.max(...whole).toFixed(0)} (of it waiting ${(longest?.waited_ms ?? 0).toFixed(0)}); ${whole.filter((ms) => ms > 50).length} tasks over 50 ms with waiting, ${own.filter((ms) => ms > 50).length} without; of the time on a core the rasteriser, in software here, has ${share.toFixed(0)} %`,
  };
}
