import { extname, resolve } from 'node:path';
import { problem, Refusal } from '@tilth/domain/problem';
import { type FormatName, formats } from '@tilth/formats/write/formats';
import { exportFile, openIn } from '@tilth/server/export/file';
import { narrowOf } from '@tilth/server/narrow';
import { roomsFor } from '@tilth/server/reader';
import type { Command } from '../command.ts';
import { timesAsked, timesOptions } from '../times.ts';
import { wholeFile } from '../whole-file.ts';

export const exportCommand: Command = {
  name: 'export',
  usage:
    'export KIND --format F [--filter TEXT] [--within GROUND] [--sort PROPERTY] [--columns LIST] [--at DATE] [--known INSTANT] [-o FILE]',
  summary: 'the current view of a kind as a file, stamped',
  help: `KIND is the name of a kind, as hazardous-area (docs/records.md lists them). Formats: ${Object.keys(formats).join(', ')}; without --format it is told from the name of FILE. Every export carries office, receipt number, fold version, the two times, the filter, the definitions counted by, and how many reports still wait for review.`,
  options: {
    format: { type: 'string', value: 'F', help: Object.keys(formats).join(', ') },
    output: { type: 'string', short: 'o', value: 'FILE', help: 'write here instead of to standard output' },
    filter: {
      type: 'string',
      value: 'TEXT',
      help: 'conditions joined by “and”, as in “hazard_status is open and reported_area > 2 ha”',
    },
    within: {
      type: 'string',
      value: 'GROUND',
      help: 'what lies on it: west,south,east,north or “lon lat,lon lat,lon lat”, WGS 84',
    },
    sort: { type: 'string', value: 'PROPERTY', help: 'in its order; descending as --sort=-PROPERTY' },
    columns: { type: 'string', value: 'LIST', help: 'these properties only, parted by commas' },
    hxl: { type: 'boolean', help: 'CSV with a row of HXL hashtags under the header' },
    ...timesOptions,
  },
  words: [1, 1],
  async run({ store, positionals, flags, json, terminal, asker, programme }) {
    const [kind = ''] = positionals;
    const format = String(flags.format ?? extname(String(flags.output ?? '')).slice(1));
    if (format === '')
      throw new Refusal(
        problem('arguments-wrong', {
          command: 'export',
          why: 'It needs --format, or a file name that ends in one.',
        }),
      );
    if (!Object.hasOwn(formats, format))
      throw new Refusal(problem('format-unknown', { known: Object.keys(formats) }));
    const chosen = await programme();
    const who = await asker();
    const [room] = await roomsFor(store, who, [chosen]);
    const definition = room?.model.kinds.get(kind);
    if (room === undefined || definition === undefined) throw new Refusal(problem('kind-unknown', { kind }));
    const said = Object.fromEntries(
      ['filter', 'within', 'sort'].flatMap((name) => {
        const value = flags[name];
        return typeof value === 'string' && value !== '' ? [[name, value]] : [];
      }),
    );
    const { stamp, bytes } = await exportFile(
      store,
      who,
      { room, kind: definition },
      {
        ...(await timesAsked(flags, store, who, chosen.id)),
        format: format as FormatName,
        hxl: flags.hxl === true,
        query: { ...narrowOf(said), ...sortOf(said.sort, openIn(room, definition)) },
        said,
        ...(typeof flags.columns === 'string'
          ? { columns: flags.columns.split(',').map((c) => c.trim()) }
          : {}),
      },
    );
    if (typeof flags.output !== 'string') {
      for await (const chunk of bytes) await terminal.out(chunk);
      return 0;
    }
    const file = resolve(terminal.cwd, flags.output);
    const size = await wholeFile(file, 0o666, async (put) => {
      for await (const chunk of bytes) await put(chunk);
    });
    const line = json
      ? JSON.stringify({ file, bytes: size, stamp })
      : `${file}: ${size} bytes. The record up to receipt ${stamp.number}; reports that wait for review: ${stamp.pending}.`;
    await terminal.out(`${line}\n`);
    return 0;
  },
};

function sortOf(sort: string | undefined, open: readonly string[]) {
  if (sort === undefined) return {};
  const descending = sort.startsWith('-');
  const property = descending ? sort.slice(1) : sort;
  if (!open.includes(property))
    throw new Refusal(problem('parameter-invalid', { parameter: '--sort', expected: open.join(', ') }));
  return { sort: { property, descending } };
}
