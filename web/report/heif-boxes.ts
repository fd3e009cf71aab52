/** Boxes of the ISO base media file format (ISO/IEC 14496-12): where each stands. */
import { ascii, viewOf } from './photo-bytes.ts';

export interface Box {
  readonly type: string;
  readonly from: number;
  /** where its content begins */
  readonly at: number;
  readonly to: number;
}

export interface Boxes {
  readonly all: readonly Box[];
  /** where the last of them ends */
  readonly end: number;
  /** one is longer than its room, and ends with it */
  readonly torn: boolean;
}

/** Boxes that follow one another in `[from, to)`. */
export function boxesIn(bytes: Uint8Array, from: number, to: number): Boxes {
  const view = viewOf(bytes);
  const all: Box[] = [];
  let at = from;
  let torn = false;
  while (at + 8 <= to) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > to) break;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    if (size < head) break;
    torn ||= at + size > to;
    const end = Math.min(at + size, to);
    all.push({ type: ascii(bytes, at + 4, 4), from: at, at: at + head, to: end });
    at = end;
  }
  return { all, end: at, torn };
}

/** Reads numbers one after the other; a RangeError beyond the file. */
export function numbersFrom(bytes: Uint8Array, from: number) {
  const view = viewOf(bytes);
  let at = from;
  return {
    at: () => at,
    /** @param size 0, 1, 2, 4 or 8 bytes */
    next(size: number): number {
      at += size;
      if (size === 0) return 0;
      if (size === 1) return view.getUint8(at - 1);
      if (size === 8) return Number(view.getBigUint64(at - 8));
      return size === 4 ? view.getUint32(at - 4) : view.getUint16(at - 2);
    },
  };
}
