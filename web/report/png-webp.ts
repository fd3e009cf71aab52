/**
 * A PNG (W3C, third edition) or a WebP (RFC 9649) with the chunks that draw it and nothing else: texts, EXIF, XMP, times, C2PA
 * and whatever else programmes add go, known or not, and so does what stands behind the picture's end.
 */
import { ascii, type Kept, together, viewOf } from './photo-bytes.ts';

/** Chunks that draw, and how many bytes each may be: more is none of theirs. */
const PNG_DRAWS: ReadonlyMap<string, number> = new Map([
  ...(['IDAT', 'fdAT', 'iCCP'] as const).map((name) => [name, Number.POSITIVE_INFINITY] as const),
  ...Object.entries({ IHDR: 13, PLTE: 768, IEND: 0, tRNS: 256, cHRM: 32, gAMA: 4, sBIT: 4, sRGB: 1 }),
  ...Object.entries({ cICP: 4, mDCV: 24, cLLI: 8, bKGD: 6, pHYs: 9, acTL: 8, fcTL: 26 }),
]);

export function pngKept(bytes: Uint8Array): Kept {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 8)];
  let exif: number | null = null;
  let unclear = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = ascii(bytes, at + 4, 4);
    const size = view.getUint32(at);
    const to = Math.min(at + 12 + size, bytes.length);
    if (size <= (PNG_DRAWS.get(name) ?? -1)) parts.push(bytes.subarray(at, to));
    // a capital says that it can't be drawn without
    else unclear ||= /^[A-Z]/.test(name);
    if (name === 'eXIf') exif ??= at + 8;
    if (name === 'IEND') break;
    at = to;
  }
  return { parts, exif, unclear };
}

const WEBP_DRAWS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const FRAME_DRAWS = new Set(['VP8 ', 'VP8L', 'ALPH']);
/** In VP8X: there is EXIF, there is XMP. */
const SAYS_MORE = 0x0c;
/** Where a frame stands and how long, before its own chunks. */
const FRAME_HEAD = 16;

export function webpKept(bytes: Uint8Array): Kept {
  const end = bytes.length < 12 ? bytes.length : Math.min(bytes.length, 8 + viewOf(bytes).getUint32(4, true));
  let exif: number | null = null;
  const parts: Uint8Array[] = [new Uint8Array(bytes.subarray(0, 12))];
  for (const { name, at, to, size } of chunks(bytes, 12, end)) {
    const body = bytes.subarray(at, to);
    if (name === 'EXIF') exif ??= at + (ascii(body, 0, 4) === 'Exif' ? 6 : 0);
    if (!WEBP_DRAWS.has(name)) continue;
    if (name === 'VP8X') parts.push(...chunk(name, about(body), Math.min(size, 10)));
    else if (name === 'ANMF') {
      const inside = together([
        body.subarray(0, FRAME_HEAD),
        ...chunks(bytes, at + FRAME_HEAD, to)
          .filter((c) => FRAME_DRAWS.has(c.name))
          .flatMap((c) => chunk(c.name, bytes.subarray(c.at, c.to), c.size)),
      ]);
      parts.push(...chunk(name, inside, inside.length));
    } else parts.push(...chunk(name, body, size));
  }
  const [head] = parts;
  // the file says how long it is
  if (head?.length === 12) viewOf(head).setUint32(4, parts.reduce((n, p) => n + p.length, 0) - 8, true);
  return { parts, exif, unclear: false };
}

function about(body: Uint8Array): Uint8Array {
  const bare = new Uint8Array(body.subarray(0, 10));
  bare[0] = (bare[0] ?? 0) & ~SAYS_MORE;
  return bare;
}

function chunks(bytes: Uint8Array, from: number, end: number) {
  const view = viewOf(bytes);
  const found: { name: string; at: number; to: number; size: number }[] = [];
  for (let at = from; at + 8 <= end; ) {
    const size = view.getUint32(at + 4, true);
    found.push({ name: ascii(bytes, at, 4), at: at + 8, to: Math.min(at + 8 + size, end), size });
    at += 8 + size + (size % 2);
  }
  return found;
}

/** @param size as the file says it, more than there is where the file ends too early */
function chunk(name: string, body: Uint8Array, size: number): readonly Uint8Array[] {
  const head = new Uint8Array(8);
  head.set(Uint8Array.from(name, (c) => c.charCodeAt(0)));
  viewOf(head).setUint32(4, size, true);
  return [head, body, new Uint8Array(body.length === size ? size % 2 : 0)];
}
