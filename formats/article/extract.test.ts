import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '@tilth/domain/problem';
import { extractArticle, formatOf } from './extract.ts';
import { ARTICLE_BYTES } from './extracted.ts';
import { pdfOf, pdfUnpackingTo } from './pdf-made.testing.ts';

const refusedAs = (code: string) => (error: unknown) =>
  error instanceof Refusal && error.problem.code === code;

const page = (body: string, head = '') =>
  Buffer.from(
    `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`,
  );
const long = 'Deminers found twelve mines near the old bridge, the ministry of the province said. ';

test('the text of a plain file is the file, line ends and all', async () => {
  const text = '\ufeffMines found.\r\n\r\nТри 𝟑 міни.\tEnd';
  const { text: read, extractor, version } = await extractArticle(Buffer.from(text), 'a.txt');
  assert.equal(read, text);
  assert.deepEqual([extractor, version], ['plain', '1']);
});

test('a text of another encoding is decoded, and says so', async () => {
  const utf16 = Buffer.from('\ufeffThe mines were found near the bridge.', 'utf16le');
  assert.equal((await extractArticle(utf16, 'a.txt')).text, '\ufeffThe mines were found near the bridge.');
  const old = await extractArticle(Buffer.from('Le d\xe9minage a commenc\xe9.', 'latin1'), 'a.txt');
  assert.equal(old.text, 'Le déminage a commencé.');
  assert.deepEqual(old.notices, [{ code: 'encoding-guessed', facts: { encoding: 'windows-1252' } }]);
});

test('of mixed encodings what is not UTF-8 is marked where it stands, and counted', async () => {
  const mixed = Buffer.concat([
    Buffer.from('“Žena” said “così” and “déjà vu”; then '),
    Buffer.from('caf\xe9 noir', 'latin1'),
    Buffer.from(' – “ça va”.'),
  ]);
  const { text, notices } = await extractArticle(mixed, 'a.txt');
  assert.equal(text, '“Žena” said “così” and “déjà vu”; then caf\ufffd noir – “ça va”.');
  assert.deepEqual(notices, [{ code: 'article-encoding-broken', facts: { encoding: 'utf-8', places: 1 } }]);
});

test('of a web page the article is read, in paragraphs, without menus, scripts and the foot', async () => {
  const html = page(
    `<nav><a href="/">Home</a></nav><article><h1>Mines by the bridge</h1><p>${long.repeat(3)}</p>
     <p>“We go on,” a deminer said.<script>alert(1)</script></p></article><footer>All rights reserved</footer>`,
    '<title>Mines by the bridge | The Dale Post</title><meta property="og:site_name" content="The Dale Post"><meta property="article:published_time" content="2024-05-04T08:00:00Z">',
  );
  const { text, media_type, says } = await extractArticle(html, 'page.html');
  assert.equal(text, `Mines by the bridge\n\n${long.repeat(3).trim()}\n\n“We go on,” a deminer said.\n`);
  assert.equal(media_type, 'text/html');
  assert.deepEqual([says.publisher, says.published, says.language], ['The Dale Post', '2024-05-04', 'en']);
});

test('a page in the encoding it names is read in it', async () => {
  const head = '<html><head><meta charset="windows-1251"></head><body><p>';
  const cyrillic = Uint8Array.from('Міни знайшли біля мосту. '.repeat(10), (c) => cp1251(c));
  const { text } = await extractArticle(Buffer.concat([Buffer.from(head), cyrillic]), 'text/html');
  assert.match(text, /^Міни знайшли біля мосту/);
});

/** windows-1251 of the letters used above. */
function cp1251(c: string): number {
  const code = c.charCodeAt(0);
  if (code < 0x80) return code;
  return c === 'і' ? 0xb3 : code - 0x410 + 0xc0;
}

test('a page that is all script has no text, and is refused', async () => {
  const empty = page(
    `<div id="root"></div><noscript>You need to enable JavaScript.</noscript><script>${'render();'.repeat(500)}</script>`,
  );
  await assert.rejects(extractArticle(empty, 'text/html'), refusedAs('article-no-text'));
});

