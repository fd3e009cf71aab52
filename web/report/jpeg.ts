/**
 * A JPEG (ISO/IEC 10918-1) with what draws it and nothing else: tables, frames and scans, and of what programmes add only the
 * density (JFIF), a colour profile (ICC in APP2) and how colours are coded (Adobe in APP14). Everything else goes, known or
 * not: EXIF, XMP, IPTC, C2PA, comments, previews, bytes between the segments, and what a telephone appends behind the
 * picture's end, a short film of the moment, a second picture, each with extras of its own.
 */
import { ascii, type Kept, together } from './photo-bytes.ts';

const EOI = 0xd9;
const SOS = 0xda;
/** Frames, tables of both kinds of coding, quantization, restarts, lines, scans; no hierarchies (C8, DE, DF). */
const DRAWS = new Set([
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf],
  ...[0xdb, 0xdc, 0xdd, SOS],
]);
const ADDED = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
/** Markers without a length: none of ours, a restart or a start out of its place. */
const BARE = (marker: number) => marker <= 1 || (marker >= 0xd0 && marker <= 0xd8);

export function jpegKept(bytes: Uint8Array): Kept {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let exif: number | null = null;
  let unclear = false;
  // the next marker is where decoders find it: behind any bytes that are none, and any number of fill bytes
  for (let at = bytes.indexOf(0xff, 2); at >= 0; at = bytes.indexOf(0xff, at)) {
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at];
    if (marker === undefined) break;
    at++;
    if (marker === EOI) {
      parts.push(new Uint8Array([0xff, EOI]));
      break;
    }
    if (BARE(marker)) continue;
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    if (length < 2) continue;
    const body = bytes.subarray(at + 2, at + length);
    if (DRAWS.has(marker)) {
      const to = marker === SOS ? scanEnd(bytes, at + length) : at + length;
      parts.push(new Uint8Array([0xff, marker]), bytes.subarray(at, to));
      at = to;
      continue;
    }
    if (marker === 0xe1 && exif === null && ascii(body, 0, 4) === 'Exif') exif = at + 8;
    const kept = keptOf(marker, body);
    if (kept !== null)
      parts.push(new Uint8Array([0xff, marker, (kept.length + 2) >> 8, (kept.length + 2) & 255]), kept);
    unclear ||= !ADDED(marker);
    at += length;
  }
  return { parts, exif, unclear };
}

/** What of an added segment is kept. */
function keptOf(marker: number, body: Uint8Array): Uint8Array | null {
  // a preview in it would be of the picture as it was taken
  if (marker === 0xe0 && ascii(body, 0, 5) === 'JFIF\0' && body.length >= 14)
    return together([body.subarray(0, 12), new Uint8Array(2)]);
  if (marker === 0xe2 && ascii(body, 0, 12) === 'ICC_PROFILE\0') return body;
  return marker === 0xee && ascii(body, 0, 5) === 'Adobe' && body.length >= 12 ? body.subarray(0, 12) : null;
}

/** Where the coded picture that begins here ends: at the next marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
