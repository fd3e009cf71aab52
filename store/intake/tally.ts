/** The account of an import: one outcome a row, and the sums (design, law 8 and §5). */
import type { Problem } from '@tilth/domain/problem';
import type { RowOutcome, RowReport } from '@tilth/domain/report/draft';
import type { IntakeResult } from '../store.ts';

export class Tally {
  readonly #rows: RowReport[] = [];
  readonly #counts: Record<RowOutcome, number> = {
    accepted: 0,
    updated: 0,
    unchanged: 0,
    repaired: 0,
    same: 0,
    refused: 0,
  };
  waiting = 0;
  readonly notices: Problem[] = [];
  gone = 0;

  add(
    at: { readonly row: number; readonly sheet?: string },
    outcome: RowOutcome,
    problem: Problem | null,
    waits: Problem | null = null,
  ): void {
    this.#counts[outcome]++;
    this.#rows.push({
      row: at.row,
      ...(at.sheet !== undefined && { sheet: at.sheet }),
      outcome,
      ...(problem && { code: problem.code, facts: problem.facts }),
      ...(waits && { waits }),
    });
  }

  /** Rows in the order of the file: those put by and decided last stand where they were read. */
  result(): IntakeResult {
    const rows = this.#rows
      .map((row, i) => ({ row, i }))
      .sort((a, b) => compare(a.row.sheet, b.row.sheet) || a.row.row - b.row.row || a.i - b.i)
      .map((r) => r.row);
    return {
      read: rows.length,
      ...this.#counts,
      gone: this.gone,
      rows,
      waiting: this.waiting,
      notices: this.notices,
    };
  }
}

function compare(a: string | undefined, b: string | undefined): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
