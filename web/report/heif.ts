/**
 * What a camera writes beside the picture in a HEIC, HEIF or AVIF file (ISO/IEC 14496-12 and 23008-12): items of the `meta`
 * box (Exif, XMP), boxes of its maker's, a short film of the moment. They are written over where they stand, not cut out,
 * since the picture's parts are found by their place in the file. Which way is up is a property of the picture there.
 */

/** A stretch that holds no picture, `[from, to)`; `exif`: where its TIFF header stands; `box`: it is a whole box. */
export interface Beside {
  readonly from: number;
  readonly to: number;
  readonly is: 'exif' | 'xmp' | 'other' | 'box';
  readonly exif?: number;
}

export interface HeifParts {
  readonly beside: readonly Beside[];
  /** there is something that we can't tell from the picture, or can't reach */
  readonly unclear: boolean;
}

interface Box {
  readonly type: string;
  readonly from: number;
  /** where its content begins */
  readonly at: number;
  readonly to: number;
}

const BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'mif2', 'avif', 'miaf', 'jpeg']);
const PICTURES = new Set([
  ...['hvc1', 'hev1', 'lhv1', 'av01', 'avc1', 'vvc1', 'jpeg', 'j2k1', 'unci'],
  ...['grid', 'iovl', 'iden', 'tmap'],
]);
const ROOM = new Set(['free', 'skip']);
/** Boxes of a file or its `meta` that say how the picture is made up, and nothing of who took it. */
const KNOWN = new Set([
  ...['ftyp', 'meta', 'mdat', 'mini', ...ROOM],
  ...['hdlr', 'pitm', 'iinf', 'iloc', 'iref', 'iprp', 'idat', 'dinf', 'grpl'],
]);

const text = (b: Uint8Array, from: number, n: number) => String.fromCharCode(...b.subarray(from, from + n));

/** Whether the first box names a still picture of this family, and its media type. */
export function heifType(bytes: Uint8Array): 'image/heic' | 'image/avif' | null {
  const ftyp = text(bytes, 4, 4) === 'ftyp' ? boxes(bytes, 0, Math.min(bytes.length, 512))[0] : undefined;
  if (ftyp === undefined) return null;
  const brands: string[] = [text(bytes, ftyp.at, 4)];
  for (let at = ftyp.at + 8; at + 4 <= ftyp.to; at += 4) brands.push(text(bytes, at, 4));
  if (!brands.some((b) => BRANDS.has(b))) return null;
  return brands.includes('avif') ? 'image/avif' : 'image/heic';
}

/** Boxes that follow one another in `[from, to)`; one that is longer than its room ends with it. */
function boxes(bytes: Uint8Array, from: number, to: number): readonly Box[] {
  const view = viewOf(bytes);
  const found: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > to) break;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    if (size < head) break;
    const end = Math.min(at + size, to);
    found.push({ type: text(bytes, at + 4, 4), from: at, at: at + head, to: end });
    at = end;
  }
  return found;
}

const viewOf = (b: Uint8Array) => new DataView(b.buffer, b.byteOffset, b.byteLength);

/** What of the file is not the picture. A file that ends too early is read as far as it goes, and is unclear. */
export function heifParts(bytes: Uint8Array): HeifParts {
  try {
    return read(bytes);
  } catch (error) {
    // a number beyond the end of the file
    if (error instanceof RangeError) return { beside: [], unclear: true };
    throw error;
  }
}

function read(bytes: Uint8Array): HeifParts {
  const top = boxes(bytes, 0, bytes.length);
  const meta = top.find((b) => b.type === 'meta');
  const inside = meta ? boxes(bytes, meta.at + 4, meta.to) : [];
  const beside: Beside[] = [...top, ...inside]
    .filter((b) => !KNOWN.has(b.type) && b.type !== 'moov')
    .map((b) => ({ from: b.from, to: b.to, is: 'box' as const }));
  // room that is left may still hold what stood there
  for (const b of [...top, ...inside])
    if (ROOM.has(b.type) && b.to > b.at) beside.push({ from: b.at, to: b.to, is: 'other' });
  const end = top.at(-1)?.to ?? 0;
  if (end < bytes.length) beside.push({ from: end, to: bytes.length, is: 'other' });
  // a sequence of pictures has tracks with words of their own
  let unclear = meta === undefined || top.some((b) => b.type === 'moov' || b.type === 'mini');
  const types = itemTypes(bytes, inside);
  const places = itemPlaces(bytes, inside);
  if (types === null || places === null) return { beside, unclear: true };
  for (const [item, type] of types) {
    if (PICTURES.has(type)) continue;
    const extents = places.get(item);
    if (extents === undefined || !['Exif', 'mime', 'uri '].includes(type)) unclear = true;
    else
      for (const [n, [from, to]] of extents.entries())
        if (to > bytes.length || to === from) unclear = true;
        else beside.push(besideOf(bytes, type, from, to, n === 0));
  }
  return { beside: beside.sort((a, b) => a.from - b.from), unclear };
}

