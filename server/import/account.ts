/** What became of every row of a file, in a form that can be asked about: by outcome and reason, row by row, and on the map. */
import type { Problem } from '@tilth/domain/problem';
import type { RowDraft, RowReport } from '@tilth/domain/report/draft';
import type { Geometry } from '@tilth/domain/report/entry';
import { csvCell } from '@tilth/formats/write/csv';
import type { IntakeResult } from '@tilth/store/store';

export interface Account {
  readonly encoding: string | null;
  readonly notices: readonly Problem[];
  readonly result: IntakeResult;
  readonly approved: boolean;
  /** the office's last receipt number when it was done */
  readonly number: number;
  /** row (with its sheet) → what the row draws; not of more rows than `MOST_DRAWN` */
  readonly drawn: ReadonlyMap<string, Geometry>;
}

/** Rows whose reports a person has to look at, by the reason why. */
export interface WaitingGroup {
  readonly code: string;
  readonly rows: number;
  /** the first of them */
  readonly first: RowReport;
}

export interface Group {
  readonly outcome: RowReport['outcome'];
  readonly code: string | null;
  readonly rows: number;
  /** the first of them */
  readonly first: RowReport;
}

/** Rows whose place is remembered for the map, and positions of all of them together. */
const MOST_DRAWN = 20_000;
const MOST_POSITIONS = 400_000;

export const placeKey = ({ sheet, row }: { readonly sheet?: string; readonly row: number }): string =>
  `${sheet ?? ''} ${row}`;

/** Remembers what rows draw as they pass. */
export function drawingRows(): {
  readonly watch: (row: RowDraft) => void;
  readonly drawn: Map<string, Geometry>;
} {
  const drawn = new Map<string, Geometry>();
  let positions = 0;
  return {
    drawn,
    watch: (row) => {
      if (!('drafts' in row) || drawn.size >= MOST_DRAWN || positions >= MOST_POSITIONS) return;
      const geometry = drawnBy(row);
      if (geometry === null) return;
      positions += countOf(geometry.coordinates);
      drawn.set(placeKey(row), geometry);
    },
  };
}

/** The first place among what a row claims. */
export function drawnBy(row: Extract<RowDraft, { drafts: unknown }>): Geometry | null {
  for (const { report } of row.drafts)
    for (const { value } of report.claims) if (value.type === 'geometry') return value.geometry;
  return null;
}

function countOf(coordinates: unknown): number {
  if (!Array.isArray(coordinates)) return 0;
  return typeof coordinates[0] === 'number' ? 1 : coordinates.reduce((n: number, c) => n + countOf(c), 0);
}

const ORDER: readonly RowReport['outcome'][] = [
  'refused',
  'repaired',
  'updated',
  'accepted',
  'same',
  'unchanged',
];

/** Rows of one outcome and one reason, refused ones first, many before few. */
export function groupsOf(rows: readonly RowReport[]): readonly Group[] {
  const groups = new Map<string, { first: RowReport; rows: number }>();
  for (const row of rows) {
    const key = `${row.outcome} ${row.code ?? ''}`;
    const group = groups.get(key);
    if (group) group.rows++;
    else groups.set(key, { first: row, rows: 1 });
  }
  return [...groups.values()]
    .map(({ first, rows }) => ({ outcome: first.outcome, code: first.code ?? null, rows, first }))
    .sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) || b.rows - a.rows);
}

/** Many before few; what a group is called is the code of its reason. */
export function waitingOf(rows: readonly RowReport[]): readonly WaitingGroup[] {
  const groups = new Map<string, { first: RowReport; rows: number }>();
  for (const row of rows) {
    if (!row.waits) continue;
    const group = groups.get(row.waits.code);
    if (group) group.rows++;
    else groups.set(row.waits.code, { first: row, rows: 1 });
  }
  return [...groups].map(([code, group]) => ({ code, ...group })).sort((a, b) => b.rows - a.rows);
}

export function rowsOf(
  rows: readonly RowReport[],
  wanted: {
    readonly outcome?: string | undefined;
    readonly code?: string | undefined;
    readonly waits?: string | undefined;
  },
): readonly RowReport[] {
  return rows.filter(
    (r) =>
      (wanted.outcome === undefined || r.outcome === wanted.outcome) &&
      (wanted.code === undefined || (r.code ?? 'none') === wanted.code) &&
      (wanted.waits === undefined || r.waits?.code === wanted.waits),
  );
}

/** The account as CSV: one line a row, with a byte order mark so that spreadsheets read it rightly. */
export function* accountCsv(
  rows: readonly RowReport[],
  sentence: (row: RowReport) => string,
): Generator<Uint8Array> {
  yield Buffer.from('\uFEFFsheet,row,outcome,code,column,reason\r\n');
  for (const row of rows) {
    const { column } = row.facts ?? {};
    const cells = [
      row.sheet ?? null,
      row.row,
      row.outcome,
      row.code ?? null,
      typeof column === 'string' ? column : null,
      row.code === undefined ? null : sentence(row),
    ];
    yield Buffer.from(`${cells.map(csvCell).join(',')}\r\n`);
  }
}
