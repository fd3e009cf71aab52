/**
 * Two articles on one decision are read claim by claim, by keys and by hand, sent and approved; then the board shows what the
 * two say differently. With two short articles of ours, and with the two real ones where they lie beside the checkout.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { decideOn } from './decide-on.ts';
import { paperStory, wireStory } from './two-articles.ts';
import { nothingCalledSafe, type Place, seen, signedIn } from './visitor.ts';

/** What a person makes of words that were suggested. */
interface Made {
  readonly words: string;
  readonly kind?: string;
  readonly record: string;
  /** not on record yet */
  readonly fresh?: true;
  /** properties to answer besides, by label */
  readonly text?: Readonly<Record<string, string>>;
  readonly code?: Readonly<Record<string, string>>;
  readonly doubt?: string;
  /** the record that a statement is about, with its kind */
  readonly about?: readonly [kind: string, name: string];
}

interface Article {
  readonly text: string;
  readonly publisher: string;
  readonly published: string;
  readonly title: string;
  /** the words of it that speak of each thing */
  readonly words: Readonly<Record<'mines' | 'treaty' | 'charge' | 'missiles', string>>;
  /** who accuses */
  readonly accuser: string;
}

/** Two articles on one decision, and what the records they speak of are called. */
interface Matter {
  readonly records: Readonly<Record<'mines' | 'treaty' | 'charge' | 'missiles' | 'opposed', string>>;
  /** with the words by which it doubts the decision */
  readonly first: Article & { readonly doubt: string };
  /** with the words of who opposes the mines */
  readonly second: Article & { readonly opposes: string };
}

const seeds = new URL('../../../shared/seeds/', import.meta.url);

/** The two real articles where they lie beside the checkout, else ours. */
export async function readsTwoArticles(place: Place): Promise<void> {
  if (existsSync(seeds)) return readsBoth(place, real());
  console.log('the two real articles are not beside the checkout: ours are read');
  await readsOurArticles(place);
}

export async function readsOurArticles(place: Place): Promise<void> {
  await readsBoth(place, {
    records: {
      mines: 'Mines for Orlia',
      treaty: 'Veltland and the Mine Ban Treaty',
      charge: 'Orlia accused of using mines',
      missiles: 'Long-range missiles for Orlia',
      opposed: 'Example Rights on self-deactivation',
    },
    first: {
      text: wireStory,
      publisher: 'Example Wire',
      published: '2026-10-05',
      title: 'Veltland plans to send banned mines to Orlia',
      words: {
        mines: 'they become inactive after a few weeks',
        treaty: 'Both Veltland and Morrow have not ratified',
        charge: 'Orlia has faced UN accusations',
        missiles: 'recent approval of long-range missiles',
      },
      accuser: 'United Nations',
      doubt: 'has not been officially confirmed by the chancellery',
    },
    second: {
      text: paperStory,
      publisher: 'Orlian Post',
      published: '2026-10-07',
      title: 'Veltland defends mines for Orlia',
      words: {
        mines: 'Within two weeks',
        treaty: 'is a signatory',
        charge: 'is investigating allegations',
        missiles: 'authorized Orlia to use long-range missiles',
      },
      accuser: 'Orlian Campaign to Ban Landmines',
      opposes: 'not enough',
    },
  });
}

function real(): Matter {
  const text = (name: string) => readFileSync(new URL(name, seeds), 'utf8');
  return {
    records: {
      mines: 'US mines for Ukraine',
      treaty: 'United States and the Mine Ban Treaty',
      charge: 'Ukraine accused of breaking the treaty',
      missiles: 'ATACMS on Russian territory',
      opposed: 'Human Rights Watch on self-deactivation',
    },
    first: {
      text: text('000_975ef64d3b82f9f5.txt'),
      publisher: 'MENAFN',
      published: '2024-11-23',
      title: 'Media reports Pentagon planning on providing banned mines to Ukraine',
      words: {
        mines: 'they become inactive after a few weeks',
        treaty: 'have not ratified the treaty',
        charge: 'has faced UN accusations',
        missiles: 'approval of using long-range ATACMS missiles',
      },
      accuser: 'United Nations',
      doubt: 'has not been officially confirmed by the White House',
    },
    second: {
      text: text('003_841be669c83aede0.txt'),
      publisher: 'The Moscow Times',
      published: '2024-11-21',
      title: 'U.S. Cites Changing Russian Tactics as Reason for Reversing Landmine Policy',
      words: {
        mines: 'Within two weeks',
        treaty: 'is a signatory to the UN Mine Ban Treaty',
        charge: 'is investigating allegations',
        missiles: 'authorized Ukraine to use long-range ATACMS',
      },
      accuser: 'International Campaign to Ban Landmines',
      opposes: 'not enough',
    },
  };
}

/** The first makes the records, the second speaks of the same ones and of somebody who opposes the mines. */
async function readsBoth(place: Place, { records, first, second }: Matter): Promise<void> {
  const { page, leave } = await signedIn(place);
  const charged = ({ accuser }: Article) => ({ text: { 'Made by, as named': accuser } });
  await reads(page, first, [
    { words: first.words.mines, record: records.mines, fresh: true },
    { words: first.words.treaty, record: records.treaty, fresh: true },
    { words: first.words.charge, record: records.charge, fresh: true, ...charged(first) },
    {
      words: first.words.missiles,
      kind: 'Transfer',
      record: records.missiles,
      fresh: true,
      code: { 'How it stands': 'Decided' },
      doubt: first.doubt,
    },
  ]);
  await reads(page, second, [
    { words: second.words.mines, record: records.mines },
    { words: second.words.treaty, record: records.treaty },
    { words: second.words.charge, record: records.charge, ...charged(second) },
    { words: second.words.missiles, record: records.missiles },
    {
      words: second.opposes,
      record: records.opposed,
      fresh: true,
      about: ['Munition model', records.mines],
    },
  ]);
  await boardShows(page, records);
  await leave();
}

