import { extname, resolve } from 'node:path';
import { problem, Refusal } from '@tilth/domain/problem';
import { formats } from '@tilth/formats/write/formats';
import { write } from '@tilth/formats/write/write';
import type { Command } from '../command.ts';
import { timesOf, timesOptions } from '../times.ts';
import { wholeFile } from '../whole-file.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'export KIND --format F [--at DATE] [--known INSTANT] [-o FILE]',
  summary: 'the current view of a kind as a file, stamped',
  help: `KIND is the name of a kind, as hazardous-area (docs/records.md lists them). Formats: ${Object.keys(formats).join(', ')}; without --format it is told from the name of FILE. Every export carries office, receipt number, fold version, the two times, the filter, the definitions counted by, and how many reports still wait for review.`,
  options: {
    format: { type: 'string', value: 'F', help: Object.keys(formats).join(', ') },
    output: { type: 'string', short: 'o', value: 'FILE', help: 'write here instead of to standard output' },
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
    const model = await store.model(chosen.id);
    const definition = model.kinds.get(kind);
    if (definition === undefined) throw new Refusal(problem('kind-unknown', { kind }));
    const who = await asker();
    const times = timesOf(flags);
    // the receipt number is fixed before reading, so that stamp and rows are of one moment
    const asked = await store.stamp(who, chosen.id, times);
    const query = { programme: chosen.id, kind, at: asked.at, known: asked.number };
    const bytes = write(format as keyof typeof formats, store.stream(who, query), {
      kind: definition,
      model,
      stamp: asked,
      filter: {},
      invented: chosen.invented,
      programme: chosen.name,
      ...(flags.hxl === true ? { hxl: true } : {}),
    });
    if (typeof flags.output !== 'string') {
      for await (const chunk of bytes) await terminal.out(chunk);
      return 0;
    }
    const file = resolve(terminal.cwd, flags.output);
    const size = await wholeFile(file, 0o666, async (put) => {
      for await (const chunk of bytes) await put(chunk);
    });
    const line = json
      ? JSON.stringify({ file, bytes: size, stamp: asked })
      : `${file}: ${size} bytes. The record up to receipt ${asked.number}; reports that wait for review: ${asked.pending}.`;
    await terminal.out(`${line}\n`);
    return 0;
  },
};
