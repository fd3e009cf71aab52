/**
 * Digests: SHA-256 over the canonical text (RFC 8785) in UTF-8. An entry is named by its id and this digest, a receipt
 * holds the digest of the receipt before it, so that a changed or removed entry is found (design, laws 1 and 3).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';
import type { Digest, Entry, Instant, Ref } from './entry.ts';

/** SHA-256 of a text in UTF-8, 64 lower-case hex digits. */
export function digestOfText(text: string): Digest {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of bytes, 64 lower-case hex digits: the name of a capture. */
export function digestOfBytes(bytes: Uint8Array): Digest {
  return bytesToHex(sha256(bytes));
}

/** The digest that names an entry. The entry has passed `unwritable`. */
export function digestOf(entry: Entry): Digest {
  return digestOfText(canonical(entry));
}

/** How an entry is named by others. */
export function refOf(entry: Entry): Ref {
  return { id: entry.id, digest: digestOf(entry) };
}

/** What stands before the first receipt of an office and programme. */
export const noPrevious: Digest = '0'.repeat(64);

/**
 * The digest of a receipt: over its number, instant (ISO 8601 UTC with milliseconds), the entry it is for and the digest
 * of the receipt before (`noPrevious` for number 1).
 */
export function receiptDigest(receipt: {
  readonly number: number;
  readonly instant: Instant;
  readonly entry: Ref;
  readonly previous: Digest;
}): Digest {
  const { number, instant, previous } = receipt;
  const entry = { id: receipt.entry.id, digest: receipt.entry.digest };
  return digestOfText(canonical({ number, instant, entry, previous }));
}
