/**
 * What holds of every screen, taken from the registry of screens, so that none can be forgotten: axe-core finds no barrier by day,
 * by night and with high contrast; Tab reaches everything that can be pressed, shows where it is and comes round; with text of
 * twice the size and on a telephone, in both directions, nothing reaches beyond the page. States further in: barriers.ts.
 */
import assert from 'node:assert/strict';
import { type ScreenId, screenIds, shows } from '@tilth/web/address';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { barriersOf } from './barriers.ts';
import { nothingCalledSafe, type Place, signedIn } from './visitor.ts';

interface Stop {
  readonly name: string;
  readonly path: string;
}

/** What a screen needs in its address to show anything; the others are whole without. */
async function begunWith(page: Page): Promise<Partial<Record<ScreenId, string>>> {
  const found = await page.request.get('/api/hazardous-area?programme=orlia&disputed=true&limit=1');
  const [row] = (await found.json()).rows;
  return {
    item: `&item=${row.id}`,
    report: '&report.kind=accident&report.draft=01a00000-0000-7000-8000-000000000001',
  };
}

async function stopsOf(page: Page): Promise<readonly Stop[]> {
  const more = await begunWith(page);
  const screens = screenIds.filter((id) => id !== 'map');
  return [
    ...shows.map((show) => ({ name: `map, ${show}`, path: `/?programme=orlia&screen=map&show=${show}` })),
    ...screens.map((id) => ({ name: id, path: `/?programme=orlia&screen=${id}${more[id] ?? ''}` })),
    { name: 'styleguide', path: '/styleguide' },
  ];
}

/** `npm test` looks at the screens by day and on a telephone; everything else takes some minutes more. */
export async function holdsOnEveryScreen(place: Place, whole: boolean): Promise<void> {
  const { page, leave } = await signedIn(place);
  await prepares(page);
  const faults: string[] = [];
  for (const { name, path } of await stopsOf(page)) {
    const note = (what: string, found: readonly string[]) =>
      faults.push(...found.map((f) => `${name}, ${what}: ${f}`));
    await page.setViewportSize({ width: 1440, height: 900 });
    await opens(page, path);
    await stands(page, name);
    await nothingCalledSafe(page);
    for (const theme of whole ? ['light', 'dark', 'contrast'] : ['light'])
      note(theme, await barriersOf(page, theme));
    await page.evaluate(() => delete document.documentElement.dataset.theme);
    if (whole) note('by keyboard', await unreachable(page));
    await page.setViewportSize({ width: 390, height: 844 });
    note('on a telephone', await beyond(page));
    if (!whole) continue;
    note('on a telephone, dark', await barriersOf(page, 'dark'));
    await page.evaluate(() => delete document.documentElement.dataset.theme);
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    note('with text of twice the size', await beyond(page));
    await page.evaluate(() => document.documentElement.removeAttribute('style'));
    await page.setViewportSize({ width: 390, height: 844 });
    await opens(page, `${path}${path.includes('?') ? '&' : '?'}lang=ar`);
    await page.locator('html[dir="rtl"]').waitFor();
    await stands(page, name);
    note('on a telephone, in Arabic', await beyond(page));
  }
  assert.deepEqual(faults, []);
  await leave();
}

