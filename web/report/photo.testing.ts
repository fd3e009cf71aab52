/** Photos made up for tests: a JPEG of one grey pixel with what a telephone writes into it, and a HEIC with the same. */
import type { Position } from '@tilth/domain/report/entry';

/** The smallest grey JPEG, from its first table on. */
const PICTURE =
  '/9sAQwADAgICAgIDAgICAwMDAwQGBAQEBAQIBgYFBgkICgoJCAkJCgwPDAoLDgsJCQ0RDQ4PEBAREAoMEhMSEBMPEBAQ/8kACwgAAQABAQERAP/MAAYAEBAF/9oACAEBAAA/ANIP/9k=';
const MAKE = 'Telephone of somebody\0';
/** Where in the EXIF block the directory of the position and its numbers stand. */
const GPS = 50;
const NUMBERS = 104;

export const bytesOf = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

function tiffOf([lon, lat]: Position, orientation: number): Uint8Array {
  const tiff = new Uint8Array(NUMBERS + 48 + MAKE.length);
  const view = new DataView(tiff.buffer);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    view.setUint32(at + 8, value, true);
  };
  tiff.set(bytesOf('II'));
  view.setUint16(2, 42, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, 3, true);
  entry(10, 0x010f, 2, MAKE.length, NUMBERS + 48);
  entry(22, 0x0112, 3, 1, orientation);
  entry(34, 0x8825, 4, 1, GPS);
  view.setUint16(GPS, 4, true);
  entry(GPS + 2, 1, 2, 2, (lat < 0 ? 'S' : 'N').charCodeAt(0));
  entry(GPS + 14, 2, 5, 3, NUMBERS);
  entry(GPS + 26, 3, 2, 2, (lon < 0 ? 'W' : 'E').charCodeAt(0));
  entry(GPS + 38, 4, 5, 3, NUMBERS + 24);
  for (const [i, angle] of [lat, lon].entries()) {
    const ms = Math.round(Math.abs(angle) * 3_600_000);
    const parts = [Math.floor(ms / 3_600_000), 1, Math.floor(ms / 60_000) % 60, 1, ms % 60_000, 1000];
    parts.forEach((n, k) => {
      view.setUint32(NUMBERS + i * 24 + k * 4, n, true);
    });
  }
  tiff.set(bytesOf(MAKE), NUMBERS + 48);
  return tiff;
}

export function invented(at: Position, orientation: number): Uint8Array<ArrayBuffer> {
  return together([
    [0xff, 0xd8],
    segment([...bytesOf('Exif\0\0'), ...tiffOf(at, orientation)]),
    segment([...bytesOf('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>')]),
    [...bytesOf(atob(PICTURE))],
  ]);
}

function segment(body: readonly number[]): readonly number[] {
  const length = body.length + 2;
  return [0xff, 0xe1, length >> 8, length & 0xff, ...body];
}

function together(parts: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parts.flat());
}

const whole = (n: number, size: 2 | 4) =>
  [24, 16, 8, 0].slice(size === 4 ? 0 : 2).map((by) => (n >> by) & 255);
export const box = (type: string, ...parts: readonly (readonly number[])[]): readonly number[] => {
  const body = parts.flat();
  return [...whole(body.length + 8, 4), ...bytesOf(type), ...body];
};
const full = (version: number) => [version, 0, 0, 0];

interface More {
  /** boxes in the list of properties */
  readonly properties?: readonly number[];
  /** boxes of the list of items */
  readonly meta?: readonly number[];
  /** boxes behind the rest */
  readonly top?: readonly number[];
  /** bytes behind those of the items */
  readonly data?: readonly number[];
}

/** A HEIC as a telephone writes it: a coded picture (`coded`), then Exif and XMP, and a film of the moment behind. */
export function inventedHeic(
  at: Position,
  coded: string,
  kinds = ['hvc1', 'Exif', 'mime'],
  more: More = {},
): Uint8Array {
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>Somebody</creator></x:xmpmeta>';
  const data = [[...bytesOf(coded)], [0, 0, 0, 0, ...tiffOf(at, 6)], [...bytesOf(xmp)]];
  const ftyp = box('ftyp', [...bytesOf('heic')], [0, 0, 0, 0], [...bytesOf('mif1heic')]);
  const names = kinds.map((kind, n) =>
    box('infe', full(2), whole(n + 1, 2), [0, 0], [...bytesOf(`${kind}\0`)]),
  );
  const metaOf = (from: number) => {
    let next = from;
    const places = data.map((part, n) => {
      const place = [...whole(n + 1, 2), 0, 0, 0, 0, 0, 1, ...whole(next, 4), ...whole(part.length, 4)];
      next += part.length;
      return place;
    });
    return box(
      'meta',
      full(0),
      box('iinf', full(0), whole(names.length, 2), ...names),
      box('iloc', full(1), [0x44, 0], whole(places.length, 2), ...places),
      box('iprp', box('ipco', more.properties ?? [])),
      more.meta ?? [],
    );
  };
  const length = ftyp.length + metaOf(0).length + 8;
  return together([
    ftyp,
    metaOf(length),
    box('mdat', ...data, more.data ?? []),
    box('mpvd', [...bytesOf('film of the moment')]),
    more.top ?? [],
  ]);
}
