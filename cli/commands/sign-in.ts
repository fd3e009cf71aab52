import { problem, Refusal } from '@tilth/domain/problem';
import type { Command } from '../command.ts';

export const signIn: Command = {
  name: 'sign-in',
  usage: 'sign-in NAME',
  summary: 'a fresh one-time sign-in link',
  help: 'The link works once and for 24 hours. Only its hash is kept: it cannot be shown again.',
  options: {
    address: { type: 'string', value: 'URL', help: 'address of the server (default http://127.0.0.1:7171)' },
  },
  words: [1, 1],
  async run({ store, positionals, flags, json, terminal }) {
    const [name = ''] = positionals;
    const person = await store.findPerson(name);
    if (person === null) throw new Refusal(problem('person-unknown', { name }));
    const token = await store.makeSignInLink(person);
    const address =
      typeof flags.address === 'string'
        ? flags.address
        : `http://127.0.0.1:${process.env.TILTH_PORT || 7171}`;
    const link = `${address.replace(/\/+$/, '')}/sign-in#${token}`;
    await terminal.out(json ? `${JSON.stringify({ link })}\n` : `${link}\n`);
    return 0;
  },
};
