/**
 * Runs one command. Who holds the data does the work: with the embedded database that is the running server when there
 * is one (asked through the socket in the data directory), else this process, which holds it for as long as it runs.
 * With PostgreSQL the database itself lets many in.
 */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Shapes } from '@tilth/domain/geometry/geos';
import { isProblem, type Problem, problem, Refusal } from '@tilth/domain/problem';
import { askHolder } from '@tilth/store/holder';
import type { Store } from '@tilth/store/store';
import { type Parsed, parse } from './arguments.ts';
import type { Command, ExitStatus, Terminal } from './command.ts';
import { serve } from './commands/serve.ts';
import { commands } from './commands.ts';
import { helpOf, overview } from './help.ts';
import { openTelling } from './opening.ts';
import { sentenceOf } from './sentence.ts';
import { startOverlay } from './start-overlay.ts';
import { processTerminal, type Reply, terminalOfHolder, writeReply } from './terminal.ts';
import { askerNamed, programmeNamed } from './who.ts';

/** What is sent to the holder: the words and where they were typed. */
export interface Request {
  readonly argv: readonly string[];
  readonly cwd: string;
}

export async function runFromProcess(argv: readonly string[]): Promise<ExitStatus> {
  const terminal = processTerminal();
  const known: readonly Command[] = [serve, ...commands];
  if (argv.length === 0 || argv[0] === '--help' || argv[0] === '-h' || argv[0] === 'help') {
    await terminal.out(overview(known));
    return argv.length === 0 ? 2 : 0;
  }
  const parsed = parse(known, argv);
  if (isProblem(parsed)) return complain(parsed, terminal, argv.includes('--json'));
  if (parsed.flags.help === true) {
    await terminal.out(helpOf(parsed.command));
    return 0;
  }
  try {
    return await runWhereTheDataIs(parsed, argv, terminal);
  } catch (error) {
    return complain(problemOf(error), terminal, parsed.flags.json === true);
  }
}

async function runWhereTheDataIs(
  parsed: Parsed,
  argv: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const place = whereTheDataIs(parsed);
  if ('data' in place && !mayBeAt(place.data, parsed.command))
    throw new Refusal(problem('data-missing', { directory: place.data }));
  if (parsed.command === serve) return serve.start(parsed, place, terminal);
  if ('data' in place) {
    const request: Request = { argv, cwd: terminal.cwd };
    const hear = onInterrupt(terminal, 'No longer waiting. The running Tilth goes on with the command.');
    const status = await askHolder(place.data, request, (chunk) => writeReply(chunk as Reply, terminal));
    hear.noMore();
    if (status !== null) return status as ExitStatus;
  }
  onInterrupt(terminal, 'Stopped. Nothing is half stored: give the command again and it does what is left.');
  const overlay = await startOverlay();
  const store = await openTelling(place, overlay, terminal);
  try {
    return await perform(parsed, store, overlay, terminal);
  } finally {
    await store.close();
  }
}

/** Ctrl-C ends the process at once, which every command withstands; a person wants to know what became of the work. */
function onInterrupt(terminal: Terminal, sentence: string): { noMore(): void } {
  const end = () => {
    terminal.progress(null);
    terminal.err(`\n${sentence}\n`);
    process.exit(2);
  };
  process.once('SIGINT', end);
  return { noMore: () => void process.off('SIGINT', end) };
}

/** Whether the command can do its work there: in a directory, and in one that holds a database unless it begins one. */
function mayBeAt(directory: string, command: Command): boolean {
  if (command.begins !== true) return existsSync(join(directory, 'database'));
  return statSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? true;
}

/** Runs a command that another process sent to this one, which holds the data. */
export async function runForOther(
  request: Request,
  store: Store,
  overlay: Shapes,
  send: (reply: Reply) => Promise<void>,
  servingAt?: string,
): Promise<ExitStatus> {
  const terminal = terminalOfHolder(request.cwd, send);
  const parsed = parse(commands, request.argv);
  try {
    if (isProblem(parsed)) return await complain(parsed, terminal, request.argv.includes('--json'));
    return await perform(parsed, store, overlay, terminal, servingAt);
  } catch (error) {
    return await complain(problemOf(error), terminal, request.argv.includes('--json'));
  } finally {
    await terminal.sent();
  }
}

function perform(
  parsed: Parsed,
  store: Store,
  overlay: Shapes,
  terminal: Terminal,
  servingAt?: string,
): Promise<ExitStatus> {
  const { command, positionals, flags } = parsed;
  return command.run({
    store,
    overlay,
    positionals,
    flags,
    json: flags.json === true,
    ...(servingAt === undefined ? {} : { servingAt }),
    terminal,
    asker: () => askerNamed(store, text(flags.as)),
    programme: () => programmeNamed(store, text(flags.programme)),
  });
}

/** Flags win over environment. */
export function whereTheDataIs(parsed: Parsed): { url: string } | { data: string } {
  const data = text(parsed.flags.data);
  const url = text(parsed.flags['database-url']);
  if (url !== undefined) return { url };
  if (data !== undefined) return { data: resolve(data) };
  if (process.env.TILTH_DATABASE_URL) return { url: process.env.TILTH_DATABASE_URL };
  return { data: resolve(process.env.TILTH_DATA || './data') };
}

function text(flag: string | boolean | readonly (string | boolean)[] | undefined): string | undefined {
  return typeof flag === 'string' ? flag : undefined;
}

/** A Refusal's problem; anything else is a fault of ours and keeps its stack for the log, not for the reader. */
function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return problem('fault', { what: error instanceof Error ? error.message : String(error) });
}

async function complain(p: Problem, terminal: Terminal, json: boolean): Promise<ExitStatus> {
  terminal.progress(null);
  if (json) await terminal.out(`${JSON.stringify({ problem: { ...p, sentence: sentenceOf(p) } })}\n`);
  else terminal.err(`tilth: ${sentenceOf(p)}\n`);
  return 2;
}
