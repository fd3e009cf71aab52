/** Words typed after `tilth` → the command meant and its flags. Pure, so that it is tested without a process. */
import { parseArgs } from 'node:util';
import { isProblem, type Problem, problem } from '@tilth/domain/problem';
import type { Command, Option } from './command.ts';
import { nearest } from './nearest.ts';

/** What every command understands. `data` and `database-url` win over TILTH_DATA and TILTH_DATABASE_URL. */
export const everywhere: Readonly<Record<string, Option>> = {
  json: { type: 'boolean', help: 'print one JSON document instead of text' },
  programme: { type: 'string', value: 'ID', help: 'the programme meant; not needed when there is only one' },
  as: {
    type: 'string',
    value: 'NAME',
    help: 'the person this is done by (default: the local administrator)',
  },
  data: {
    type: 'string',
    value: 'DIR',
    help: 'directory of the embedded database (TILTH_DATA, default ./data)',
  },
  'database-url': {
    type: 'string',
    value: 'URL',
    help: 'a PostgreSQL database instead (TILTH_DATABASE_URL)',
  },
  help: { type: 'boolean', short: 'h', help: 'this text' },
};

export interface Parsed {
  readonly command: Command;
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

/** The command with the longest name that the words begin with; undefined when none does. */
export function findCommand(commands: readonly Command[], words: readonly string[]): Command | undefined {
  return commands
    .filter((c) => c.name.split(' ').every((part, i) => words[i] === part))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

/** Problems `command-unknown`, `command-near`, `command-half`, `arguments-wrong`. */
export function parse(commands: readonly Command[], argv: readonly string[]): Parsed | Problem {
  const command = findCommand(commands, argv);
  if (command === undefined) return noCommand(commands, argv);
  const flags = flagsOf(command, argv.slice(command.name.split(' ').length));
  if (isProblem(flags)) return flags;
  const { values, positionals } = flags;
  const [least, most] = command.words;
  if (values.help !== true && (positionals.length < least || positionals.length > most)) {
    const why =
      positionals.length < least ? `It needs: ${command.usage}.` : `It takes no more than: ${command.usage}.`;
    return problem('arguments-wrong', { command: command.name, why });
  }
  return { command, positionals, flags: values };
}

function noCommand(commands: readonly Command[], argv: readonly string[]): Problem {
  const [first = ''] = argv;
  const begun = commands.filter((c) => c.name.startsWith(`${first} `)).map((c) => c.name);
  if (begun.length > 0) return problem('command-half', { command: first, commands: begun });
  const names = commands.map((c) => c.name);
  const near = nearest(argv.slice(0, 2).join(' '), names) ?? nearest(first, names);
  return near === undefined
    ? problem('command-unknown', { command: first })
    : problem('command-near', { command: first, near });
}

function flagsOf(command: Command, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries({ ...everywhere, ...command.options }).map(([name, o]) => [
      name,
      {
        type: o.type,
        ...(o.multiple ? { multiple: true } : {}),
        ...(o.short === undefined ? {} : { short: o.short }),
      },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // parseArgs throws only TypeErrors about what was typed
    if (!(error instanceof TypeError)) throw error;
    return problem('arguments-wrong', { command: command.name, why: whyNot(error, Object.keys(options)) });
  }
}

/** The words of parseArgs name the flag in quotes, and advise what nobody here means; only the flag is taken from them. */
function whyNot(error: TypeError, known: readonly string[]): string {
  const code = 'code' in error ? error.code : undefined;
  const flag = /'(?:-\w, )?(--?[^\s'=]+)/.exec(error.message)?.[1];
  if (flag === undefined) return error.message.replace(/\.?$/, '.');
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearest(flag.replace(/^-+/, ''), known);
    return `There is no flag ${flag}.${near === undefined ? '' : ` Did you mean --${near}?`}`;
  }
  return error.message.includes('does not take') ? `${flag} takes no value.` : `${flag} needs a value.`;
}
