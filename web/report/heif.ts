/**
 * What a camera writes beside the picture in a HEIC, HEIF or AVIF file (ISO/IEC 14496-12 and 23008-12): items of the `meta`
 * box (Exif, XMP), boxes and properties of its maker's, words in them, bytes that no picture is made of, a short film of the
 * moment. They are written over where they stand, not cut out, since the picture's parts are found by their place in the file.
 * What draws the picture is known by name and kept; what could be part of it and is not known leaves the file unclear. Which
 * way is up is a property of the picture there.
 */
import { type Box, boxesIn } from './heif-boxes.ts';
import {
  itemPlaces,
  itemTypes,
  knownReferences,
  liesHere,
  propertiesOver,
  type Stretch,
  unknownGroups,
} from './heif-items.ts';
import { jpegKept } from './jpeg.ts';
import { ascii, sameBytes, together, viewOf } from './photo-bytes.ts';

/** A stretch to be written over; `room`: the name of a box that becomes room that readers pass over. */
interface Beside {
  readonly from: number;
  readonly to: number;
  readonly is: 'exif' | 'xmp' | 'other' | 'room';
}

export interface HeifParts {
  readonly beside: readonly Beside[];
  /** where its TIFF header stands */
  readonly exif: number | null;
  /** there is something that we can't tell from the picture, or can't reach */
  readonly unclear: boolean;
}

const BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'mif2', 'avif', 'miaf', 'jpeg']);
const PICTURES = new Set([
  ...['hvc1', 'hev1', 'lhv1', 'av01', 'avc1', 'vvc1', 'jpeg', 'j2k1', 'unci'],
  ...['grid', 'iovl', 'iden', 'tmap'],
]);
const BESIDE = new Set(['Exif', 'mime', 'uri ']);
const ROOM = new Set(['free', 'skip']);
/** Boxes of a file and of its `meta` that say how the picture is made up, and nothing of who took it. */
const TOP = new Set(['ftyp', 'meta', 'mdat', 'mini', 'moov', ...ROOM]);
const LISTS = new Set(['hdlr', 'pitm', 'iinf', 'iloc', 'iref', 'iprp', 'idat', 'dinf', 'grpl']);

/** Whether the first box names a still picture of this family, and its media type. */
export function heifType(bytes: Uint8Array): 'image/heic' | 'image/avif' | null {
  const ftyp =
    ascii(bytes, 4, 4) === 'ftyp' ? boxesIn(bytes, 0, Math.min(bytes.length, 512)).all[0] : undefined;
  if (ftyp === undefined) return null;
  const brands: string[] = [ascii(bytes, ftyp.at, 4)];
  for (let at = ftyp.at + 8; at + 4 <= ftyp.to; at += 4) brands.push(ascii(bytes, at, 4));
  if (!brands.some((b) => BRANDS.has(b))) return null;
  return brands.includes('avif') ? 'image/avif' : 'image/heic';
}

/** What of the file is not the picture. A file that ends too early is read as far as it goes, and is unclear. */
export function heifParts(bytes: Uint8Array): HeifParts {
  const reading = new Reading(bytes);
  try {
    reading.file();
  } catch (error) {
    // a number beyond the end of the file
    if (!(error instanceof RangeError)) throw error;
    reading.unclear = true;
  }
  return reading;
}

class Reading implements HeifParts {
  readonly beside: Beside[] = [];
  exif: number | null = null;
  unclear = false;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  file(): void {
    const bytes = this.#bytes;
    const { all, end, torn } = boxesIn(bytes, 0, bytes.length);
    // a sequence of pictures has tracks with words of their own; of two lists we can't tell which is read
    const metas = all.filter(({ type }) => type === 'meta');
    this.unclear = torn || metas.length !== 1 || all.some(({ type }) => type === 'moov' || type === 'mini');
    for (const box of all) {
      if (!TOP.has(box.type)) this.#box(box);
      // room that is left may still hold what stood there
      if (ROOM.has(box.type)) this.#over([[box.at, box.to]]);
    }
    this.#over([[end, bytes.length]]);
    const [meta] = metas;
    if (meta) this.#meta(meta, all);
  }