function besideOf(bytes: Uint8Array, type: string, from: number, to: number, first: boolean): Beside {
  if (type === 'Exif' && first && to - from >= 12) {
    const exif = from + 4 + viewOf(bytes).getUint32(from);
    return { from, to, is: 'exif', ...(exif < to && { exif }) };
  }
  return { from, to, is: type === 'mime' && first ? 'xmp' : 'other' };
}

/** Each item's kind; null where the list is of a form we don't read. */
function itemTypes(bytes: Uint8Array, inside: readonly Box[]): ReadonlyMap<number, string> | null {
  const iinf = inside.find((b) => b.type === 'iinf');
  if (iinf === undefined) return null;
  const found = new Map<number, string>();
  const view = viewOf(bytes);
  for (const infe of boxes(bytes, iinf.at + (bytes[iinf.at] === 0 ? 6 : 8), iinf.to)) {
    const version = bytes[infe.at] ?? 0;
    if (infe.type !== 'infe' || version < 2) return null;
    const id = version === 2 ? view.getUint16(infe.at + 4) : view.getUint32(infe.at + 4);
    found.set(id, text(bytes, infe.at + (version === 2 ? 8 : 10), 4));
  }
  return found;
}

type Extents = readonly (readonly [number, number])[];

/** Where in the file each item lies; null where the list is of a form we don't read. */
function itemPlaces(bytes: Uint8Array, inside: readonly Box[]): ReadonlyMap<number, Extents> | null {
  const iloc = inside.find((b) => b.type === 'iloc');
  const version = iloc ? (bytes[iloc.at] ?? 0) : 3;
  if (iloc === undefined || version > 2) return null;
  const idat = inside.find((b) => b.type === 'idat')?.at ?? null;
  const view = viewOf(bytes);
  let at = iloc.at + 4;
  const number = (size: number): number => {
    at += size;
    if (size === 0) return 0;
    if (size === 8) return Number(view.getBigUint64(at - 8));
    return size === 4 ? view.getUint32(at - 4) : view.getUint16(at - 2);
  };
  const [sizes, more] = [view.getUint8(at), view.getUint8(at + 1)];
  const [ofOffset, ofLength, ofBase] = [sizes >> 4, sizes & 15, more >> 4];
  const ofIndex = version === 0 ? 0 : more & 15;
  at += 2;
  const found = new Map<number, Extents>();
  for (let left = number(version < 2 ? 2 : 4); left > 0 && at < iloc.to; left--) {
    const id = number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : number(2) & 15;
    at += 2;
    const base = number(ofBase) + (method === 1 ? (idat ?? 0) : 0);
    const extents: (readonly [number, number])[] = [];
    for (let n = number(2); n > 0 && at < iloc.to; n--) {
      at += ofIndex;
      const from = base + number(ofOffset);
      extents.push([from, from + number(ofLength)]);
    }
    // parts of another item, or of a box that is not there, can't be reached
    if (method === 0 || (method === 1 && idat !== null)) found.set(id, extents);
  }
  return found;
}

/** An Exif block that says nothing: no offset, then a TIFF header with an empty directory. */
const NO_EXIF = [0, 0, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0];
const NO_XMP = [...'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'].map((c) => c.charCodeAt(0));

/** The same file with what is beside the picture written over; as long as it was. */
export function bareHeif(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const bare = new Uint8Array(bytes);
  for (const { from, to, is } of heifParts(bytes).beside) {
    const words = is === 'exif' ? NO_EXIF : is === 'xmp' ? NO_XMP : [];
    const begin = is === 'box' ? from + 8 : from;
    bare.fill(is === 'xmp' ? 0x20 : 0, begin, to);
    if (words.length <= to - from) bare.set(words, from);
    // room that readers pass over
    if (is === 'box') bare.set([0x66, 0x72, 0x65, 0x65], from + 4);
  }
  return bare;
}
