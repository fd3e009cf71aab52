import type { Suggestion } from '@tilth/domain/evidence/suggestion';
import { suggestedFor } from '@tilth/server/articles/suggested';
import type { Command } from '../command.ts';
import { articleNamed } from '../evidence.ts';
import { harmless, sentenceOf } from '../sentence.ts';

export const evidenceSuggest: Command = {
  name: 'evidence suggest',
  usage: 'evidence suggest CAPTURE',
  summary: 'the claims an article seems to make, with who says each, how sure, when and why',
  help: 'CAPTURE is the digest that `evidence add` printed, or a beginning of it that no other article has. Nothing of this is in the record until a person confirms it in the reading room. With --json one suggestion a line; positions count characters (Unicode code points) of the extracted text.',
  options: {},
  words: [1, 1],
  async run(call) {
    const { positionals, json, terminal } = call;
    const page = await articleNamed(call, positionals[0] ?? '');
    const { suggestions, notices } = await suggestedFor(page, 'the command line');
    for (const notice of notices) terminal.err(`tilth: ${sentenceOf(notice)}\n`);
    for (const s of suggestions)
      await terminal.out(json ? `${JSON.stringify(s)}\n` : harmless(`${asText(s)}\n`));
    return 0;
  },
};

function asText(s: Suggestion): string {
  const value = s.value === null ? [] : [`${s.bound ?? ''} ${s.value} ${s.unit ?? ''}`.trim()];
  const about = [
    `${s.speaker} (${s.speaker_kind}${s.relayed_by === null ? '' : `, through ${s.relayed_by}`})`,
    s.certainty,
    ...(s.event_date === null ? [] : [s.event_date]),
    ...value,
    ...(s.kind === null ? [] : [`${s.kind}${s.property === null ? '' : ` ${s.property}`}`]),
  ];
  return `${s.span.start}-${s.span.end}  “${s.span.text}”\n    ${about.join(' · ')}\n    why: ${s.why}`;
}
