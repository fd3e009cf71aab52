/** The differences as a sheet to send back: one line a difference, and what it was made from, so that it can be made again. */
import type { Kind, Model } from '@tilth/domain/record/kind';
import { plain } from '@tilth/domain/report/columns';
import type { Value } from '@tilth/domain/report/entry';
import { type About, stampLine, stampOf } from '@tilth/formats/write/about';
import { csvCell } from '@tilth/formats/write/csv';
import type { Plain } from '@tilth/formats/write/tabular';
import { writeTables } from '@tilth/formats/write/xlsx';
import type { Compared, Line } from './compared.ts';

const HEADER = [
  'state',
  'our_id',
  'our_name',
  'their_row',
  'their_name',
  'property',
  'label',
  'unit',
  'ours',
  'theirs',
  'm2_only_ours',
  'm2_only_theirs',
  'your_answer',
];

interface Making {
  readonly compared: Compared;
  readonly lines: readonly Line[];
  readonly model: Model;
  readonly about: About;
}

function rowsOf({ compared, lines, model }: Making): readonly (readonly Plain[])[] {
  const { kind } = compared;
  return lines.flatMap((line) => {
    const head = [
      line.state,
      line.ours.map((o) => o.id).join('; '),
      line.ours.map((o) => o.title).join('; '),
      line.theirs.map((t) => (t.sheet === undefined ? String(t.row) : `${t.sheet} ${t.row}`)).join('; '),
      line.theirs.map((t) => t.title).join('; '),
    ];
    if (line.differences.length === 0) return [[...head, '', '', '', null, null, null, null, '']];
    return line.differences.map((d) => {
      const stated = kind.properties[d.property];
      return [
        ...head,
        d.property,
        stated?.label ?? d.property,
        stated?.unit ?? '',
        said(d.ours, d.property, kind, model),
        said(d.theirs, d.property, kind, model),
        d.m2?.ours ?? null,
        d.m2?.theirs ?? null,
        '',
      ];
    });
  });
}

function said(values: readonly Value[], property: string, kind: Kind, model: Model): Plain {
  const codes = model.lists.get(kind.properties[property]?.codes ?? '')?.codes ?? {};
  const words = values.map((v) => {
    if (v.type === 'geometry') return v.geometry.type;
    const word = plain(v);
    return typeof word === 'string' && Object.hasOwn(codes, word) ? (codes[word]?.label ?? word) : word;
  });
  const [only] = words;
  return words.length === 1 ? (only ?? null) : words.filter((w) => w !== null).join('; ') || null;
}

function made({ compared, about }: Making): readonly (readonly Plain[])[] {
  return [
    ['what', 'value'],
    ...stampOf(about).map(([name, value]) => [name, value]),
    ['paired_by', compared.by],
    ['tolerance_m2', compared.tolerance_m2],
    ['properties_compared', compared.properties.join('; ')],
    ['rows_not_compared', compared.unread.length],
  ];
}

export function differencesXlsx(making: Making): AsyncGenerator<Uint8Array> {
  return writeTables([
    { name: 'Differences', rows: [HEADER, ...rowsOf(making)] },
    { name: 'About', rows: made(making) },
  ]);
}

/** The stamp stands in the last column of every row, as in our other tables. */
export async function* differencesCsv(making: Making): AsyncGenerator<Uint8Array> {
  const stamp = `${stampLine(making.about)} | tolerance_m2: ${making.compared.tolerance_m2}`;
  const rows = rowsOf(making);
  const header = rows.length > 0 ? [...HEADER, 'stamp'] : [...HEADER, `stamp: ${stamp}`];
  const line = (cells: readonly Plain[]) => Buffer.from(`${cells.map(csvCell).join(',')}\r\n`);
  yield Buffer.from('\uFEFF');
  yield line(header);
  for (const row of rows) yield line([...row, stamp]);
}
