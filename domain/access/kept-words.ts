/**
 * Words taken out of a report's claims because they may repeat a personal value (report/commitment.ts), sent beside it for the
 * room apart (design, law 9). They are held against the report: only words of its own claims, of claims that have none in
 * clear, find a place there.
 */
import { type Problem, problem } from '../problem.ts';
import { canonical } from '../report/canonical.ts';
import type { DraftReport } from '../report/draft.ts';
import type { Where } from '../report/entry.ts';

export interface KeptWords {
  readonly n: number;
  readonly quote?: NonNullable<Where['quote']>;
  readonly doubt?: string;
}

const COLUMN = /^claims\.(0|[1-9]\d{0,6})\.(quote|doubt)$/;

/** The words by the claim they were said with; `kept-words-wrong` for anything else. */
export function keptWords({ report, kept }: DraftReport): readonly KeptWords[] | Problem {
  if (kept === undefined) return [];
  const found: KeptWords[] = [];
  for (const [column, text] of Object.entries(kept.columns)) {
    const wrong = problem('kept-words-wrong', { report: report.id, column });
    const [, place = '', what] = COLUMN.exec(column) ?? [];
    const claim = report.claims[Number(place)];
    if (kept.report !== report.id || kept.sensitivity !== 'personal' || what === undefined || !claim)
      return wrong;
    const n = Number(place);
    if (what === 'doubt') {
      if (claim.sure?.doubt !== undefined) return wrong;
      found.push({ n, doubt: text });
      continue;
    }
    const quote = quoteIn(text);
    if (quote === null || claim.where?.quote !== undefined) return wrong;
    found.push({ n, quote });
  }
  return found;
}

/** As it was written there: canonical, so that the same words are the same text. */
function quoteIn(text: string): NonNullable<KeptWords['quote']> | null {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || !('exact' in read)) return null;
    const named = Object.entries(read).every(
      ([key, value]) => ['exact', 'prefix', 'suffix'].includes(key) && typeof value === 'string',
    );
    return named && canonical(read) === text ? (read as NonNullable<KeptWords['quote']>) : null;
  } catch {
    // text that is no JSON is no quote: what the caller answers with
    return null;
  }
}
