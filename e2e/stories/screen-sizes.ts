/** On a wide screen, a small one and a telephone, by day and by night, in both directions: all in sight, nothing overlaps. */
import assert from 'node:assert/strict';
import ar from '@tilth/words/ar.json' with { type: 'json' };
import en from '@tilth/words/en.json' with { type: 'json' };
import type { Page } from 'playwright-core';
import { drawn, type Place, visit } from './visitor.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** What stands on the map and must never lie over another. */
const onTheMap = ['.map-tools', '.layers > .button', '.legend', '.standing-sentence', '.map-measures'];

const languages = { en, ar };
type Words = typeof en;

export async function fitsEveryScreen(place: Place): Promise<void> {
  for (const lang of ['en', 'ar'] as const) {
    const words = languages[lang];
    const { page, leave } = await visit(place);
    await page.goto(`/?lang=${lang}`);
    await drawn(page);
    assert.equal(await page.evaluate(() => document.documentElement.dir), lang === 'ar' ? 'rtl' : 'ltr');
    for (const size of sizes) {
      await page.setViewportSize(size);
      const narrow = size.width < 600;
      if (narrow) await page.getByRole('radio', { name: words['web.narrow.map'] }).click();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const where = `${size.width} px, ${colorScheme}, ${lang}`;
        await fits(page, where);
        await apart(page, where);
      }
      const legend = page.getByRole('button', { name: words['web.legend'] });
      await legend.click();
      await apart(page, `${size.width} px, ${lang}, legend opened or folded`);
      await legend.click();
      await looksAround(page, words, narrow, `${size.width} px, ${lang}`);
    }
    await leave();
  }
}

/** Every screen beside the map. */
async function looksAround(page: Page, words: Words, narrow: boolean, where: string): Promise<void> {
  if (narrow) await page.getByRole('radio', { name: words['web.narrow.list'] }).click();
  for (const tab of [words['web.tab.locate'], words['web.tab.totals'], words['web.tab.list']]) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel', { name: tab }).waitFor();
    await fits(page, `${where}, ${tab}`);
  }
  await page.getByRole('row', { name: /OL-HA/ }).first().click();
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
  await fits(page, `${where}, an item`);
  await page.getByRole('button', { name: words['web.item.back'] }).click();
  if (narrow) await page.getByRole('radio', { name: words['web.narrow.map'] }).click();
}

/** The page doesn't scroll sideways, and no button or text of the frame reaches beyond it. */
async function fits(page: Page, where: string): Promise<void> {
  const beyond = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const out = [
      ...document.querySelectorAll('.header *, .bars *, .tab-list, .list-tools *, .item-head *, .lead'),
    ]
      .filter((e) => {
        const { left, right, width: own } = e.getBoundingClientRect();
        return own > 0 && !e.closest('[aria-hidden="true"]') && (left < -1 || right > width + 1);
      })
      .map((e) => `${e.tagName} ${e.className} ${e.textContent?.slice(0, 40)}`);
    return document.documentElement.scrollWidth > width ? ['the page', ...out] : out;
  });
  assert.deepEqual(beyond, [], where);
}

/** What stands on the map is within it, apart from each other, and can be pressed. */
async function apart(page: Page, where: string): Promise<void> {
  const wrong = await page.evaluate((signs) => {
    const map = document.querySelector('.map-pane')?.getBoundingClientRect();
    if (!map) return ['no map'];
    const boxes = signs.flatMap((sign) =>
      [...document.querySelectorAll(`.map-pane ${sign}`)].map((e) => {
        // a legend longer than the map scrolls in its panel
        const panel = sign === '.legend' ? (e.closest('[role="group"]') ?? e) : e;
        return { sign, e, box: panel.getBoundingClientRect() };
      }),
    );
    const drawn = boxes.filter(({ box }) => box.width > 0 && box.height > 0);
    const faults = drawn
      .filter(
        ({ box }) =>
          box.left < map.left - 1 ||
          box.right > map.right + 1 ||
          box.top < map.top - 1 ||
          box.bottom > map.bottom + 1,
      )
      .map(({ sign }) => `${sign} reaches beyond the map`);
    for (const [i, a] of drawn.entries())
      for (const b of drawn.slice(i + 1))
        if (
          a.box.left < b.box.right - 1 &&
          b.box.left < a.box.right - 1 &&
          a.box.top < b.box.bottom - 1 &&
          b.box.top < a.box.bottom - 1
        )
          faults.push(`${a.sign} lies over ${b.sign}`);
    for (const button of document.querySelectorAll('.map-tools button, .layers > button')) {
      const { x, y, width, height } = button.getBoundingClientRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      if (!top || !button.contains(top)) faults.push(`${button.textContent} can't be pressed`);
    }
    return faults;
  }, onTheMap);
  assert.deepEqual(wrong, [], where);
}