test('a PDF is read in paragraphs, and each line is known by its page and place', async () => {
  const pdf = pdfOf([
    [
      { text: 'Mines along the river', x: 72, y: 760, size: 20 },
      {
        text: 'The ministry said on Friday that its forces had laid mines along the river',
        x: 72,
        y: 720,
        size: 11,
      },
      {
        text: 'in March, and that they would switch themselves off within two weeks.',
        x: 72,
        y: 706,
        size: 11,
      },
      { text: 'A charity said that it had cleared twelve of them.', x: 72, y: 670, size: 11 },
    ],
    [{ text: 'The second page.', x: 72, y: 760, size: 11 }],
  ]);
  const { text, layout, media_type } = await extractArticle(pdf, 'whatever.bin');
  assert.equal(media_type, 'application/pdf');
  assert.deepEqual(text.split('\n\n'), [
    'Mines along the river',
    'The ministry said on Friday that its forces had laid mines along the river in March, and that they would switch themselves off within two weeks.',
    'A charity said that it had cleared twelve of them.',
    'The second page.\n',
  ]);
  assert.equal(layout.length, 5);
  const [title, , second] = layout;
  assert.equal(text.slice(title?.start, title?.end), 'Mines along the river');
  assert.match(text.slice(second?.start, second?.end), /^in March/);
  assert.deepEqual([layout[4]?.page, Math.round(title?.x ?? 0)], [2, 72]);
  // higher on the page is nearer to its upper edge
  assert.ok((title?.y ?? 0) < (second?.y ?? 0) && (second?.y ?? 0) < 842);
});

test('a PDF printed from a web page is called by its largest words, not by its menu or its file', async () => {
  const line = (text: string, y: number, size: number) => ({ text, x: 72, y, size });
  const printed = pdfOf([
    [
      line('Home News Sports Weather Sign in', 800, 9),
      line('WORLD', 780, 28),
      line('Mines were laid along the', 740, 22),
      line('river in March, ministry says', 716, 22),
      line('The ministry said on Friday that its forces had laid mines along the river', 680, 11),
      line('in March, and that they would switch themselves off within two weeks.', 666, 11),
    ],
    [line('An appendix in very large letters', 700, 40)],
  ]);
  const { says } = await extractArticle(printed, 'a.pdf');
  assert.equal(says.title, 'Mines were laid along the river in March, ministry says');
  const plain = pdfOf([
    [line('All of one size, as a typed letter is.', 700, 11), line('And more.', 686, 11)],
  ]);
  assert.equal((await extractArticle(plain, 'a.pdf')).says.title, null);
});

test('a word broken at the end of a line is whole where it stands whole elsewhere, and keeps its hyphen otherwise', async () => {
  const lines = [
    'The mines of this kind are said by those who made them to be non-',
    'persistent, and those who lay them rely on that; after their deacti-',
    'vation they stay in the ground. Deactivation is no clearance at all.',
  ];
  const pdf = pdfOf([lines.map((text, i) => ({ text, x: 72, y: 700 - 14 * i, size: 11 }))]);
  const { text, layout } = await extractArticle(pdf, 'a.pdf');
  assert.match(text, /to be non-persistent, and/);
  assert.match(text, /after their deactivation they stay/);
  assert.equal(
    text.slice(layout[1]?.start, layout[1]?.end),
    'persistent, and those who lay them rely on that; after their deacti',
  );
  assert.match(text.slice(layout[2]?.start, layout[2]?.end), /^vation they stay/);
});

test('a PDF of pictures only is refused, and a broken one too', async () => {
  await assert.rejects(extractArticle(pdfOf([[], []]), 'scan.pdf'), refusedAs('article-no-text'));
  await assert.rejects(
    extractArticle(Buffer.from('%PDF-1.7\nnothing more'), 'a.pdf'),
    refusedAs('article-not-read'),
  );
});

