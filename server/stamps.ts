/**
 * Every answer says which office, number and fold version it is (design law 3): in the body, and in the header
 * `tilth-stamp` where the body is in somebody else's format.
 */
import type { Stamp } from '@tilth/store/store';
import { Type } from 'typebox';

export const StampSchema = Type.Object(
  {
    office: Type.String(),
    programme: Type.String(),
    number: Type.Integer({ description: 'the receipt number up to which this answer knows' }),
    fold: Type.Integer({ description: 'version of the fold' }),
    at: Type.String({ format: 'date' }),
    known: Type.Union([Type.String(), Type.Integer(), Type.Null()]),
    pending: Type.Integer({ description: 'reports received and not yet live' }),
  },
  { description: 'what this answer was worked out from' },
);

/** An RFC 8941 list: one programme a member, the rest its parameters. */
export function stampHeader(stamps: readonly Stamp[]): string {
  return stamps
    .map((s) => {
      const known =
        s.known === null ? '' : `;known=${typeof s.known === 'number' ? s.known : quoted(s.known)}`;
      return `${quoted(s.programme)};office=${quoted(s.office)};number=${s.number};fold=${s.fold};at=${quoted(s.at)}${known};pending=${s.pending}`;
    })
    .join(', ');
}

function quoted(text: string): string {
  return `"${text.replace(/[^\x20-\x7e]/gu, '?').replace(/["\\]/gu, '\\$&')}"`;
}
