/**
 * Cuts a stream of UTF-8 JSON into its features without holding the file: each element of a root object's "features",
 * and the root's other members, as text. Only brackets and strings are followed here; each slice is then read by
 * JSON.parse, so that one broken feature is one broken row and reading goes on behind it. (The streaming JSON library at
 * hand asks for trusted input, stops at the first fault and is many times slower.)
 */
import { LARGEST_ROW } from './table.ts';

export type Slice =
  /** the array `features` of a root object begins */
  | { readonly of: 'list' }
  /** element of the array `features` of a root object; `text` null: larger than the limit */
  | { readonly of: 'feature'; readonly text: string | null }
  /** another member of a root object */
  | { readonly of: 'member'; readonly key: string; readonly text: string | null }
  /** the end of a root value; `text` for a root that is no object, or null for one too large */
  | { readonly of: 'root'; readonly object: boolean; readonly text: string | null }
  /** the text ends in the middle of a value, or holds what is no JSON between values */
  | { readonly of: 'fault'; readonly cause: 'truncated' | 'syntax'; readonly byte: number };

/** Brackets within brackets; a multipolygon needs six. */
const DEEPEST = 200;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;

/** What the cutter is in: outside a root, in a root before a key, after a key, in a member's value, in `features`, in a feature. */
type Place = 'outside' | 'key' | 'colon' | 'value' | 'list' | 'feature' | 'whole';

export async function* jsonSlices(
  bytes: AsyncIterable<Uint8Array>,
  largest: number = LARGEST_ROW,
): AsyncGenerator<Slice> {
  let place: Place = 'outside';
  let depth = 0;
  let inString = false;
  let escaped = false;
  let key = '';
  let parts: Buffer[] = [];
  let held = 0;
  let tooLarge = false;
  let deepest = 0;
  let offset = 0;

  const keep = (b: Buffer): void => {
    held += b.length;
    if (held > largest) {
      tooLarge = true;
      parts = [];
    } else if (b.length > 0) parts.push(b);
  };
  const taken = (): string | null => {
    // what is nested so deep is no JSON that anybody means: as no text at all it comes out as broken
    const whole = deepest > DEEPEST ? '' : Buffer.concat(parts).toString('utf8').trim();
    const text = tooLarge ? null : whole;
    deepest = 0;
    parts = [];
    held = 0;
    tooLarge = false;
    return text;
  };

  for await (const piece of bytes) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const b = chunk[i]!;
      if (inString) {
        if (escaped) escaped = false;
        else if (b === BACKSLASH) escaped = true;
        else if (b === QUOTE) {
          inString = false;
          if (place === 'key') {
            keep(chunk.subarray(from, i + 1));
            key = readKey(taken());
            place = 'colon';
          }
        }
        continue;
      }
      switch (place) {
        case 'outside':
          if (b === OPEN) {
            place = 'key';
            from = i + 1;
          } else if (b > 0x20 && b !== 0x1e) {
            place = 'whole';
            depth = 0;
            from = i;
            i--;
          }
          break;
        case 'key':
          if (b === QUOTE) {
            inString = true;
            from = i;
          } else if (b === CLOSE) {
            place = 'outside';
            yield { of: 'root', object: true, text: null };
          } else if (b > 0x20 && b !== COMMA) {
            yield { of: 'fault', cause: 'syntax', byte: offset + i };
            return;
          }
          break;
        case 'colon':
          if (b === COLON) {
            place = 'value';
            depth = 0;
            from = i + 1;
          } else if (b > 0x20) {
            yield { of: 'fault', cause: 'syntax', byte: offset + i };
            return;
          }
          break;
        case 'value':
          if (b === QUOTE) inString = true;
          else if (b === OPEN_LIST && depth === 0 && key === 'features') {
            place = 'list';
            parts = [];
            held = 0;
            yield { of: 'list' };
          } else if (b === OPEN || b === OPEN_LIST) deepest = Math.max(deepest, ++depth);
          else if ((b === CLOSE || b === CLOSE_LIST) && depth > 0) depth--;
          else if (depth === 0 && (b === COMMA || b === CLOSE)) {
            keep(chunk.subarray(from, i));
            yield { of: 'member', key, text: taken() };
            place = b === COMMA ? 'key' : 'outside';
            if (b === CLOSE) yield { of: 'root', object: true, text: null };
          }
          break;
        case 'list':
          if (b === CLOSE_LIST) {
            place = 'value';
            // what follows up to the comma is nothing: it comes out as a member without a name
            key = '';
            from = i + 1;
          } else if (b > 0x20 && b !== COMMA) {
            place = 'feature';
            depth = 0;
            from = i;
            i--;
          }
          break;
        case 'feature':
          if (b === QUOTE) inString = true;
          else if (b === OPEN || b === OPEN_LIST) deepest = Math.max(deepest, ++depth);
          else if ((b === CLOSE || b === CLOSE_LIST) && depth > 0) {
            depth--;
          } else if (depth === 0 && (b === COMMA || b === CLOSE_LIST)) {
            keep(chunk.subarray(from, i));
            yield { of: 'feature', text: taken() };
            place = 'list';
            i--;
          }
          break;
        case 'whole':
          if (b === QUOTE) inString = true;
          else if (b === OPEN || b === OPEN_LIST) deepest = Math.max(deepest, ++depth);
          else if (b === CLOSE || b === CLOSE_LIST) depth--;
          else if (depth === 0 && b === 0x0a) {
            keep(chunk.subarray(from, i));
            yield { of: 'root', object: false, text: taken() };
            place = 'outside';
          }
          break;
      }
    }
    if (place === 'value' || place === 'feature' || place === 'whole' || (place === 'key' && inString)) {
      keep(Buffer.from(chunk.subarray(Math.min(from, chunk.length))));
    }
    from = 0;
    offset += chunk.length;
  }
  const left = place as Place;
  if (left === 'whole') yield { of: 'root', object: false, text: taken() };
  else if (left !== 'outside') {
    if (left === 'feature') yield { of: 'feature', text: taken() };
    yield { of: 'fault', cause: 'truncated', byte: offset };
  }
}

function readKey(text: string | null): string {
  if (text === null) return '';
  try {
    return String(JSON.parse(text));
  } catch {
    // a key that is no JSON string matters only if it were "features", which is
    return text;
  }
}