  #meta(meta: Box, top: readonly Box[]): void {
    const bytes = this.#bytes;
    const { all, end, torn } = boxesIn(bytes, meta.at + 4, meta.to);
    const lists = new Map(all.map((box) => [box.type, box]));
    const twice =
      all.filter(({ type }) => LISTS.has(type)).length > [...LISTS].filter((t) => lists.has(t)).length;
    this.unclear ||= torn || twice;
    this.#over([[end, meta.to]]);
    for (const box of all) {
      if (ROOM.has(box.type)) this.#over([[box.at, box.to]]);
      else if (!LISTS.has(box.type) || (box.type === 'dinf' && !liesHere(bytes, box))) this.#box(box);
    }
    const [iinf, iloc, idat] = [lists.get('iinf'), lists.get('iloc'), lists.get('idat')];
    this.#lists(lists);
    const types = iinf ? itemTypes(bytes, iinf) : null;
    const places = iloc ? itemPlaces(bytes, iloc, idat?.at ?? null) : null;
    if (types === null || places === null) {
      this.unclear = true;
      return;
    }
    this.#over([...types.over, ...places.over]);
    this.#items(types.types, places.places, [
      ...top.filter(({ type }) => type === 'mdat'),
      ...(idat ? [idat] : []),
    ]);
  }

  /** The lists that say no place of anything. */
  #lists(lists: ReadonlyMap<string, Box>): void {
    const bytes = this.#bytes;
    const [hdlr, pitm, iref] = [lists.get('hdlr'), lists.get('pitm'), lists.get('iref')];
    const [iprp, grpl] = [lists.get('iprp'), lists.get('grpl')];
    // a name, behind the numbers
    if (hdlr) this.#over([[hdlr.at + 24, hdlr.to]]);
    if (pitm && pitm.to - pitm.at !== (bytes[pitm.at] === 0 ? 6 : 8)) this.unclear = true;
    if (iref && !knownReferences(bytes, iref)) this.unclear = true;
    const properties = iprp && propertiesOver(bytes, iprp);
    const groups = grpl && unknownGroups(bytes, grpl);
    if (properties === null || groups === null) this.unclear = true;
    this.#over(properties?.over ?? []);
    for (const box of groups ?? []) this.#box(box);
  }

  /** @param rooms the boxes that hold what items are made of */
  #items(
    types: ReadonlyMap<number, string>,
    places: ReadonlyMap<number, readonly Stretch[]>,
    rooms: readonly Box[],
  ): void {
    const bytes = this.#bytes;
    const held = ([from, to]: Stretch) => from < to && rooms.some((room) => room.at <= from && to <= room.to);
    const drawn: Stretch[] = [];
    const others: [type: string, extents: readonly Stretch[]][] = [];
    for (const [item, type] of types) {
      const extents = places.get(item) ?? [];
      if (!extents.every(held)) this.unclear = true;
      else if (PICTURES.has(type)) drawn.push(...extents);
      else if (BESIDE.has(type) && extents.length > 0) others.push([type, extents]);
      else this.unclear = true;
      // a picture of its own, with all that one may carry
      if (type === 'jpeg' && !isBareJpeg(extents.map(([from, to]) => bytes.subarray(from, to))))
        this.unclear = true;
    }
    drawn.sort(([a], [b]) => a - b);
    for (const room of rooms) {
      let at = room.at;
      for (const [from, to] of drawn.filter(([from]) => room.at <= from && from < room.to)) {
        this.#over([[at, from]]);
        at = Math.max(at, to);
      }
      this.#over([[at, room.to]]);
    }
    for (const [type, extents] of others)
      for (const [n, [from, to]] of extents.entries()) {
        if (drawn.some(([a, b]) => a < to && from < b)) this.unclear = true;
        this.#beside(type, from, to, n === 0);
      }
  }

  #beside(type: string, from: number, to: number, first: boolean): void {
    if (type === 'Exif' && first && to - from >= 12) {
      const exif = from + 4 + viewOf(this.#bytes).getUint32(from);
      if (exif < to) this.exif ??= exif;
      this.beside.push({ from, to, is: 'exif' });
    } else this.beside.push({ from, to, is: type === 'mime' && first ? 'xmp' : 'other' });
  }

  #box({ from, at, to }: Box): void {
    this.beside.push({ from: from + 4, to: from + 8, is: 'room' });
    this.#over([[at, to]]);
  }

  #over(stretches: readonly Stretch[]): void {
    for (const [from, to] of stretches) if (from < to) this.beside.push({ from, to, is: 'other' });
  }
}

function isBareJpeg(extents: readonly Uint8Array[]): boolean {
  const whole = together(extents);
  const { parts, unclear } = jpegKept(whole);
  return !unclear && sameBytes(whole, together(parts));
}

/** An Exif block that says nothing: no offset, then a TIFF header with an empty directory. */
const NO_EXIF = [0, 0, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0];
const NO_XMP = [...'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'].map((c) => c.charCodeAt(0));

const WORDS = { exif: NO_EXIF, xmp: NO_XMP, room: [0x66, 0x72, 0x65, 0x65], other: [] } as const;

/** The same file with what is beside the picture written over, as long as it was; as it is where that is unclear. */
export function bareHeif(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const bare = new Uint8Array(bytes);
  const { beside, unclear } = heifParts(bytes);
  if (unclear) return bare;
  for (const { from, to, is } of beside) {
    bare.fill(is === 'xmp' ? 0x20 : 0, from, to);
    const words = WORDS[is];
    if (words.length <= to - from) bare.set(words, from);
  }
  return bare;
}
