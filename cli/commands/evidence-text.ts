import type { Command } from '../command.ts';
import { articleNamed } from '../evidence.ts';
import { harmless } from '../sentence.ts';

export const evidenceText: Command = {
  name: 'evidence text',
  usage: 'evidence text CAPTURE',
  summary: 'the text that was read out of an article',
  help: 'Positions of suggestions and claims count the characters (Unicode code points) of this text, from 0. With --json it comes exactly as it is, with the extractor that read it and, of a PDF, where each line stands; without, characters that would steer a terminal are replaced, one for one.',
  options: {},
  words: [1, 1],
  async run(call) {
    const page = await articleNamed(call, call.positionals[0] ?? '');
    const { digest: capture, text_digest, extractor, version, length, layout, text } = page;
    await call.terminal.out(
      call.json
        ? `${JSON.stringify({ capture, text_digest, extractor, version, length, text, layout })}\n`
        : harmless(text),
    );
    return 0;
  },
};
