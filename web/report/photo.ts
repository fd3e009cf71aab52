/**
 * What a camera writes into a photo beside the picture (where, when, which device), and the same photo without it, the picture
 * itself untouched. JPEG (EXIF 2.3, APP1; XMP and IPTC too), PNG, WebP, HEIC and AVIF (heif.ts) are taken apart; of other formats
 * we can't tell.
 */
import type { Position } from '@tilth/domain/report/entry';
import { bareHeif, heifParts, heifType } from './heif.ts';

export interface PhotoExtras {
  /** where it says it was taken, WGS 84 */
  readonly place: Position | null;
  /** whether there is anything beside the picture: `fixed` when we could not take it out */
  readonly extras: 'none' | 'removable' | 'fixed';
}

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

type Format = 'jpeg' | 'png' | 'webp' | null;

function formatOf(bytes: Uint8Array): Format {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  if (ascii(bytes, 1, 3) === 'PNG') return 'png';
  return ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP' ? 'webp' : null;
}

/** A stretch of the file that holds no picture, `[from, to)`; `exif` points at its TIFF header. */
interface Extra {
  readonly from: number;
  readonly to: number;
  readonly exif?: number;
}

/** @param mediaType as the browser names it: only images have such extras that we know of */
export function readPhoto(bytes: Uint8Array, mediaType: string): PhotoExtras {
  if (heifType(bytes) !== null) return readHeif(bytes);
  const format = formatOf(bytes);
  // films and raw pictures come without a name of their format as often as with one
  const likely = /^(image|video)\//.test(mediaType) || ascii(bytes, 4, 4) === 'ftyp' || isTiff(bytes);
  if (format === null) return { place: null, extras: likely ? 'fixed' : 'none' };
  const found = extrasOf(bytes, format);
  const exif = found.find((e) => e.exif !== undefined)?.exif;
  return {
    place: exif === undefined ? null : placeIn(bytes, exif),
    extras: found.length === 0 ? 'none' : 'removable',
  };
}

const isTiff = (bytes: Uint8Array) => /^(II\*\0|MM\0\*)/.test(ascii(bytes, 0, 4));

function readHeif(bytes: Uint8Array): PhotoExtras {
  const { beside, unclear } = heifParts(bytes);
  const exif = beside.find((b) => b.exif !== undefined)?.exif;
  const bare = bareHeif(bytes);
  const clean = bytes.every((b, n) => b === bare[n]);
  return {
    place: exif === undefined ? null : placeIn(bytes, exif),
    extras: unclear ? 'fixed' : clean ? 'none' : 'removable',
  };
}

/** The media type of a photo, as its bytes say; null where they say nothing that we know. Not every browser knows HEIC. */
export function photoType(bytes: Uint8Array): string | null {
  const format = formatOf(bytes);
  return format === null ? heifType(bytes) : `image/${format}`;
}

/** The photo without what the camera wrote beside it, but for which way is up. */
export function barePhoto(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (heifType(bytes) !== null) return bareHeif(bytes);
  const format = formatOf(bytes);
  const found = format === null ? [] : extrasOf(bytes, format);
  const exif = found.find((e) => e.exif !== undefined)?.exif;
  const turned = format === 'jpeg' && exif !== undefined ? orientationIn(bytes, exif) : 1;
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { from, to } of found) {
    parts.push(bytes.subarray(at, from));
    at = to;
  }
  parts.push(bytes.subarray(at));
  // after the start of the image
  if (turned !== 1) parts.splice(0, 1, bytes.subarray(0, 2), upright(turned), parts[0]?.subarray(2) ?? EMPTY);
  const bare = together(parts);
  // a RIFF file says how long it is
  if (format === 'webp') new DataView(bare.buffer).setUint32(4, bare.length - 8, true);
  return bare;
}

const EMPTY = new Uint8Array();

function together(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function extrasOf(bytes: Uint8Array, format: NonNullable<Format>): readonly Extra[] {
  if (format === 'jpeg') return jpegExtras(bytes);
  return format === 'png' ? pngExtras(bytes) : webpExtras(bytes);
}

/**
 * Segments of the picture: APP1 (EXIF, XMP), APP13 (IPTC) and comments go; colour profiles stay. Away goes also what a telephone
 * appends behind the picture's end, a short film of the moment, a second picture, each with extras of its own.
 */
function jpegExtras(bytes: Uint8Array): readonly Extra[] {
  const found: Extra[] = [];
  let at = 2;
  while (at + 2 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) {
      if (at + 2 < bytes.length) found.push({ from: at + 2, to: bytes.length });
      break;
    }
    if (at + 4 > bytes.length) break;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2) break;
    const to = Math.min(at + 2 + length, bytes.length);
    if (marker === 0xe1 || marker === 0xed || marker === 0xfe) {
      const exif = marker === 0xe1 && ascii(bytes, at + 4, 4) === 'Exif' ? at + 10 : undefined;
      found.push({ from: at, to, ...(exif !== undefined && { exif }) });
    }
    at = marker === 0xda ? scanEnd(bytes, to) : to;
  }
  return found;
}

