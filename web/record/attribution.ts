/**
 * Who says a value, when, and how sure: for the value in force taken from its report, for the others as the view shows
 * them. What a claim leaves out is its report's (domain/report/entry.ts, Claim).
 */
import type { ClaimRef, Party, Span, Sureness } from '@tilth/domain/report/entry';
import type { Shown, Standing } from '@tilth/domain/report/view';
import type { Received } from '../ask/answers.ts';
import type { Language } from '../language/language.tsx';

export interface Attribution {
  readonly said?: Party | undefined;
  readonly published?: Party | undefined;
  readonly source: string;
  readonly when: Span;
  readonly sure?: Sureness | undefined;
  readonly standing?: Standing | undefined;
  /** receipt number of its report, where the report is among what this reader sees */
  readonly number?: number | undefined;
}

/** Null when the report is not among the entries shown to this reader. */
export function attributionOf(ref: ClaimRef, entries: readonly Received[]): Attribution | null {
  const found = entries.find((e) => e.entry.type === 'report' && e.entry.id === ref.report);
  if (found?.entry.type !== 'report') return null;
  const report = found.entry;
  const claim = report.claims[ref.n];
  return {
    said: claim?.said ?? report.said,
    published: claim?.published ?? report.published,
    source: report.source.name,
    when: claim?.when ?? report.when,
    sure: claim?.sure ?? report.sure,
    number: found.number,
  };
}

export function attributionOfShown(shown: Shown, entries: readonly Received[]): Attribution {
  const { said, published, source, when, sure, standing } = shown;
  const number = entries.find((e) => e.ref.id === shown.claim.report)?.number;
  return { said, published, source, when, sure, standing, number };
}

/** What a source is called, without the address in angle brackets that it was found at. */
export function sourceName(source: string): string {
  return source.replace(/\s*<https?:[^<>]*>\s*$/, '') || source;
}

/** The voice in words: a name, or the start of an organisation's id where it is named by that alone. */
export function nameOf(party: Party | undefined): string | null {
  return party?.name ?? party?.item?.slice(0, 8) ?? null;
}

/** The codes in short, `B2 M1`, and the speaker's own words of doubt in quotes; empty where nothing is said of it. */
export function showSureness(sure: Sureness | undefined): string {
  if (!sure) return '';
  const judged = `${sure.source ?? ''}${sure.information ?? ''}`;
  return [judged, sure.device, sure.doubt && `“${sure.doubt}”`].filter(Boolean).join(' ');
}

/** The same codes in words, for whoever doesn't know them by heart. */
export function explainSureness(sure: Sureness | undefined, { say }: Language): string {
  if (!sure) return '';
  return [
    sure.source && say('web.sure.source', { code: sure.source }),
    sure.information && say('web.sure.information', { code: String(sure.information) }),
    sure.device && say('web.sure.device', { code: sure.device }),
  ]
    .filter(Boolean)
    .join(' ');
}
