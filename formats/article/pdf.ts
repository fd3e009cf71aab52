/**
 * A PDF: its text in paragraphs, and where each line stands on its page. Read by PDF.js, in unpdf's build of it for servers,
 * which is one file, draws nothing and fetches nothing.
 */
import { CodePoints } from '@tilth/domain/evidence/code-points';
import type { Line } from '@tilth/domain/evidence/extracted';
import { getDocumentProxy } from 'unpdf';
import { ARTICLE_LENGTH, type Extraction, saysNothing } from './extracted.ts';
import { largestLine } from './largest-line.ts';

const EXTRACTOR = { extractor: 'pdfjs', version: '2/1.8.1' };

interface Piece {
  readonly text: string;
  readonly x: number;
  /** of the base line, from the top of the page */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** a line ends behind it */
  readonly ends: boolean;
}

interface Row {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lines of a page in the order of the file, which is the order of reading in all but odd ones. */
function rowsOf(pieces: readonly Piece[]): readonly Row[] {
  const rows: Row[] = [];
  let line: Piece[] = [];
  const close = () => {
    const text = line
      .map((p) => p.text)
      .join('')
      .replace(/\s+/gu, ' ')
      .trim();
    const shown = line.filter((p) => p.text.trim() !== '');
    if (text !== '' && shown.length > 0) {
      const x = Math.min(...shown.map((p) => p.x));
      const y = Math.min(...shown.map((p) => p.y - p.height));
      rows.push({
        text,
        x,
        y,
        width: Math.max(...shown.map((p) => p.x + p.width)) - x,
        height: Math.max(...shown.map((p) => p.y)) - y,
      });
    }
    line = [];
  };
  for (const piece of pieces) {
    const last = line.at(-1);
    if (last !== undefined && Math.abs(piece.y - last.y) > Math.max(last.height, piece.height, 1) * 0.6)
      close();
    line.push(piece);
    if (piece.ends) close();
  }
  close();
  return rows;
}

/** Whether a line goes on with the paragraph of the one before: near below it, of like size, and that one is no short last line. */
function goesOn(before: Row, row: Row, widest: number): boolean {
  const gap = row.y - (before.y + before.height);
  const size = Math.max(before.height, row.height, 1);
  const alike = Math.abs(before.height - row.height) < size * 0.3;
  const short = before.width < widest * 0.6 && /[.!?:"”»)]$/u.test(before.text);
  return alike && gap > -size && gap < size * 0.9 && !short;
}

interface Joined {
  readonly text: string;
  readonly placed: readonly { start: number; end: number; readonly row: Row; readonly page: number }[];
}

/** Lines as paragraphs. A word broken at a line's end is made whole where it stands whole elsewhere; else its hyphen stays. */
function joined(pages: readonly (readonly Row[])[]): Joined {
  const words = new Set(
    pages.flatMap((rows) => rows.flatMap((row) => row.text.toLowerCase().match(/[\p{L}-]*\p{L}/gu) ?? [])),
  );
  const placed: { start: number; end: number; row: Row; page: number }[] = [];
  let text = '';
  pages.forEach((rows, n) => {
    const widest = Math.max(0, ...rows.map((r) => r.width));
    rows.forEach((row, i) => {
      const before = rows[i - 1];
      if (before === undefined || !goesOn(before, row, widest)) text += text === '' ? '' : '\n\n';
      else {
        const head = /([\p{L}]+)-$/u.exec(before.text)?.[1]?.toLowerCase();
        const tail = /^\p{Ll}+/u.exec(row.text)?.[0];
        const last = placed.at(-1);
        if (head === undefined) text += ' ';
        else if (last && tail && words.has(head + tail) && !words.has(`${head}-${tail}`)) {
          text = text.slice(0, -1);
          last.end--;
        }
      }
      placed.push({ start: text.length, end: text.length + row.text.length, row, page: n + 1 });
      text += row.text;
    });
  });
  return { text, placed };
}

const round = (n: number) => Math.round(n * 100) / 100;

/** The text of a PDF; empty where it holds only pictures. Throws what PDF.js throws of a broken file. */
export async function readPdf(bytes: Uint8Array): Promise<Extraction> {
  // PDF.js takes the bytes it is given for its own
  const pdf = await getDocumentProxy(bytes.slice());
  const pages: (readonly Row[])[] = [];
  let length = 0;
  for (let n = 1; n <= pdf.numPages && length <= ARTICLE_LENGTH; n++) {
    const page = await pdf.getPage(n);
    const [left = 0, , , top = 0] = page.view;
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): Piece[] => {
      if (!('str' in item)) return [];
      const [, , , scale = 0, x = 0, y = 0] = item.transform as number[];
      const { str: text, width, hasEOL: ends } = item;
      return [{ text, x: x - left, y: top - y, width, height: item.height || Math.abs(scale), ends }];
    });
    const rows = rowsOf(pieces);
    length += rows.reduce((sum, row) => sum + row.text.length, 0);
    pages.push(rows);
    page.cleanup();
  }
  const { text, placed } = joined(pages);
  const meta = (await pdf.getMetadata()).info as { readonly Title?: unknown };
  await pdf.loadingTask.destroy();
  const points = new CodePoints(text);
  const layout = placed.map(
    ({ start, end, row, page }): Line => ({
      start: points.at(start),
      end: points.at(end),
      page,
      x: round(row.x),
      y: round(row.y),
      width: round(row.width),
      height: round(row.height),
    }),
  );
  const stated = typeof meta.Title === 'string' && meta.Title.trim() !== '' ? meta.Title.trim() : null;
  const title = largestLine(text, layout) ?? stated;
  return {
    ...EXTRACTOR,
    text: text === '' ? '' : `${text}\n`,
    layout,
    notices: [],
    says: { ...saysNothing, title },
  };
}