/** Where the coded picture that begins here ends: at the next marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function pngExtras(bytes: Uint8Array): readonly Extra[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Extra[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = ascii(bytes, at + 4, 4);
    const to = Math.min(at + 12 + view.getUint32(at), bytes.length);
    if (['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'].includes(name))
      found.push({ from: at, to, ...(name === 'eXIf' && { exif: at + 8 }) });
    at = to;
  }
  return found;
}

function webpExtras(bytes: Uint8Array): readonly Extra[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Extra[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = ascii(bytes, at, 4);
    const size = view.getUint32(at + 4, true);
    const to = Math.min(at + 8 + size + (size % 2), bytes.length);
    if (name === 'EXIF')
      found.push({ from: at, to, exif: at + (ascii(bytes, at + 8, 4) === 'Exif' ? 14 : 8) });
    if (name === 'XMP ') found.push({ from: at, to });
    at = to;
  }
  return found;
}

/** One directory of a TIFF: the value or the offset of each tag, as it stands. */
interface Directory {
  readonly view: DataView;
  readonly little: boolean;
  readonly tags: ReadonlyMap<number, number>;
}

function directory(view: DataView, little: boolean, offset: number): Directory {
  const tags = new Map<number, number>();
  if (offset + 2 > view.byteLength) return { view, little, tags };
  const count = view.getUint16(offset, little);
  for (let n = 0; n < count && offset + 14 + n * 12 <= view.byteLength; n++)
    tags.set(view.getUint16(offset + 2 + n * 12, little), offset + 2 + n * 12);
  return { view, little, tags };
}

function firstDirectory(bytes: Uint8Array, tiff: number): Directory | null {
  if (tiff + 8 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + tiff, bytes.length - tiff);
  const little = ascii(bytes, tiff, 2) === 'II';
  return directory(view, little, view.getUint32(4, little));
}

const GPS = 0x8825;
const ORIENTATION = 0x0112;

function orientationIn(bytes: Uint8Array, tiff: number): number {
  const first = firstDirectory(bytes, tiff);
  const at = first?.tags.get(ORIENTATION);
  const way = first && at !== undefined ? first.view.getUint16(at + 8, first.little) : 1;
  return way >= 1 && way <= 8 ? way : 1;
}

function placeIn(bytes: Uint8Array, tiff: number): Position | null {
  const first = firstDirectory(bytes, tiff);
  const at = first?.tags.get(GPS);
  if (!first || at === undefined) return null;
  const gps = directory(first.view, first.little, first.view.getUint32(at + 8, first.little));
  const [lat, lon] = [angle(gps, 2, 1, 'S'), angle(gps, 4, 3, 'W')];
  if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  // a camera without a fix writes zeros
  return lat === 0 && lon === 0 ? null : [lon, lat];
}

/** Degrees, minutes and seconds as three fractions, and a letter for the hemisphere. */
function angle({ view, little, tags }: Directory, tag: number, ref: number, negative: string): number | null {
  const [at, sign] = [tags.get(tag), tags.get(ref)];
  if (at === undefined || sign === undefined) return null;
  const offset = view.getUint32(at + 8, little);
  if (offset + 24 > view.byteLength) return null;
  const part = (n: number) =>
    view.getUint32(offset + n * 8, little) / (view.getUint32(offset + n * 8 + 4, little) || 1);
  const degrees = part(0) + part(1) / 60 + part(2) / 3600;
  const south = String.fromCharCode(view.getUint8(sign + 8)) === negative;
  return Number(((south ? -1 : 1) * degrees).toFixed(7));
}

/** An EXIF segment that says which way is up and nothing else. */
function upright(way: number): Uint8Array {
  const tiff = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, way, 0, 0, 0, 0, 0, 0, 0];
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return new Uint8Array([0xff, 0xe1, 0, body.length + 2, ...body]);
}
