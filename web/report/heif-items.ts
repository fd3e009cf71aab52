/**
 * What the `meta` box of a HEIF file lists (ISO/IEC 23008-12): its items, where each lies, how they belong together, and the
 * properties they are drawn by. Each reader gives null where there is anything that it does not know to the last byte.
 */
import { type Box, boxesIn, numbersFrom } from './heif-boxes.ts';
import { ascii } from './photo-bytes.ts';

export type Stretch = readonly [from: number, to: number];

/** Bytes that draw nothing, to be written over. */
interface Over {
  readonly over: readonly Stretch[];
}

const RDF = /^\0application\/rdf\+xml\0{1,2}$/;

/** Each item's kind. Its name goes. */
export function itemTypes(
  bytes: Uint8Array,
  iinf: Box,
): (Over & { readonly types: ReadonlyMap<number, string> }) | null {
  const types = new Map<number, string>();
  const over: Stretch[] = [];
  const { all, end, torn } = boxesIn(bytes, iinf.at + (bytes[iinf.at] === 0 ? 6 : 8), iinf.to);
  if (torn || end < iinf.to) return null;
  for (const infe of all) {
    const version = bytes[infe.at] ?? 0;
    if (infe.type !== 'infe' || version < 2 || version > 3) return null;
    const read = numbersFrom(bytes, infe.at + 4);
    const id = read.next(version === 2 ? 2 : 4);
    const named = read.at() + 6;
    if (named > infe.to || types.has(id)) return null;
    types.set(id, ascii(bytes, named - 4, 4));
    if (!RDF.test(ascii(bytes, named, infe.to - named))) over.push([named, infe.to]);
  }
  return { types, over };
}

/** Where in the file each item lies. */
export function itemPlaces(
  bytes: Uint8Array,
  iloc: Box,
  idat: number | null,
): (Over & { readonly places: ReadonlyMap<number, readonly Stretch[]> }) | null {
  const version = bytes[iloc.at] ?? 0;
  if (version > 2) return null;
  const { at, next } = numbersFrom(bytes, iloc.at + 4);
  const [sizes, more] = [next(1), next(1)];
  const [ofOffset, ofLength, ofBase] = [sizes >> 4, sizes & 15, more >> 4];
  const ofIndex = version === 0 ? 0 : more & 15;
  if (![ofOffset, ofLength, ofBase, ofIndex].every((size) => [0, 4, 8].includes(size))) return null;
  const places = new Map<number, readonly Stretch[]>();
  for (let left = next(version < 2 ? 2 : 4); left > 0; left--) {
    const id = next(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : next(2) & 15;
    const elsewhere = next(2);
    // parts of another item, of another file, or of a box that is not there, can't be reached
    if (elsewhere !== 0 || method > 1 || (method === 1 && idat === null) || places.has(id)) return null;
    const base = next(ofBase) + (method === 1 ? (idat ?? 0) : 0);
    const extents: Stretch[] = [];
    for (let n = next(2); n > 0 && at() <= iloc.to; n--) {
      next(ofIndex);
      const from = base + next(ofOffset);
      extents.push([from, from + next(ofLength)]);
    }
    if (at() > iloc.to) return null;
    places.set(id, extents);
  }
  return { places, over: [[at(), iloc.to]] };
}

const REFERENCES = new Set(['cdsc', 'dimg', 'thmb', 'auxl', 'prem', 'base', 'exbl', 'pred']);

/** Whether all that is said of how items belong together is numbers of items. */
export function knownReferences(bytes: Uint8Array, iref: Box): boolean {
  const size = bytes[iref.at] === 0 ? 2 : 4;
  const { all, end, torn } = boxesIn(bytes, iref.at + 4, iref.to);
  if (torn || end < iref.to) return false;
  return all.every((box) => {
    const { next } = numbersFrom(bytes, box.at);
    next(size);
    return REFERENCES.has(box.type) && box.at + size + 2 + next(2) * size === box.to;
  });
}

/** Properties that draw, and how many bytes each may be. */
const PROPERTIES: ReadonlyMap<string, number> = new Map([
  ...['hvcC', 'lhvC', 'av1C', 'avcC', 'vvcC', 'jpgC', 'j2kH', 'uncC', 'cmpd', 'colr'].map(
    (type) => [type, Number.POSITIVE_INFINITY] as const,
  ),
  ...Object.entries({ ispe: 12, pixi: 40, pasp: 8, clap: 32, irot: 1, imir: 1, auxC: 200, lsel: 2 }),
  ...Object.entries({ clli: 4, mdcv: 24, cclv: 30, amve: 8, a1op: 1, a1lx: 13, rloc: 12, ndwt: 8, reve: 16 }),
]);
const COLOURS = new Set(['nclx', 'prof', 'rICC']);
const AUXILIARY = /^(urn:mpeg:|urn:com:apple:photo:|tag:apple\.com,)[\w:./-]*\0/;

/** What of the properties goes: those that draw nothing lose their content, and keep their place, since they are counted. */
export function propertiesOver(bytes: Uint8Array, iprp: Box): Over | null {
  const parts = boxesIn(bytes, iprp.at, iprp.to);
  const ipco = parts.all.find(({ type }) => type === 'ipco');
  const others = parts.all.filter((box) => box !== ipco);
  if (ipco === undefined || others.some(({ type }) => type !== 'ipma')) return null;
  const listed = boxesIn(bytes, ipco.at, ipco.to);
  if (parts.torn || listed.torn || parts.end < iprp.to || listed.end < ipco.to) return null;
  const over: Stretch[] = [];
  const gone = new Set<number>();
  for (const [n, { type, at, to }] of listed.all.entries()) {
    const most = PROPERTIES.get(type);
    if (most === undefined || (type === 'colr' && !COLOURS.has(ascii(bytes, at, 4)))) {
      over.push([at, to]);
      gone.add(n + 1);
    } else if (to - at > most) return null;
    else if (type === 'auxC' && !AUXILIARY.test(ascii(bytes, at + 4, to - at - 4))) return null;
  }
  for (const ipma of others) {
    const { at, next } = numbersFrom(bytes, ipma.at);
    const version = next(1);
    next(2);
    const [ofItem, ofIndex] = [version < 1 ? 2 : 4, (next(1) & 1) + 1];
    for (let left = next(4); left > 0; left--) {
      next(ofItem);
      for (let n = next(1); n > 0; n--) {
        const said = next(ofIndex);
        const needed = ofIndex === 1 ? 0x80 : 0x8000;
        // who draws it has to know this one
        if ((said & needed) !== 0 && gone.has(said & (needed - 1))) return null;
      }
      if (at() > ipma.to) return null;
    }
    over.push([at(), ipma.to]);
  }
  return { over };
}

/** The boxes of groups that are more than numbers of items that can stand for one another, or are seen together. */
export function unknownGroups(bytes: Uint8Array, grpl: Box): readonly Box[] | null {
  const { all, end, torn } = boxesIn(bytes, grpl.at, grpl.to);
  if (torn || end < grpl.to) return null;
  return all.filter(({ type, at, to }) => {
    if (!['altr', 'ster'].includes(type) || at + 12 > to) return true;
    return at + 12 + 4 * numbersFrom(bytes, at + 8).next(4) !== to;
  });
}

/** Whether what is said of where the bytes lie is only that they lie in this file. */
export function liesHere(bytes: Uint8Array, { at, to }: Box): boolean {
  return to - at === 28 && ascii(bytes, at + 4, 4) === 'dref' && ascii(bytes, at + 20, 4) === 'url ';
}
