import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrongPublished } from './description.ts';
import { firstVoice } from './first-voice.ts';
import { languageOf } from './language.ts';
import { isRead, lookAt } from './look-at.ts';
import { openQuote } from './open-quote.ts';
import { beginning, dateLine, firstOutlet, originalAddress } from './says-of-itself.ts';

const body = 'The ministry said that its forces had laid mines along the river and that they were marked.';
const codes = (text: string, published: string | null, language = 'en') =>
  lookAt(text, { published, language }, '2026-01-01').map((n) => n.code);

test('a date line years off the day it is said to be published is told, some days are not', () => {
  const text = `Mines laid\n\nMarch 3, 2019\n\n${body}`;
  assert.deepEqual(lookAt(text, { published: '2024-03-04', language: 'en' }, '2026-01-01'), [
    { code: 'article-dates-differ', facts: { date_line: '2019-03-03', published: '2024-03-04' } },
  ]);
  assert.deepEqual(codes(text, '2019-03-08'), []);
  assert.deepEqual(codes(text, null), []);
});

test('a date line of a day to come is told where nobody says when it was published', () => {
  assert.deepEqual(codes(`Mines laid\n\nMarch 3, 2031\n\n${body}`, null), ['article-date-to-come']);
  assert.deepEqual(codes(`Mines laid\n\nMarch 3, 2025\n\n${body}`, null), []);
});

test('a text that tells of a later day as past is told; a deadline to come is none', () => {
  assert.deepEqual(
    codes(`${body}\n\nOn May 7, 2026, three people were killed near the bridge.`, '2024-03-04'),
    ['article-dates-later'],
  );
  assert.deepEqual(codes(`${body}\n\nIt was given until May 7, 2026 to clear all of it.`, '2024-03-04'), []);
});

test('a publication day is a day of the calendar that has come', () => {
  assert.equal(wrongPublished('2024-02-29', '2024-03-01'), null);
  assert.equal(wrongPublished('2023-02-29', '2024-03-01')?.code, 'date-unreadable');
  assert.equal(wrongPublished('4 March 2024', '2024-03-05')?.code, 'date-unreadable');
  assert.equal(wrongPublished('2024-03-02', '2024-03-01')?.code, 'date-after-receipt');
});

test('a quotation that never closes is found where it begins', () => {
  assert.equal(openQuote('He said: “We laid none.” She said: “They did'), 35);
  assert.equal(openQuote('He said: "We laid none." She said: "They did'), 35);
  assert.equal(openQuote('“One.\n\n“Two.” He left.'), null, 'one over two paragraphs');
  assert.equal(openQuote('“One.\n\nTwo. He left.'), 0);
  assert.equal(openQuote('A 12" shell and a 6" one.'), null, 'inches');
  assert.equal(openQuote('Er sagte: „Wir legten keine.“ Sie ging.'), null);
  assert.equal(openQuote('No words of anybody.'), null);
});

test('where it begins is counted in characters, from one', () => {
  const [notice] = lookAt('💥 He said: “They did', { published: null, language: 'en' }, '2026-01-01');
  assert.deepEqual(notice, { code: 'article-quote-open', facts: { at: 12 } });
});

const languages: readonly (readonly [string, string | null])[] = [
  ['The ministry said that its forces had laid mines along the river, and that they were marked.', 'en'],
  [
    'Le ministère a déclaré que ses forces avaient posé des mines le long de la rivière et que les mines sont marquées.',
    'fr',
  ],
  [
    'El ministerio dijo que sus fuerzas habían colocado minas a lo largo del río y que las minas están marcadas.',
    'es',
  ],
  ['Міністерство заявило, що його сили встановили міни вздовж річки і що їх позначено на місцевості.', 'uk'],
  ['Министерство заявило, что его силы установили мины вдоль реки и что эти мины были обозначены.', 'ru'],
  ['قالت الوزارة إن قواتها زرعت ألغاما على طول النهر وإنها وضعت علامات عليها.', 'ar'],
  ['המשרד אמר כי כוחותיו הניחו מוקשים לאורך הנהר וכי הם סומנו.', 'he'],
  ['12 345 67', null],
];

