/**
 * The derivations of domain/report/id.ts by the platform's own SHA-256, which is many times faster than the portable
 * one: an import derives four for each row. HMAC (RFC 2104) is put together here because making a key object at every
 * call costs more than the digest. A test holds the two together.
 */
import { hash } from 'node:crypto';
import { unwritable } from '@tilth/domain/report/canonical';
import type { Id } from '@tilth/domain/report/entry';

/** As `keyedDigest` of domain/report/id.ts: 64 hex digits. */
export function keyedDigest(secret: Uint8Array, parts: readonly (string | number)[]): string {
  const pads = padsOf(secret);
  if (unwritable(parts)) throw new RangeError('no canonical text');
  // the canonical text of a list of texts and numbers is what JSON.stringify writes
  const text = JSON.stringify(parts);
  const size = BLOCK + Buffer.byteLength(text);
  if (pads.inner.length < size) pads.inner = Buffer.concat([pads.inner], 2 * size);
  pads.inner.write(text, BLOCK);
  pads.outer.set(hash('sha256', pads.inner.subarray(0, size), 'buffer'), BLOCK);
  return hash('sha256', pads.outer, 'hex');
}

const BLOCK = 64;
const DIGEST = 32;

/** Each begins with the secret's pad; behind it is room for what is digested with it, used again and again. */
interface Pads {
  inner: Buffer;
  readonly outer: Buffer;
}
const known = new WeakMap<Uint8Array, Pads>();

function padsOf(secret: Uint8Array): Pads {
  const before = known.get(secret);
  if (before !== undefined) return before;
  const block = Buffer.alloc(BLOCK);
  block.set(secret.length > BLOCK ? hash('sha256', secret, 'buffer') : secret);
  const pads: Pads = {
    inner: Buffer.from(block.map((b) => b ^ 0x36)),
    outer: Buffer.concat([block.map((b) => b ^ 0x5c)], BLOCK + DIGEST),
  };
  known.set(secret, pads);
  return pads;
}

/** As `deriveId` of domain/report/id.ts: a UUIDv8. */
export function deriveId(secret: Uint8Array, parts: readonly (string | number)[]): Id {
  const hex = keyedDigest(secret, parts);
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
