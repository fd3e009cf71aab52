import { problem, Refusal } from '@tilth/domain/problem';
import { builtIn } from '@tilth/domain/record/kinds';
import type { Programme } from '@tilth/store/store';
import type { Command } from '../command.ts';

export const programmeAdd: Command = {
  name: 'programme add',
  usage: 'programme add ID --name N [--public KIND…]',
  summary: 'begin a programme: one body of records with its own people and rights',
  help: 'A new programme marks nothing public. --public may be given several times: KIND shows that kind’s public and partner properties to anyone, KIND:restricted also its restricted ones. Personal properties are never public.',
  options: {
    name: { type: 'string', value: 'N', help: 'its name, as people call it (required)' },
    zone: { type: 'string', value: 'ZONE', help: 'time zone of its days, as Asia/Baghdad (default UTC)' },
    public: { type: 'string', multiple: true, value: 'KIND', help: 'a kind to mark public, or * for all' },
  },
  begins: true,
  words: [1, 1],
  async run({ store, positionals, flags, json, terminal }) {
    const [id = ''] = positionals;
    if (typeof flags.name !== 'string') {
      throw new Refusal(problem('arguments-wrong', { command: 'programme add', why: 'It needs --name.' }));
    }
    const marks: Record<string, Programme['public'][string]> = {};
    for (const mark of (flags.public as readonly string[] | undefined) ?? []) {
      const [kind = '', level = 'partner'] = mark.split(':');
      if (level !== 'public' && level !== 'partner' && level !== 'restricted') {
        throw new Refusal(problem('sensitivity-unknown', { value: level }));
      }
      if (kind !== '*' && !builtIn.kinds.has(kind)) throw new Refusal(problem('kind-unknown', { kind }));
      marks[kind] = level;
    }
    const zone = typeof flags.zone === 'string' ? flags.zone : 'UTC';
    await store.addProgramme({ id, name: flags.name, zone, public: marks });
    await terminal.out(json ? `${JSON.stringify({ programme: id })}\n` : `Programme ${id} begun.\n`);
    return 0;
  },
};
