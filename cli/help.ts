/** Help texts, made from the commands themselves so that they cannot differ from what is understood. */
import { everywhere } from './arguments.ts';
import type { Command, Option } from './command.ts';

export function overview(commands: readonly Command[]): string {
  // the options stand in each command's own help: beside the longest usage no line would fit a terminal
  const short = (c: Command) => c.usage.replaceAll(/ \[--[^\]]*\]|( …)$/gu, '');
  const width = Math.max(...commands.map((c) => short(c).length));
  const rows = commands.map((c) => `  ${short(c).padEnd(width)}  ${c.summary}`);
  return [
    'tilth: the record of mine action',
    '',
    ...rows,
    '',
    'Every command has --help and --json. Exit status: 0 done, 1 done but something was found wrong, 2 not done.',
    '',
  ].join('\n');
}

export function helpOf(command: Command): string {
  const list = (options: Readonly<Record<string, Option>>) =>
    Object.entries(options).map(
      ([name, o]) => `  ${`--${name}${o.value === undefined ? '' : ` ${o.value}`}`.padEnd(22)}  ${o.help}`,
    );
  return [
    `tilth ${command.usage}`,
    '',
    command.help,
    '',
    ...(Object.keys(command.options).length > 0 ? ['Options', ...list(command.options), ''] : []),
    'Everywhere',
    ...list(everywhere),
    '',
  ].join('\n');
}
