/** An office on either database, used as a person uses it: by the command, and signed in over HTTP. */
import assert from 'node:assert/strict';
import { type Engine, makeDatabase, removeDatabases } from '@tilth/store/databases.testing';
import { type Begun, type Ran, serveTilth, tilthBegins, tilthRuns } from '../server.ts';
import { removeRooms } from './shared-data.ts';

export const PROGRAMME = 'test';

export interface Office {
  readonly engine: Engine;
  /** how a process is told where the data is */
  readonly env: Readonly<Record<string, string>>;
  /** directory of the embedded database */
  readonly data: string | null;
  run(...words: string[]): Promise<Ran>;
  begin(...words: string[]): Begun;
  /** runs a command with --json that must end with the status; what it printed */
  json<T>(status: number, ...words: string[]): Promise<T>;
  serve(): Promise<Served>;
}

export interface Served {
  readonly url: string;
  /** `GET` as the local administrator */
  get<T>(path: string): Promise<T>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** An office with no programme yet. `cleanUp` takes it away. */
export async function emptyOffice(engine: Engine): Promise<Office> {
  const { place } = await makeDatabase(engine);
  return officeAt(engine, place);
}

export function officeAt(
  engine: Engine,
  place: { readonly data: string } | { readonly url: string },
): Office {
  const data = 'data' in place ? place.data : null;
  const env = {
    TILTH_DATA: data ?? '',
    TILTH_DATABASE_URL: 'url' in place ? place.url : '',
    NODE_NO_WARNINGS: '1',
  };
  const run = (...words: string[]) => tilthRuns(words, env);
  return {
    engine,
    env,
    data,
    run,
    begin: (...words) => tilthBegins(words, env),
    async json<T>(status: number, ...words: string[]): Promise<T> {
      return read<T>(await run(...words, '--json'), status, words);
    },
    serve: () => served(env),
  };
}

/** An office with the programme that the tests write to. */
export async function office(engine: Engine): Promise<Office> {
  return withProgramme(await emptyOffice(engine));
}

/** The same with a server on the data, through which the commands go where the database is embedded. */
export async function servedOffice(engine: Engine): Promise<{ at: Office; served: Served }> {
  const at = await emptyOffice(engine);
  const served = await at.serve();
  return { at: await withProgramme(at), served };
}

async function withProgramme(at: Office): Promise<Office> {
  await at.json(0, 'programme', 'add', PROGRAMME, '--name', 'A programme of the tests');
  return at;
}

function read<T>(ran: Ran, status: number, words: readonly string[]): T {
  assert.equal(ran.status, status, `tilth ${words.join(' ')}\n${ran.err}${ran.out.slice(0, 2_000)}`);
  return JSON.parse(ran.out);
}

const running = new Set<{ kill(): Promise<void> }>();

/** Ends what a test that failed left running, and takes all databases and directories away: call it in `after`. */
export async function cleanUp(): Promise<void> {
  await Promise.all([...running].map((one) => one.kill()));
  await removeDatabases();
  await removeRooms();
}

async function served(env: Readonly<Record<string, string>>): Promise<Served> {
  const one = await serveTilth(env, '--no-sample');
  running.add(one);
  const { url, signInLink, run } = one;
  const end = async (how: 'stop' | 'kill') => {
    running.delete(one);
    await one[how]();
  };
  let session: Promise<string> | undefined;
  const signIn = async (): Promise<string> => {
    // a server that began without a programme had no link to print
    const link = new URL(signInLink).hash === '' ? (await run('sign-in')).out : signInLink;
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ token: new URL(link.trim()).hash.slice(1) }),
    });
    assert.equal(answer.status, 200, 'signing in with the link that was printed');
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  return {
    url,
    async get<T>(path: string): Promise<T> {
      session ??= signIn();
      const got = await fetch(`${url}${path}`, { headers: { cookie: await session } });
      assert.equal(got.status, 200, path);
      return got.json() as Promise<T>;
    },
    stop: () => end('stop'),
    kill: () => end('kill'),
  };
}
