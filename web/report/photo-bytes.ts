/** Reading and joining the bytes of a photo. */

/** What of a file is kept of it without what the camera wrote beside the picture. */
export interface Kept {
  readonly parts: readonly Uint8Array[];
  /** where the header of its EXIF stands in the file as it was given */
  readonly exif: number | null;
  /** there is something of which we can't tell whether the picture needs it */
  readonly unclear: boolean;
}

export const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

export const viewOf = (b: Uint8Array) => new DataView(b.buffer, b.byteOffset, b.byteLength);

export function together(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const sameBytes = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, n) => byte === b[n]);