/** Another state of the app is gone to as the Back button does, without loading the page anew. */
async function opens(page: Page, path: string): Promise<void> {
  const within =
    page.url().startsWith('http') && new URL(page.url()).pathname === '/' && path.startsWith('/?');
  if (within) {
    await page.evaluate((to) => {
      window.history.pushState(null, '', to);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    return;
  }
  await page.goto(path);
  await prepares(page);
}

/** Brings axe-core along, and counts the questions that are not yet answered. */
async function prepares(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  await page.evaluate(() => {
    const { fetch } = window;
    const count = (step: number) => {
      const { dataset } = document.documentElement;
      dataset.asked = String(Number(dataset.asked ?? 0) + step);
    };
    window.fetch = (...args) => {
      count(1);
      return fetch(...args).finally(() => count(-1));
    };
  });
}

/** Until the screen has all it asked for. */
async function stands(page: Page, name: string): Promise<void> {
  await page.locator('main').first().waitFor();
  // the components show how they wait and how they fail
  await page.waitForFunction(() => {
    const waits = [...document.querySelectorAll('.waiting, .map-busy')];
    const { asked } = document.documentElement.dataset;
    return Number(asked ?? 0) === 0 && waits.every((e) => e.closest('.specimen') || !e.checkVisibility());
  });
  const own = page.locator(':not(.specimen *)');
  const failed = own.and(page.locator('.message[data-tone="alarm"]'));
  assert.equal(await failed.count(), 0, `${name} could not be shown`);
}

/** What is wider than the page and does not scroll in a frame of its own, and text cut off within a button. */
async function beyond(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (e: Element | null): boolean =>
      e !== null &&
      e !== document.body &&
      (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(e).overflowX) ||
        scrolls(e.parentElement));
    const called = (e: Element) =>
      `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} ${e.textContent?.trim().slice(0, 40)}`;
    const out = [...document.querySelectorAll('body *')]
      .filter((e) => {
        const { left, right, width: own, height } = e.getBoundingClientRect();
        return (
          own > 1 &&
          height > 1 &&
          (left < -1 || right > width + 1) &&
          !e.closest('[aria-hidden="true"], svg, .visually-hidden, .skip') &&
          !scrolls(e.parentElement)
        );
      })
      .map((e) => `${called(e)} reaches beyond the page`);
    const cut = [...document.querySelectorAll('button, a.button, [role="tab"], h1, h2')]
      .filter((e) => {
        const style = getComputedStyle(e);
        return (
          e.checkVisibility() &&
          style.overflowX !== 'visible' &&
          style.textOverflow !== 'ellipsis' &&
          e.scrollWidth > e.clientWidth + 2 &&
          e.clientWidth > 2
        );
      })
      .map((e) => `${called(e)} is cut off`);
    const wide = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
    // what is hidden within a field would otherwise lengthen the page, and going to it push the frame out of sight
    const { scrollHeight, clientHeight } = document.documentElement;
    const long = document.querySelector('.workplace') !== null && scrollHeight > clientHeight + 1;
    return [...wide, ...(long ? ['the page scrolls under its frame'] : []), ...out.slice(0, 5), ...cut];
  });
}

const MOST_PRESSES = 260;

/** What Tab alone does not come to, or comes to without showing it. */
async function unreachable(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const e of document.querySelectorAll('[data-reached]')) e.removeAttribute('data-reached');
    const shown = (e: Element | null, up: number): boolean => {
      if (e === null || up < 0) return false;
      const s = getComputedStyle(e);
      const ring = s.outlineStyle !== 'none' && Number.parseFloat(s.outlineWidth) > 0;
      return ring || s.boxShadow !== 'none' || shown(e.parentElement, up - 1);
    };
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement) || target.dataset.reached !== undefined) return;
      target.dataset.reached = shown(target, 3) ? 'seen' : 'unseen';
    });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.getSelection()?.removeAllRanges();
  });
  let round = false;
  for (let presses = 0; presses < MOST_PRESSES && !round; presses += 10) {
    for (let i = 0; i < 10; i++) await page.keyboard.press('Tab');
    const now = await page.evaluate(() => document.querySelectorAll('[data-reached]').length);
    round = now < presses;
  }
  return page.evaluate((all) => {
    const called = (e: Element) =>
      `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} “${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40)}”`;
    const reached = [...document.querySelectorAll<HTMLElement>('[data-reached]')];
    const last = reached.at(-1);
    const composite =
      '[role="grid"], [role="listbox"], [role="tablist"], [role="radiogroup"], [role="toolbar"], [role="menu"], [role="rowgroup"], [role="group"]:has([role="spinbutton"])';
    // of a choice between buttons the one chosen stands for all
    const stoodFor = (e: Element) =>
      e.matches('[type="radio"], [role="radio"]') &&
      e.closest('[role="radiogroup"], fieldset')?.querySelector('[data-reached]');
    const wanted = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex], [role="button"]',
      ),
    ].filter(
      (e) =>
        e.checkVisibility({ visibilityProperty: true }) &&
        !e.matches(':disabled, [type="hidden"], [type="file"]') &&
        !e.closest('[aria-hidden="true"], [inert]') &&
        (e.tabIndex >= 0 ||
          (e.matches('button, a, input') &&
            !e.closest(composite) &&
            !e.matches('[aria-haspopup="listbox"]'))),
    );
    const missed = wanted.filter(
      (e) =>
        e.dataset.reached === undefined &&
        !stoodFor(e) &&
        // the end of a very long page
        (all || (last && e.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING)),
    );
    return [
      ...missed.slice(0, 8).map((e) => `${called(e)} is not reached`),
      ...reached
        .filter((e) => e.dataset.reached === 'unseen')
        .map((e) => `${called(e)} does not show the focus`),
    ];
  }, round);
}
