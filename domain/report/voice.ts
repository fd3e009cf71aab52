/**
 * The voice of a claim is who said it; nobody named, who published it; else the source (design, *Who*). A relay is not a
 * second voice: a newspaper that repeats an operator's figure speaks with the operator's voice.
 */
import type { Claim, Party, Report } from './entry.ts';

/** An item's id, or a name after trimming and Unicode normalisation. */
export function voiceOf(report: Report, claim?: Pick<Claim, 'said' | 'published'>): string {
  return (
    named(claim?.said) ??
    named(report.said) ??
    named(claim?.published) ??
    named(report.published) ??
    named(report.source) ??
    ''
  );
}

function named(party: Party | undefined): string | undefined {
  if (party === undefined) return undefined;
  const name = party.item ?? party.name?.normalize('NFC').trim();
  return name === '' ? undefined : name;
}
