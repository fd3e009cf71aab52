import { problem, Refusal } from '@tilth/domain/problem';
import type { Command } from '../command.ts';
import { askerNamed } from '../who.ts';

export const signIn: Command = {
  name: 'sign-in',
  usage: 'sign-in [NAME]',
  summary: 'a fresh one-time sign-in link',
  help: 'NAME is the person; without it the local administrator. The link works once and for 24 hours. Only its hash is kept: it cannot be shown again.',
  options: {
    address: {
      type: 'string',
      value: 'URL',
      help: 'address of the server (default: the one that runs, else http://127.0.0.1:7171)',
    },
  },
  words: [0, 1],
  async run({ store, positionals, flags, json, terminal, servingAt }) {
    const { person } = await askerNamed(store, positionals[0]);
    if (person === null) throw new Refusal(problem('programme-none'));
    const token = await store.makeSignInLink(person);
    const address =
      typeof flags.address === 'string'
        ? flags.address
        : (servingAt ?? `http://127.0.0.1:${process.env.TILTH_PORT || 7171}`);
    const link = `${address.replace(/\/+$/, '')}/sign-in#${token}`;
    await terminal.out(json ? `${JSON.stringify({ link })}\n` : `${link}\n`);
    return 0;
  },
};
