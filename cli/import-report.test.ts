import assert from 'node:assert/strict';
import test from 'node:test';
import type { RowReport } from '@tilth/domain/report/draft';
import { toldRows } from './import-report.ts';

const empty = (row: number): RowReport =>
  ({ row, outcome: 'refused', code: 'row-empty', facts: { row } }) as RowReport;

test('rows of which the same is to be said stand in one line, and every one of them is named', () => {
  const [line, ...more] = toldRows([2, 3, 4, 7].map(empty));
  assert.match(line ?? '', /^refused: Row 2 .* The same of rows 3–4, 7\.$/);
  assert.deepEqual(more, []);
});

test('however many rows are repaired, the refused ones are told first and all outcomes are told', () => {
  const repaired = Array.from(
    { length: 100 },
    (_, i) =>
      ({
        row: i + 2,
        outcome: 'repaired',
        code: 'outline-repaired',
        facts: { reason: 'x', longitude: i, latitude: 0, before_m2: 1, after_m2: 2 },
      }) as RowReport,
  );
  const lines = toldRows([...repaired, empty(200)]);
  assert.match(lines[0] ?? '', /^refused: Row 200 /);
  assert.equal(lines.filter((l) => l.includes(': repaired: ')).length, 5);
  assert.match(lines.at(-1) ?? '', /^… and 95 more repaired likewise/);
});

test('a row of which nothing is to be said is not told', () => {
  assert.deepEqual(toldRows([{ row: 1, outcome: 'accepted' } as RowReport]), []);
});
