/**
 * The server: holds the data directory, serves the app and the interfaces, and does the work of other `tilth` commands
 * that find it holding. The only command that is not run where the data is, because it is what holds it.
 */
import { resolve } from 'node:path';
import { problem, Refusal } from '@tilth/domain/problem';
import { serve as serveHttp } from '@tilth/server/serve';
import { serveHolder } from '@tilth/store/holder';
import type { Parsed } from '../arguments.ts';
import type { Command, ExitStatus, Terminal } from '../command.ts';
import { openTelling } from '../opening.ts';
import { readyMappings } from '../ready-mappings.ts';
import { type Request, runForOther } from '../run.ts';
import { addSamples } from '../samples.ts';
import { startOverlay } from '../start-overlay.ts';
import { askerNamed } from '../who.ts';

export const serve: Command & {
  start(parsed: Parsed, place: { url: string } | { data: string }, terminal: Terminal): Promise<ExitStatus>;
} = {
  name: 'serve',
  usage: 'serve [--no-sample]',
  summary: 'the app and the interfaces, on the embedded database or PostgreSQL',
  help: 'Serves on 127.0.0.1:7171 unless told otherwise and prints a one-time sign-in link for the local administrator. On an empty database it first makes the two sample programmes. Full rights are not built yet, so any host but loopback needs a flag that says you know; then it answers only to the names and numbers given with --name.',
  options: {
    port: { type: 'string', value: 'N', help: 'port (TILTH_PORT, default 7171)' },
    host: { type: 'string', value: 'ADDRESS', help: 'address to listen on (TILTH_HOST, default 127.0.0.1)' },
    basemaps: {
      type: 'string',
      value: 'DIRECTORY',
      help: 'PMTiles archives that a programme may lay below its map (TILTH_BASEMAPS)',
    },
    'no-sample': { type: 'boolean', help: 'do not make the sample programmes on an empty database' },
    name: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: 'a further name or number people reach it by, as tilth.example.org; may be given several times',
    },
    'open-to-network-without-full-rights': {
      type: 'boolean',
      help: 'listen on another host than loopback although full rights are not built yet',
    },
  },
  begins: true,
  words: [0, 0],
  async run() {
    throw new Refusal(problem('already-serving'));
  },
  async start({ flags }, place, terminal) {
    const port = Number(flags.port ?? (process.env.TILTH_PORT || 7171));
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new Refusal(
        problem('arguments-wrong', { command: 'serve', why: 'The port is a number up to 65535.' }),
      );
    }
    const held = String(flags.basemaps ?? (process.env.TILTH_BASEMAPS || ''));
    const basemaps = held === '' ? undefined : resolve(held);
    const names = (flags.name as readonly string[] | undefined) ?? [];
    let servingAt: string | undefined;
    const overlay = await startOverlay();
    terminal.err('Opening the database …\n');
    const store = await openTelling(place, overlay, terminal);
    try {
      const holder =
        'data' in place
          ? await serveHolder(place.data, (request, send) =>
              runForOther(request as Request, store, overlay, send, servingAt),
            )
          : null;
      if (flags['no-sample'] !== true) await addSamples(store, overlay, terminal);
      const { url, close } = await serveHttp(store, {
        host: String(flags.host ?? (process.env.TILTH_HOST || '127.0.0.1')),
        port,
        names,
        ...(basemaps !== undefined && { basemaps }),
        imports: { shapes: overlay, ready: await readyMappings() },
        openToNetworkWithoutFullRights: flags['open-to-network-without-full-rights'] === true,
      });
      // nobody can go to 0.0.0.0: the first name is what people type
      const [called] = names;
      const address = called === undefined ? url : `http://${called}:${new URL(url).port}`;
      // links that other commands make lead here (`tilth sign-in`)
      servingAt = address;
      const { person } = await askerNamed(store, undefined);
      terminal.err(`Tilth serves on ${address}\n`);
      terminal.err(
        person === null
          ? 'There is no programme yet, and so nobody to sign in: run  tilth programme add,  then  tilth sign-in\n'
          : `Sign in once with  ${address}/sign-in#${await store.makeSignInLink(person)}\n`,
      );
      await untilTold();
      await close();
      await holder?.close();
    } finally {
      await store.close();
    }
    return 0;
  },
};

/** Resolves at the first interrupt or termination signal; the second ends the process at once. */
function untilTold(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(2));
        done();
      });
    }
  });
}
