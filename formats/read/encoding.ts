/**
 * Which encoding a text file is in, found from all of its bytes: a byte order mark, strict UTF-8, UTF-16 by its zero
 * bytes, else windows-1252. A file that is UTF-8 but for some bytes is read as UTF-8, and the rows with broken text are
 * refused by name, because reading it as windows-1252 would spoil the good ones silently.
 */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { type Problem, Refusal } from '@tilth/domain/problem';

export interface Encoding {
  /** a WHATWG label: utf-8, utf-16le, utf-16be, windows-1252 or what was asked for */
  readonly name: string;
  /** bytes of byte order mark to leave out */
  readonly mark: number;
  /** some bytes are not valid in this encoding; rows that hold U+FFFD are broken */
  readonly broken: boolean;
  readonly size: number;
  readonly notices: readonly Problem[];
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Reads the whole file once (as a stream) and names its encoding. `asked` is a WHATWG label and wins.
 * Throws Refusal `file-empty` and `encoding-unknown`.
 */
export function findEncoding(path: string, asked?: string): Promise<Encoding> {
  return encodingOf(createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>, asked);
}

/** As `findEncoding`, of bytes that come in pieces. */
export async function encodingOf(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  asked?: string,
): Promise<Encoding> {
  let size = 0;
  let mark = 0;
  let marked: string | undefined;
  let head: Buffer = Buffer.alloc(0);
  let valid = true;
  let rest: Buffer = Buffer.alloc(0);
  const count = { good: 0, bad: 0 };
  for await (const chunk of pieces) {
    if (size === 0) {
      head = chunk.subarray(0, 65536);
      for (const [name, bytes] of MARKS) {
        if (marked === undefined && bytes.every((b, i) => chunk[i] === b)) {
          marked = name;
          mark = bytes.length;
        }
      }
    }
    size += chunk.length;
    // a multi-byte character may be cut by the chunk: hold back an unfinished tail
    const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const cut = all.length - unfinished(all);
    const whole = all.subarray(0, cut);
    rest = Buffer.from(all.subarray(cut));
    if (!isUtf8(whole)) {
      valid = false;
      countSequences(whole, count);
    } else if (!valid || count.good < 1000) countSequences(whole, count);
  }
  if (size === mark) throw new Refusal({ code: 'file-empty', facts: {} });
  const cutShort = rest.length > 0;
  if (asked !== undefined) {
    const name = label(asked);
    const broken = name === 'utf-8' ? !valid || cutShort : name.startsWith('utf-16');
    return { name, mark: marked === name ? mark : 0, broken, size, notices: [] };
  }
  const name = marked ?? byZeros(head) ?? (valid || count.good >= count.bad * 4 ? 'utf-8' : 'windows-1252');
  const notices: Problem[] = [];
  if (name === 'windows-1252') notices.push({ code: 'encoding-guessed', facts: { encoding: name } });
  if (name === 'utf-8' && (count.bad > 0 || cutShort)) {
    notices.push({
      code: 'encoding-broken',
      facts: { encoding: name, places: count.bad + (cutShort ? 1 : 0) },
    });
  }
  return { name, mark, broken: name.startsWith('utf-16') || !valid || cutShort, size, notices };
}

function label(asked: string): string {
  try {
    return new TextDecoder(asked).encoding;
  } catch (cause) {
    throw new Refusal({ code: 'encoding-unknown', facts: { encoding: asked } }, { cause });
  }
}

/** How many bytes at the end belong to a UTF-8 character that is not complete. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const b = bytes[bytes.length - back]!;
    if (b >= 0xc2 && b < 0xf5) {
      const need = b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
      return need > back ? back : 0;
    }
    if (b < 0x80 || b >= 0xc0) return 0;
  }
  return 0;
}

/** Counts complete UTF-8 sequences of several bytes and bytes that fit none. */
function countSequences(bytes: Buffer, count: { good: number; bad: number }): void {
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!;
    if (b < 0x80) continue;
    const length = b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;
    if (length > 0 && isUtf8(bytes.subarray(i, i + length)) && i + length <= bytes.length) {
      count.good++;
      i += length - 1;
    } else count.bad++;
  }
}

/** UTF-16 without a mark: text in most scripts has many zero bytes on one side only. */
function byZeros(head: Buffer): string | undefined {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  const half = head.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return undefined;
}

/** The file's text in pieces, without its mark. Bytes that don't fit become U+FFFD. */
export async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.name, { ignoreBOM: true });
  for await (const chunk of createReadStream(path, { start: encoding.mark, highWaterMark: 1 << 18 })) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  const last = decoder.decode();
  if (last !== '') yield last;
}

/** windows-1252 characters above 0x7F, by the byte they stand for. */
const BYTE_OF = new Map<string, number>();
{
  const decoder = new TextDecoder('windows-1252');
  for (let b = 0x80; b < 0x100; b++) BYTE_OF.set(decoder.decode(Uint8Array.of(b)), b);
  for (let b = 0x80; b < 0xa0; b++) BYTE_OF.set(String.fromCharCode(b), b);
}
const MAYBE_DOUBLE = /[\u00c2-\u00f4][^ -~\s]/u;

/**
 * Text that was UTF-8, read as windows-1252 and written as UTF-8 again ("GoraÅ¾de"): what it was meant to be; null for
 * all other text.
 */
export function undoubled(text: string): string | null {
  if (!MAYBE_DOUBLE.test(text)) return null;
  const bytes: number[] = [];
  for (const c of text) {
    const code = c.codePointAt(0)!;
    const byte = code < 0x80 ? code : BYTE_OF.get(c);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  const buffer = Buffer.from(bytes);
  return isUtf8(buffer) ? buffer.toString('utf8') : null;
}
