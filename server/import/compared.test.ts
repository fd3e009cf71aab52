import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isProblem, problem, Refusal } from '@tilth/domain/problem';
import { builtIn } from '@tilth/domain/record/kinds';
import type { RowDraft } from '@tilth/domain/report/draft';
import { squares } from '@tilth/domain/report/squares.testing';
import fc from 'fast-check';
import { reportBy } from '../office.testing.ts';
import { linesOf, type Ours, oursOf, type Theirs, theirsOf } from './compared.ts';

const kind = builtIn.kinds.get('hazardous-area')!;
const knowing = { by: 'ids' as const, speakers: ['HALO'] };
const key = { identity: '', content: '', place: 0 };

const id = fc.constantFrom('1', '2', '3', '4');
const items = fc.array(fc.constantFrom('hazardous-area', 'accident'), { maxLength: 3 });
const what = fc.oneof(
  fc.constant({ refused: problem('file-empty') }),
  fc.nat(5).map((same) => ({ same })),
  fc.array(fc.tuple(items, id), { maxLength: 2 }).map((all) => ({
    drafts: all.map(([kinds, local]) => ({
      report: reportBy(
        'p',
        kinds.map((of, n) => ({ id: String(n), kind: of })),
        kinds.map((_, on) => ({ on, property: 'local_id', value: { type: 'text', text: local } })),
      ),
      personal: [],
    })),
    key,
    repairs: [],
    notices: [],
  })),
);
const rows = fc
  .array(what, { maxLength: 12 })
  .map((all) => all.map((one, n): RowDraft => ({ row: n + 2, ...one })));
const record = fc.array(id, { maxLength: 5 }).map((all): Ours[] =>
  all.map((local, n) =>
    oursOf(
      {
        id: String(n),
        kind: kind.name,
        values: { local_id: local },
        programme: 'orlia',
        standing: 'live',
        disputed: false,
        geometry: null,
        reported: false,
      },
      kind,
      knowing,
    ),
  ),
);

const side = (n: number) => ({ id: String(n), keys: [String(n)], values: {}, place: null });

test('every row read is in one line or left out with a reason, and every item of ours in one line', async () => {
  await fc.assert(
    fc.asyncProperty(rows, record, async (read, ours) => {
      const said = read.map((row) => theirsOf(row, kind, knowing));
      const theirs = said.filter((s): s is Theirs => !isProblem(s));
      const about = { kind, model: builtIn, overlay: squares, properties: ['local_id'], tolerance_m2: 0 };
      const lines = await linesOf(ours, theirs, new Set(ours.map((o) => o.id)), about);
      const inLines = lines.flatMap((l) => l.theirs.map((t) => t.row));
      assert.equal(inLines.length + said.filter(isProblem).length, read.length);
      assert.equal(new Set(inLines).size, inLines.length);
      assert.deepEqual(lines.flatMap((l) => l.ours.map((o) => o.id)).sort(), ours.map((o) => o.id).sort());
    }),
  );
});

test('comparing many pairs lets others have their turn, and can be ended', async () => {
  const ours = Array.from({ length: 500 }, (_, n) => ({ ...side(n), title: '' }));
  const theirs = ours.map((o, n) => ({ ...o, row: n }));
  const about = { kind, model: builtIn, overlay: squares, properties: [], tolerance_m2: 0 };
  let others = 0;
  const turns = [setImmediate(() => others++), setImmediate(() => others++)];
  await linesOf(ours, theirs, new Set(), about);
  assert.equal(others, turns.length);
  const stop = () => {
    throw new Refusal(problem('import-stopped'));
  };
  await assert.rejects(linesOf(ours, theirs, new Set(), { ...about, stop }), {
    problem: problem('import-stopped'),
  });
});

test('a row that speaks of two items is left out rather than compared as the first of them', () => {
  const report = reportBy(
    'p',
    ['a', 'b'].map((item) => ({ id: item, kind: kind.name })),
    [],
  );
  const row = { row: 2, key, drafts: [{ report, personal: [] }], repairs: [], notices: [] };
  assert.deepEqual(theirsOf(row, kind, knowing), problem('row-of-several', { row: 2, items: 2 }));
});
