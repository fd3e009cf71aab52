/**
 * Ids are made where the entry is written (design, law 10). People's devices make UUIDv7 (RFC 9562 section 5.7), so that
 * ids sort by time of writing; importers derive UUIDv8 (5.8) from programme, source, row and place, so that running again
 * gives the same ids. The derivation is keyed with the programme's secret: without it an id could be tried against lists
 * of names and would tell who a record is about.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';
import type { Id } from './entry.ts';

/** UUIDv8: the first 16 bytes of HMAC-SHA-256 under `secret` (32 bytes) over the canonical list of parts. */
export function deriveId(secret: Uint8Array, parts: readonly (string | number)[]): Id {
  return uuid(hmac(sha256, secret, utf8ToBytes(canonical(parts))).slice(0, 16), 8);
}

/** A digest under the programme's secret, 64 hex digits: for row keys, which must not tell anything about people either. */
export function keyedDigest(secret: Uint8Array, parts: readonly (string | number)[]): string {
  return bytesToHex(hmac(sha256, secret, utf8ToBytes(canonical(parts))));
}

/** UUIDv7 of an instant (milliseconds since 1970 UTC) and 10 random bytes, both given by the caller. */
export function uuidv7(instantMs: number, random: Uint8Array): Id {
  const bytes = new Uint8Array(16);
  let rest = Math.trunc(instantMs);
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  return uuid(bytes, 7);
}

function uuid(bytes: Uint8Array, version: 7 | 8): Id {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
