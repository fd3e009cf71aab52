/**
 * What a camera writes into a photo beside the picture (where, when, which device), and the same photo without it, the picture
 * itself untouched. JPEG (jpeg.ts), PNG and WebP (png-webp.ts), HEIC and AVIF (heif.ts) are taken apart, and only what draws the
 * picture is kept; of other formats we can't tell.
 */
import type { Position } from '@tilth/domain/report/entry';
import { bareHeif, heifParts, heifType } from './heif.ts';
import { jpegKept } from './jpeg.ts';
import { ascii, type Kept, sameBytes, together } from './photo-bytes.ts';
import { pngKept, webpKept } from './png-webp.ts';

export interface PhotoExtras {
  /** where it says it was taken, WGS 84 */
  readonly place: Position | null;
  /** whether there is anything beside the picture: `fixed` when we could not take it out */
  readonly extras: 'none' | 'removable' | 'fixed';
}

type Format = 'jpeg' | 'png' | 'webp' | null;

function formatOf(bytes: Uint8Array): Format {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  if (ascii(bytes, 1, 3) === 'PNG') return 'png';
  return ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP' ? 'webp' : null;
}

/** @param mediaType as the browser names it: only images have such extras that we know of */
export function readPhoto(bytes: Uint8Array, mediaType: string): PhotoExtras {
  if (heifType(bytes) !== null) return readHeif(bytes);
  const format = formatOf(bytes);
  // films and raw pictures come without a name of their format as often as with one
  const likely = /^(image|video)\//.test(mediaType) || ascii(bytes, 4, 4) === 'ftyp' || isTiff(bytes);
  if (format === null) return { place: null, extras: likely ? 'fixed' : 'none' };
  const kept = keptOf(bytes, format);
  const clean = sameBytes(bytes, joined(bytes, format, kept));
  return {
    place: kept.exif === null ? null : placeIn(bytes, kept.exif),
    extras: kept.unclear ? 'fixed' : clean ? 'none' : 'removable',
  };
}

const isTiff = (bytes: Uint8Array) => /^(II\*\0|MM\0\*)/.test(ascii(bytes, 0, 4));

function readHeif(bytes: Uint8Array): PhotoExtras {
  const { exif, unclear } = heifParts(bytes);
  const clean = sameBytes(bytes, bareHeif(bytes));
  return {
    place: exif === null ? null : placeIn(bytes, exif),
    extras: unclear ? 'fixed' : clean ? 'none' : 'removable',
  };
}

/** The media type of a photo, as its bytes say; null where they say nothing that we know. Not every browser knows HEIC. */
export function photoType(bytes: Uint8Array): string | null {
  const format = formatOf(bytes);
  return format === null ? heifType(bytes) : `image/${format}`;
}

/**
 * The photo without what the camera wrote beside it, but for which way is up; as it is where we can't take that out
 * (`extras` is `fixed`).
 */
export function barePhoto(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (heifType(bytes) !== null) return bareHeif(bytes);
  const format = formatOf(bytes);
  const kept = format === null ? null : keptOf(bytes, format);
  return kept === null || kept.unclear ? new Uint8Array(bytes) : joined(bytes, format, kept);
}

function keptOf(bytes: Uint8Array, format: NonNullable<Format>): Kept {
  if (format === 'jpeg') return jpegKept(bytes);
  return format === 'png' ? pngKept(bytes) : webpKept(bytes);
}

function joined(bytes: Uint8Array, format: Format, { parts, exif }: Kept): Uint8Array<ArrayBuffer> {
  const turned = format === 'jpeg' && exif !== null ? orientationIn(bytes, exif) : 1;
  // after the start of the image
  return together(turned === 1 ? parts : [...parts.slice(0, 1), upright(turned), ...parts.slice(1)]);
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
