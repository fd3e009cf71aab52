/** The small parts of a workbook that its sheets refer to: names, number formats, shared texts, merged ranges. */
import type { Readable } from 'node:stream';
import { problem, Refusal } from '@tilth/domain/problem';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Archive } from './archive.ts';
import { xmlGuard } from './xml-guard.ts';

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[];
  /** days count from 1904 instead of 1900 */
  readonly from_1904: boolean;
  /** by cell style: what its number format makes of a number; null: a number */
  readonly shows: readonly Shows[];
  readonly texts: readonly string[];
}

/** A day, a time of day, a span of hours (`[h]:mm`), or a share of a hundred. */
export type Shows = 'date' | 'time' | 'elapsed' | 'percent' | null;

/** Texts of one workbook held in memory, in characters. */
const MOST_TEXT = 512 * 1024 ** 2;

export interface Tags {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Feeds a part through an XML parser; names come without their namespace prefix. External entities are never followed. */
export async function walkXml(part: Readable, tags: Tags, between?: () => void): Promise<void> {
  const walker = xmlWalker(tags);
  for await (const text of texts(part)) {
    walker.write(text);
    between?.();
  }
  walker.end();
}

export function xmlWalker(tags: Tags): { write(text: string): void; end(): void } {
  const parser = new SaxesParser();
  const guard = xmlGuard('xlsx');
  const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', (tag: SaxesTagPlain) => tags.open(bare(tag.name), tag.attributes));
  if (tags.close) parser.on('closetag', (tag: SaxesTagPlain) => tags.close?.(bare(tag.name)));
  if (tags.text) {
    parser.on('text', tags.text);
    parser.on('cdata', tags.text);
  }
  parser.on('error', (e) => {
    throw new Refusal(problem('file-broken', { format: 'xlsx', why: e.message }), { cause: e });
  });
  return {
    write: (text) => guard(text, () => parser.write(text)),
    end: () => {
      parser.close();
    },
  };
}

/** A part's text in pieces. Office writes UTF-8; a damaged stream is named as such. */
export async function* texts(part: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of part) yield decoder.decode(chunk as Buffer, { stream: true });
  } catch (e) {
    if (e instanceof Refusal) throw e;
    throw new Refusal(problem('file-broken', { format: 'xlsx', why: 'its packing is damaged' }), {
      cause: e,
    });
  }
}

export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const has = (name: string): boolean => archive.names.includes(name);
  if (!has('xl/workbook.xml'))
    throw new Refusal(problem('file-broken', { format: 'xlsx', why: 'it holds no workbook' }));
  const targets = new Map<string, string>();
  if (has('xl/_rels/workbook.xml.rels')) {
    await walkXml(await archive.open('xl/_rels/workbook.xml.rels'), {
      open: (name, a) => {
        // charts are sheets too, of another type
        const isSheet = a.Type === undefined || a.Type.endsWith('/worksheet');
        if (name === 'Relationship' && isSheet && a.Id !== undefined && a.Target !== undefined) {
          targets.set(a.Id, a.Target.startsWith('/') ? a.Target.slice(1) : `xl/${a.Target}`);
        }
      },
    });
  }
  const sheets: { name: string; part: string; hidden: boolean }[] = [];
  let from_1904 = false;
  await walkXml(await archive.open('xl/workbook.xml'), {
    open: (name, a) => {
      if (name === 'workbookPr') from_1904 = a.date1904 === '1' || a.date1904 === 'true';
      if (name !== 'sheet') return;
      // the prefix of the relation's id is the writer's choice
      const relation = Object.entries(a).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const part = targets.size > 0 ? targets.get(relation) : `xl/worksheets/sheet${sheets.length + 1}.xml`;
      if (part !== undefined && has(part))
        sheets.push({ name: a.name ?? part, part, hidden: (a.state ?? 'visible') !== 'visible' });
    },
  });
  return {
    sheets,
    from_1904,
    shows: has('xl/styles.xml') ? await readShows(await archive.open('xl/styles.xml')) : [],
    texts: has('xl/sharedStrings.xml') ? await readTexts(await archive.open('xl/sharedStrings.xml')) : [],
  };
}

async function readShows(part: Readable): Promise<Shows[]> {
  const formats = new Map<number, string>();
  const shows: Shows[] = [];
  let cells = false;
  await walkXml(part, {
    open: (name, a) => {
      if (name === 'numFmt') formats.set(Number(a.numFmtId), a.formatCode ?? '');
      if (name === 'cellXfs') cells = true;
      if (name === 'xf' && cells) shows.push(showsOf(Number(a.numFmtId ?? 0), formats));
    },
    close: (name) => {
      if (name === 'cellXfs') cells = false;
    },
  });
  return shows;
}

/** Formats 14 to 22, 27 to 36, 45 to 47 and 50 to 58 are dates by the standard (ECMA-376 18.8.30); others by their letters. */
function showsOf(id: number, formats: ReadonlyMap<number, string>): Shows {
  const code = formats.get(id);
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent';
    if (id === 46) return 'elapsed';
    if ((id >= 18 && id <= 21) || id === 45 || id === 47) return 'time';
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : null;
  }
  const letters = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '').split(';')[0] ?? '';
  if (/general/iu.test(letters)) return null;
  if (/\[(?:h+|m+|s+)\]/iu.test(letters)) return 'elapsed';
  if (/[yd]/iu.test(letters)) return 'date';
  if (/[hs]/iu.test(letters)) return 'time';
  if (/m/iu.test(letters)) return 'date';
  return letters.includes('%') ? 'percent' : null;
}

async function readTexts(part: Readable): Promise<string[]> {
  const found: string[] = [];
  let text = '';
  let inside = false;
  let phonetic = 0;
  let size = 0;
  await walkXml(part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') inside = phonetic === 0;
    },
    text: (t) => {
      if (!inside) return;
      text += t;
      size += t.length;
      if (size > MOST_TEXT) throw new Refusal(problem('archive-too-large', { limit: MOST_TEXT }));
    },
    close: (name) => {
      if (name === 't') inside = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        found.push(unescaped(text));
        // a text takes room even when it is empty
        size += 16;
        if (size > MOST_TEXT) throw new Refusal(problem('archive-too-large', { limit: MOST_TEXT }));
      }
    },
  });
  return found;
}

/** Office writes characters XML can't hold as _x000D_. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Merged ranges stand behind the rows, so a sheet is looked through for them, and for hidden rows, before its rows are read. */
export async function lookThrough(
  part: Readable,
): Promise<{ readonly merged: readonly Range[]; readonly hidden: number }> {
  const found: Range[] = [];
  let hidden = 0;
  let tail = '';
  for await (const piece of texts(part)) {
    const text = tail + piece;
    let end = 0;
    for (const m of text.matchAll(
      /<(?:\w+:)?(?:mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"[^>]*|row\s[^>]*?hidden="(?:1|true)"[^>]*)>/gu,
    )) {
      const [, left, top, right, bottom] = m;
      if (left === undefined) {
        // an empty hidden row ends at once: nothing of it is read
        if (!m[0].endsWith('/>')) hidden++;
        end = m.index + m[0].length;
        continue;
      }
      found.push({
        left: columnOf(left),
        top: Number(top),
        right: columnOf(right!),
        bottom: Number(bottom),
      });
      end = m.index + m[0].length;
    }
    tail = text.slice(Math.max(end, text.length - 300));
  }
  return { merged: found, hidden };
}

/** A → 1, Z → 26, AA → 27. */
export function columnOf(letters: string): number {
  let n = 0;
  for (const c of letters) n = n * 26 + c.charCodeAt(0) - 64;
  return n;
}