/** Brings an article in, confirms what is wished of it, sends it and has it approved. */
async function reads(page: Page, article: Article, all: readonly Made[]): Promise<void> {
  await page.goto('/?programme=orlia&screen=reading');
  await page.getByRole('button', { name: 'Add an article' }).click();
  await page.getByRole('textbox', { name: 'Or paste the text here' }).fill(article.text);
  await page.getByRole('textbox', { name: /^Publisher/ }).fill(article.publisher);
  await page.getByRole('textbox', { name: 'Published on' }).fill(article.published);
  await page.getByRole('textbox', { name: 'Title' }).fill(article.title);
  await page.getByRole('button', { name: 'Add and read' }).click();
  await page.getByRole('heading', { level: 1, name: article.title }).waitFor();
  await byKeysAlone(page);
  for (const made of all) await confirms(page, made);
  const n = all.length;
  await page
    .getByRole('status')
    .filter({ hasText: `${n} accepted` })
    .waitFor();
  // a tab that dies loses nothing
  await page.reload();
  await page
    .getByRole('status')
    .filter({ hasText: `${n} accepted` })
    .waitFor();
  await page.getByRole('button', { name: /^Finish: send \d+ accepted/ }).click();
  const received = await page.getByText(/^Received under number/).textContent();
  const number = Number(/\d[\d,]*/.exec(received ?? '')?.[0].replaceAll(',', ''));
  await nothingCalledSafe(page);
  await decideOn(page, number, 'approve');
}

/** Reject, undo, and words taken with the arrow keys: nothing of it is left. */
async function byKeysAlone(page: Page): Promise<void> {
  const claims = page.getByRole('list', { name: 'What it seems to claim' });
  const before = await claims.locator('.claim').count();
  await page.keyboard.press('x');
  await claims.getByText('Rejected').waitFor();
  await page.keyboard.press('u');
  await claims.getByText('Rejected').waitFor({ state: 'detached' });
  await page.getByRole('textbox', { name: 'Text of the article' }).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight', 'n'])
    await page.keyboard.press(key);
  await claims.locator('.claim').nth(before).waitFor();
  await page.keyboard.press('x');
  await claims.locator('.claim').nth(before).waitFor({ state: 'detached' });
}

async function confirms(page: Page, made: Made): Promise<void> {
  await page.locator('.claim-words', { hasText: made.words }).click();
  const claim = page.locator('.claim[data-chosen]').filter({ hasText: made.words });
  if (made.kind !== undefined) {
    await claim
      .getByRole('button', { name: /Kind of record/ })
      .first()
      .click();
    await page.getByRole('option', { name: made.kind, exact: true }).click();
  }
  const record = `${made.fresh ? 'New record: ' : ''}${made.record}`;
  await picks(claim, 'Record it is of', made.record, new RegExp(`^${record}`));
  for (const [label, text] of Object.entries(made.text ?? {})) {
    const box = claim.getByRole('textbox', { name: label });
    if ((await box.count()) === 0) await picks(claim, 'Add what else it says', label, label);
    await box.fill(text);
  }
  for (const [label, code] of Object.entries(made.code ?? {})) {
    const box = claim.getByRole('combobox', { name: label, exact: true });
    // it may be suggested already
    if ((await box.count()) === 0) await picks(claim, 'Add what else it says', label, label);
    await picks(claim, label, code, code);
  }
  if (made.about) {
    const [kind, name] = made.about;
    await picks(claim, 'Add what else it says', 'About', 'About');
    await claim
      .getByRole('button', { name: /Kind of record/ })
      .last()
      .click();
    await page.getByRole('option', { name: kind, exact: true }).click();
    await picks(claim, 'Add to About', name, name);
    await page.keyboard.press('Escape');
  }
  // of when the use was is no day on which somebody accuses
  await claim.getByRole('textbox', { name: 'Of when' }).fill('');
  if (made.doubt !== undefined) await claim.getByRole('textbox', { name: 'Words of doubt' }).fill(made.doubt);
  await claim.getByRole('button', { name: /^Accept/ }).click();
}

async function picks(within: Locator, box: string, typed: string, option: string | RegExp): Promise<void> {
  await within.getByRole('combobox', { name: box, exact: true }).fill(typed);
  await within.page().getByRole('option', { name: option }).first().click();
}

/** Each of the five is there, with what both articles say. */
async function boardShows(page: Page, records: Matter['records']): Promise<void> {
  await page.goto('/?programme=orlia&screen=disputes');
  await page
    .getByRole('button', { name: /^Show|Disputed in the record/ })
    .first()
    .click();
  await page.getByRole('option', { name: 'Sources side by side' }).click();
  const expected: readonly (readonly [record: string, of: RegExp, says: RegExp])[] = [
    [records.mines, /Self-deactivation period/, /In tension\s*both can be true at a single value only/],
    [records.mines, /who opposes it/, /In tension\s*somebody opposes/],
    [records.treaty, /· Act$/, /In tension\s*[AB] says more than [AB]/],
    [records.charge, /Made by, as named/, /Contradict\s*no value satisfies both/],
    [
      records.missiles,
      /Transfer · How it stands$/,
      /In tension\s*[AB] states as fact what [AB] tells with doubt/,
    ],
  ];
  for (const [record, of, says] of expected) {
    const lines = page.getByRole('option').filter({ hasText: record });
    await lines.filter({ hasText: of }).click();
    const shown = page.getByRole('article', { name: record });
    await shown.locator('.pairs').waitFor();
    assert.match(await seen(shown.locator('.pairs')), says, `${record} ${of}`);
  }
}