test('the language of a text is told by its letters and commonest words, and not guessed at', () => {
  for (const [text, language] of languages) assert.equal(languageOf(text), language, text);
});

test('of a language without rules nothing is suggested, and that is said', () => {
  assert.deepEqual([isRead('en-GB'), isRead('und'), isRead('ar')], [true, true, false]);
  assert.deepEqual(codes('قالت الوزارة إن قواتها زرعت ألغاما.', '2024-03-04', 'ar'), [
    'article-language-unread',
  ]);
});

const copy = (publisher: string, published: string | null, original_publisher: string | null = null) => ({
  publisher,
  published,
  original_publisher,
  received: '2024-05-09T00:00:00.000Z',
});

test('copies of one story are the voice of whom any of them names as its first, else of the one published first', () => {
  const post = copy('Dale Post', '2024-05-04');
  const herald = copy('Hill Herald', '2024-05-06');
  assert.deepEqual(firstVoice(post, []), { name: 'Dale Post', because: 'own' });
  assert.deepEqual(firstVoice(herald, [post]), { name: 'Dale Post', because: 'first' });
  assert.deepEqual(firstVoice(post, [herald]), { name: 'Dale Post', because: 'own' });
  const credited = copy('River Radio', '2024-05-07', 'Northern Wire');
  for (const one of [post, herald])
    assert.deepEqual(firstVoice(one, [credited]), { name: 'Northern Wire', because: 'a-copy-names' });
  assert.deepEqual(firstVoice(credited, [post]), { name: 'Northern Wire', because: 'named' });
  // an undated copy is nobody's first while another has a day
  assert.deepEqual(firstVoice(herald, [copy('Blog', null)]), { name: 'Hill Herald', because: 'own' });
});

test('the outlet an article says it was first of is named, where that is not its publisher; a country is none', () => {
  const of = (outlet: string | null, relayed: string | null = null) =>
    firstOutlet({ outlet, relayed }, 'The Dale Post');
  assert.equal(of('Reuters'), 'Reuters');
  assert.equal(of('Northern Wire'), 'Northern Wire');
  assert.equal(of(null, 'AFP'), 'AFP');
  assert.equal(of('Dale Post'), null);
  assert.equal(of('Ukraine'), null);
  assert.equal(of(null), null);
});

test('the date line is the place and day, without the story behind it', () => {
  const line = (text: string, day: string) =>
    dateLine(text, { start: text.indexOf(day), end: text.indexOf(day) + day.length });
  assert.equal(
    line('Title\n\nDALE, 4 May 2024 (AFP) - The ministry said', '4 May 2024'),
    'DALE, 4 May 2024 (AFP)',
  );
  assert.equal(line('May 4, 2024\n\nThe ministry', 'May 4, 2024'), 'May 4, 2024');
  assert.equal(
    line(`${'It was long before that, and nobody knew. '.repeat(3)}May 4, 2024 came`, 'May 4, 2024'),
    'May 4, 2024',
  );
});

test('the address a copy gives of its original is taken, and no other', () => {
  const address = 'https://post.example/2024/11/21/mines';
  assert.equal(originalAddress(`Text.\n\nOriginal url:\n\n${address}\n`), address);
  assert.equal(originalAddress(`Text.\nOriginal article: ${address} and more`), address);
  assert.equal(originalAddress(`Read more: ${address}`), null);
});

test('a text without a headline is known by its first words', () => {
  assert.equal(beginning('\n12.3.\n  Mines found.\n\nMore.'), 'Mines found.');
  assert.equal(
    beginning(body),
    'The ministry said that its forces had laid mines along the river and that they …',
  );
  assert.equal([...(beginning('地'.repeat(200)) ?? '')].length, 82);
  assert.equal(beginning('1 2 3'), null);
});
