/**
 * A web page: the article in it, without what stands around, as paragraphs of plain text. Which part is the article is
 * Readability's to say, the library of Firefox's reader view; the page is parsed by linkedom, which runs no script and
 * fetches nothing.
 */
import { Readability } from '@mozilla/readability';
import { Refusal } from '@tilth/domain/problem';
import { parseHTML } from 'linkedom';
import { encodingOf } from '../read/encoding.ts';
import type { Extraction, SaysItself } from './extracted.ts';
import { tooTangled } from './page-shape.ts';
import { ofArticle } from './plain.ts';

/** The libraries' versions are part of ours: another version of either may read another text. */
const EXTRACTOR = { extractor: 'readability', version: '2/0.6.0/0.18.15' };

/** Least characters that count as the article a page is about. */
const LEAST = 140;

/** The encoding a page names for itself, in its first kilobytes. */
const CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i;

async function decodedPage(bytes: Uint8Array) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const named = CHARSET.exec(buffer.subarray(0, 4096).toString('latin1'))?.[1];
  const found = await encodingOf([buffer]);
  // what the page says of itself helps only where its bytes do not tell: many say utf-8 and are not, and the other way round
  const wins = found.notices.some((n) => n.code === 'encoding-guessed') && named !== undefined;
  const said = wins && isEncoding(named) && !/^utf-?8$/i.test(named);
  const name = said ? named : found.name;
  const text = new TextDecoder(name).decode(buffer);
  return { text, notices: said ? [] : ofArticle(found.notices) };
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A node of whatever DOM: as much as is read here. */
interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'HEAD',
  'IFRAME',
  'OBJECT',
  'CANVAS',
]);
const AROUND = new Set(['NAV', 'FOOTER', 'FORM', 'BUTTON', 'SELECT', 'MENU', 'DIALOG']);
const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
);

/** The paragraphs of a node: what blocks and line breaks divide, with white space as a browser shows it. */
function paragraphsIn(root: DomNode): readonly string[] {
  const found: string[] = [];
  let open = '';
  const close = () => {
    const text = open.replace(/[\s\u00a0]+/gu, ' ').trim();
    if (text !== '') found.push(text);
    open = '';
  };
  const walk = (node: DomNode): void => {
    if (node.nodeType === 3) open += node.textContent ?? '';
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return;
    const name = node.nodeName.toUpperCase();
    if (SILENT.has(name) || AROUND.has(name)) return;
    if (BLOCK.has(name) || name === 'BR') close();
    for (const child of node.childNodes) walk(child);
    if (BLOCK.has(name)) close();
  };
  walk(root);
  close();
  return found;
}

const textOr = (text: string | null | undefined) => text?.replace(/\s+/gu, ' ').trim() || null;

/** A page's title often names its site too: where its one great heading stands in it, that is the title. */
function titleOf(title: string | null, headings: Iterable<DomNode>): string | null {
  const [first, second] = [...headings].flatMap((h) => textOr(h.textContent) ?? []);
  if (first === undefined || second !== undefined) return title;
  return title === null || title.includes(first) ? first : title;
}

/** The text of the article on a page; empty where it has none, as a page that a script fills. Refuses `article-too-tangled`. */
export async function readHtml(bytes: Uint8Array): Promise<Extraction> {
  const { text: page, notices } = await decodedPage(bytes);
  const language = /<html[^>]+\blang\s*=\s*["']?([\w-]+)/i.exec(page)?.[1] ?? null;
  const tangled = tooTangled(page);
  if (tangled !== null) throw new Refusal(tangled);
  const { document } = parseHTML(page);
  // Readability changes the document it reads
  const whole = parseHTML(page).document;
  const article = new Readability<DomNode>(document, {
    serializer: (node: DomNode) => node,
    charThreshold: LEAST,
  }).parse();
  const inside = article?.content ? paragraphsIn(article.content) : [];
  const enough = inside.join(' ').length >= LEAST;
  const told = enough ? inside : paragraphsIn(whole.body);
  const title = titleOf(textOr(article?.title) ?? textOr(whole.title), whole.querySelectorAll('h1'));
  const titled = enough && title !== null && told[0] !== title ? [title, ...told] : told;
  const says: SaysItself = {
    title,
    author: textOr(article?.byline)?.replace(/^by\s+/i, '') ?? null,
    publisher: textOr(article?.siteName),
    published: /^\d{4}-\d{2}-\d{2}/.exec(article?.publishedTime ?? '')?.[0] ?? null,
    language: textOr(article?.lang) ?? language,
  };
  return {
    ...EXTRACTOR,
    text: titled.length === 0 ? '' : `${titled.join('\n\n')}\n`,
    layout: [],
    notices,
    says,
  };
}