test('a small PDF that unpacks to more than a thread may hold is refused', async () => {
  const nothing = (megabytes: number) => extractArticle(pdfUnpackingTo(megabytes), 'a.pdf');
  await assert.rejects(nothing(2), refusedAs('article-no-text'));
  await assert.rejects(nothing(1200), refusedAs('article-not-read'));
});

test('many files at once are read in turn, each to its own text', async () => {
  const texts = Array.from({ length: 5 }, (_, n) => `Number ${n} of the mines was found by the bridge.`);
  const read = await Promise.all(texts.map((t) => extractArticle(page(`<p>${t}</p>`), 'text/html')));
  assert.deepEqual(
    read.map((r) => r.text),
    texts.map((t) => `${t}\n`),
  );
});

test('who brings files that take long keeps only themselves waiting', async () => {
  const slow = page(`<p>${long}</p>`.repeat(5000));
  const done: string[] = [];
  const bring = (bytes: Buffer, by: string) =>
    extractArticle(bytes, 'text/html', by).then(() => done.push(by));
  await Promise.all([
    bring(slow, 'ann'),
    bring(slow, 'ann'),
    bring(slow, 'ann'),
    bring(page(`<p>${long}</p>`), 'ben'),
  ]);
  assert.ok(done.indexOf('ben') < 2, done.join());
});

test('a page nested ever deeper, or of ever more parts, is refused before it is built', async () => {
  const refused = refusedAs('article-too-tangled');
  await assert.rejects(extractArticle(page('<div>'.repeat(5000) + long), 'text/html'), refused);
  await assert.rejects(extractArticle(page('<i>a</i>'.repeat(60_000)), 'text/html'), refused);
  // what a page need not close is no depth
  const paragraphs = await extractArticle(page(`<p>${long}`.repeat(2000)), 'text/html');
  assert.equal(paragraphs.text.split('\n\n').length, 2000);
});

test('what is too large, too long or empty is refused', async () => {
  const huge = Buffer.alloc(ARTICLE_BYTES + 1, 'a');
  await assert.rejects(extractArticle(huge, 'a.txt'), refusedAs('article-too-large'));
  await assert.rejects(extractArticle(huge.subarray(0, 2_000_000), 'a.txt'), refusedAs('article-too-long'));
  await assert.rejects(extractArticle(huge.subarray(0, 20_000_000), 'a.txt'), refusedAs('article-too-long'));
  const picture = Buffer.alloc(20_000_000, 1);
  await assert.rejects(extractArticle(picture, 'a.txt'), refusedAs('format-unknown'));
  await assert.rejects(extractArticle(Buffer.alloc(0), 'a.txt'), refusedAs('file-empty'));
  await assert.rejects(extractArticle(Buffer.from(' \n\t'), 'a.txt'), refusedAs('article-no-text'));
});

test('the same bytes give the same text', async () => {
  const html = page(`<main><h1>A</h1><p>${long.repeat(4)}</p><p>${long}</p></main>`);
  assert.deepEqual(await extractArticle(html, 'text/html'), await extractArticle(html, 'text/html'));
});

test('bytes tell what a file is before its name does', () => {
  assert.equal(formatOf(Buffer.from('%PDF-1.4'), 'a.txt'), 'pdf');
  assert.equal(formatOf(Buffer.from('<!DOCTYPE html><p>x'), 'a.txt'), 'html');
  assert.equal(formatOf(Buffer.from('In the text <html> is only a word'), 'a.txt'), 'plain');
  assert.equal(formatOf(Buffer.from('<p>x'), 'a.htm'), 'html');
  assert.equal(formatOf(Buffer.from('<!-- a > b --><!-- c --> <html><p>x'), 'a.txt'), 'html');
  assert.equal(formatOf(Buffer.from(`${'<!---->'.repeat(280)}x`), 'a.txt'), 'plain', 'comments to no end');
});
