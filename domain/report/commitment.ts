/**
 * Personal values stand in an entry only as salted commitments (design, law 9): SHA-256 over 16 random bytes and the
 * canonical value. Value and salt live in a room apart; erasing them there touches no digest, and without the salt the
 * commitment can't be tried against guesses.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { hasPersonalWords } from '../record/free-text.ts';
import type { Model } from '../record/kind.ts';
import { personalPassages, quotesFrom } from '../record/personal-passages.ts';
import { canonical } from './canonical.ts';
import type { DraftReport, PersonalValue } from './draft.ts';
import type { Claim, Digest, Report, Value } from './entry.ts';

/** The commitment to a value under a salt of 32 hex digits. */
export function commit(value: Value, salt: string): Digest {
  return bytesToHex(sha256(concatBytes(hexToBytes(salt), utf8ToBytes(canonical(value)))));
}

/** True when `kept` is what the commitment was made over. */
export function opens(commitment: Digest, kept: Pick<PersonalValue, 'value' | 'salt'>): boolean {
  return bytesToHex(sha256(concatBytes(hexToBytes(kept.salt), utf8ToBytes(kept.value)))) === commitment;
}

/**
 * Takes the personal claims out of a report. `salts` gives 32 fresh random hex digits at each call. With the value go the
 * words it was read from (the quote) and the speaker's words of doubt, which may repeat it, and on kinds whose free text is
 * personal (free-text.ts) those of every claim, and those of any claim that quotes from the same passage; they come back in
 * `kept`, to stand in the room apart. A report that is sealed already comes back as it is. Ids are derived and digests taken
 * after.
 */
export function sealPersonal(report: Report, model: Model, salts: () => string): DraftReport {
  const personal: PersonalValue[] = [];
  const columns: Record<string, string> = {};
  const passages = personalPassages(report, model);
  const claims = report.claims.map((claim, n): Claim => {
    const kind = model.kinds.get(report.items[claim.on]?.kind ?? '');
    const secret = hasPersonalWords(kind, claim.property) || quotesFrom(claim, passages);
    const bare = secret ? withoutWords(claim, n, columns) : claim;
    if (kind?.properties[claim.property]?.sensitivity !== 'personal') return bare;
    if (claim.value.type === 'personal' || saysNothing(claim.value)) return bare;
    const salt = salts();
    personal.push({ report: report.id, n, salt, value: canonical(claim.value) });
    return { ...bare, value: { type: 'personal', commitment: commit(claim.value, salt) } };
  });
  if (claims.every((claim, n) => claim === report.claims[n])) return { report, personal };
  const sealed = { ...report, claims };
  if (Object.keys(columns).length === 0) return { report: sealed, personal };
  return { report: sealed, personal, kept: { report: report.id, sensitivity: 'personal', columns } };
}

/**
 * True for a word that a value is not known, without the text it was read from: no personal value. It stays in clear, for
 * under a seal the fold would take it for a newer value than the one that is known (latest.ts).
 */
export function saysNothing(value: Value): boolean {
  return value.type === 'unknown' && value.typed === undefined;
}

function withoutWords(claim: Claim, n: number, columns: Record<string, string>): Claim {
  if (!claim.where?.quote && claim.sure?.doubt === undefined) return claim;
  let { where, sure, ...rest } = claim;
  if (where?.quote) {
    columns[`claims.${n}.quote`] = canonical(where.quote);
    const { quote: _, ...place } = where;
    where = place;
  }
  if (sure?.doubt !== undefined) {
    columns[`claims.${n}.doubt`] = sure.doubt;
    const { doubt: _, ...graded } = sure;
    sure = graded;
  }
  return { ...rest, ...(where && { where }), ...(sure && { sure }) };
}
