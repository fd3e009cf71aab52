/** What `import --json` prints, and what must hold of it whatever the file (law 8). */
import assert from 'node:assert/strict';
import { type ImportCounts, type RowReport, rowOutcomes } from '@tilth/domain/report/draft';

export interface AccountRow extends RowReport {
  readonly file?: string;
}

export interface Account extends ImportCounts {
  readonly files: readonly {
    readonly file: string;
    readonly encoding?: string | null;
    readonly notices?: readonly Named[];
    /** why the file could not be taken at all */
    readonly problem?: Named;
  }[];
  readonly rows: readonly AccountRow[];
}

export interface Named {
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly sentence?: string;
}

/** Every row read has one outcome, and the sums are of the rows told. */
export function addsUp(account: Account): void {
  assert.equal(account.rows.length, account.read, 'rows told');
  for (const outcome of rowOutcomes) {
    assert.equal(account.rows.filter((r) => r.outcome === outcome).length, account[outcome], outcome);
  }
  assert.equal(
    rowOutcomes.reduce((n, outcome) => n + account[outcome], 0),
    account.read,
    'read = accepted + updated + unchanged + repaired + same + refused',
  );
  for (const row of account.rows) {
    if (row.outcome === 'refused' || row.outcome === 'same' || row.outcome === 'repaired')
      assert.ok(row.code, `row ${row.row} is ${row.outcome} without a reason`);
  }
}

/** How many rows have each outcome and code. */
export function tally(account: Account): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { outcome, code } of account.rows) {
    const key = code === undefined ? outcome : `${outcome} ${code}`;
    found[key] = (found[key] ?? 0) + 1;
  }
  return found;
}

/** The stored rows unchanged, the others as they were: what the second run of one file must say. */
export function isSecondRunOf(second: Account, first: Account): void {
  addsUp(second);
  const before = new Map(first.rows.map((r) => [`${r.file ?? ''} ${r.row}`, r]));
  for (const row of second.rows) {
    const was = before.get(`${row.file ?? ''} ${row.row}`);
    const stored = was?.outcome !== 'same' && was?.outcome !== 'refused';
    assert.deepEqual(
      [row.row, row.outcome, stored ? undefined : row.code],
      [row.row, stored ? 'unchanged' : was?.outcome, stored ? undefined : was?.code],
    );
  }
  assert.equal(second.read, first.read);
  assert.equal(second.gone, 0);
}
