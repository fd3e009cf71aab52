/** A list of 100,000 rows scrolled through by the wheel, as fast as a hand turns it. */
import type { Page } from 'playwright-core';
import { openApp } from '../browser/app.ts';
import { traced } from '../browser/tasks.ts';
import { madeRows } from '../made-rows.ts';
import { openOffice, PROGRAMME } from '../office.ts';
import type { Row } from '../row.ts';
import { median, quantile } from '../times.ts';

const ROWS = 100_000;
const TURNS = 5;

export const scrollRow: Row = {
  name: 'scroll',
  about: 'a list of 100,000 rows, scrolled',
  async run({ engine, overlay, scale, say }) {
    const office = await openOffice(engine, overlay);
    try {
      const rows = Math.round(ROWS * scale);
      say(`filling the log with ${rows} accidents`);
      await office.fill(madeRows('accidents', rows, office.asker.person ?? ''));
      say('building the app');
      const app = await openApp(office);
      try {
        const context = await app.visitor();
        const page = await context.newPage();
        await page.goto(`/?programme=${PROGRAMME}&screen=map&kind=accident`);
        await page.locator('.grid-row[aria-busy="false"]').first().waitFor();
        await page.locator('.map-busy').waitFor({ state: 'hidden' });
        say('scrolling');
        const seen: number[] = [];
        let frames = 0;
        let gaps: readonly number[] = [];
        const { tasks, page_cpu_ms } = await traced(page, async () => {
          for (let turn = 0; turn < TURNS; turn++) {
            gaps = await scrolled(page);
            frames += gaps.length;
            seen.push((1000 * gaps.length) / gaps.reduce((a, b) => a + b, 0));
          }
        });
        await context.close();
        return [
          {
            row: 'scroll',
            engine,
            work: scrollRow.about,
            unit: 'frames/s',
            ours: median(seen),
            all: seen,
            aim: { least: 50 },
            note: `between frames, of the last turn: median ${median(gaps).toFixed(0)} ms, 99th percentile ${quantile(gaps, 0.99).toFixed(0)} ms; the page’s own thread was on a core ${(page_cpu_ms / frames).toFixed(1)} ms a frame, longest task ${Math.max(...tasks.map((t) => t.ms)).toFixed(0)} ms; the screen makes 60 frames/s at most`,
          },
        ];
      } finally {
        await app.close();
      }
    } finally {
      await office.remove();
    }
  },
};

/** Milliseconds between the frames while the wheel turns for three seconds. */
async function scrolled(page: Page): Promise<readonly number[]> {
  const box = await page.locator('[role=grid]').boundingBox();
  if (box === null) throw new Error('there is no list');
  const session = await page.context().newCDPSession(page);
  await page.evaluate(beginCounting);
  await session.send('Input.synthesizeScrollGesture', {
    x: Math.round(box.x + box.width / 2),
    y: Math.round(box.y + box.height / 2),
    yDistance: -12_000,
    speed: 4000,
    gestureSourceType: 'mouse',
  });
  await session.detach();
  return page.evaluate(endCounting);
}

/** Runs in the page: marks each frame. */
function beginCounting(): void {
  performance.clearMarks('bench-frame');
  const frame = () => {
    performance.mark('bench-frame');
    document.documentElement.dataset.counts = String(requestAnimationFrame(frame));
  };
  frame();
}

/** Runs in the page: the milliseconds between the marks. */
function endCounting(): number[] {
  cancelAnimationFrame(Number(document.documentElement.dataset.counts));
  const marks = performance.getEntriesByName('bench-frame').map((m) => m.startTime);
  return marks.slice(1).map((at, i) => at - (marks[i] ?? at));
}
