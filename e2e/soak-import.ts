/**
 * Imports killed at random instants: afterwards `verify` is clean, what had been acknowledged is there under its number,
 * and the same import again ends with the very record that an undisturbed one makes.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { askerNamed } from '@tilth/cli/who';
import type { Shapes } from '@tilth/domain/geometry/geos';
import { makeCluster, makeDatabase } from '@tilth/store/databases.testing';
import { openStore } from '@tilth/store/open';
import { cutPower } from '@tilth/store/power-cut.testing';
import type { Task } from './soak-child.ts';
import { importInto, logOf, type Place, PROGRAMME, pictureOf, writeEvents } from './soak-office.ts';

const run = promisify(execFile);
const child = fileURLToPath(new URL('soak-child.ts', import.meta.url));

export type Blow = 'kill' | 'stop the server' | 'cut the power';

export interface Ground {
  readonly engine: 'pglite' | 'postgres';
  /** a copy of an office with a programme and nothing in it */
  fresh(): Promise<Place>;
  drop(place: Place): Promise<void>;
  /** what may happen to it, by turns */
  readonly blows: readonly Blow[];
  strike(blow: Blow, place: Place): Promise<void>;
  /** after the process is gone */
  rise(blow: Blow, place: Place): Promise<void>;
}

/** On the embedded database: kills, and power cuts with the writes of no fsync undone. */
export async function embedded(overlay: Shapes, random: () => number): Promise<Ground> {
  const { place } = await makeDatabase('pglite');
  if (!('data' in place)) throw new Error('PGlite has no directory');
  await prepare(place, overlay);
  return {
    engine: 'pglite',
    blows: ['kill', 'cut the power'],
    async fresh() {
      const data = await mkdtemp(path.join(tmpdir(), 'tilth-soak-'));
      await cp(place.data, data, { recursive: true });
      return { data };
    },
    drop: async (of) => ('data' in of ? rm(of.data, { recursive: true }) : undefined),
    strike: async () => undefined,
    rise: async (blow, of) => {
      if (blow === 'cut the power' && 'data' in of) cutPower(path.join(of.data, 'database'), random);
    },
  };
}

/** On PostgreSQL: kills of the client, and of the server (immediate stop). */
export async function served(overlay: Shapes): Promise<Ground> {
  const cluster = await makeCluster();
  const sql = (command: string) => run('psql', ['-q', '-d', `${cluster.url}/template1`, '-c', command]);
  await sql('CREATE DATABASE office');
  await prepare({ url: `${cluster.url}/office` }, overlay);
  let made = 0;
  return {
    engine: 'postgres',
    blows: ['kill', 'stop the server'],
    async fresh() {
      const name = `soak_${++made}`;
      await sql(`CREATE DATABASE ${name} TEMPLATE office`);
      return { url: `${cluster.url}/${name}` };
    },
    drop: async (of) =>
      'url' in of ? void (await sql(`DROP DATABASE ${path.basename(of.url)} WITH (FORCE)`)) : undefined,
    strike: async (blow) => {
      if (blow === 'stop the server') await cluster.stop('immediate');
    },
    rise: async (blow) => {
      if (blow === 'stop the server') await cluster.start();
    },
  };
}

async function prepare(place: Place, overlay: Shapes): Promise<void> {
  const store = await openStore({ ...place, overlay });
  await store.addProgramme({ id: PROGRAMME, name: 'Soak', invented: true });
  await askerNamed(store, undefined);
  await store.close();
}

export interface Soaked {
  readonly blows: Readonly<Record<string, number>>;
  /** how many entries were on record after each blow: from none to all */
  readonly found: readonly number[];
  readonly whole: number;
}

/** `rounds` of each blow. Throws at the first that loses, doubles or changes anything. */
export async function soakImports(
  ground: Ground,
  rounds: number,
  overlay: Shapes,
  random: () => number,
  say: (what: string) => void,
): Promise<Soaked> {
  const directory = await mkdtemp(path.join(tmpdir(), 'tilth-soak-file-'));
  const { file, rows } = await writeEvents(directory);
  const undisturbed = await ground.fresh();
  const began = performance.now();
  const store = await openStore({ ...undisturbed, overlay });
  const whole = await importInto(store, overlay, file);
  const span = performance.now() - began;
  assert.deepEqual(whole, { read: rows, accepted: rows, unchanged: 0, refused: 0 });
  const picture = await pictureOf(store);
  await store.close();
  const entries = (await logOf(undisturbed)).length;
  await ground.drop(undisturbed);

  const found: number[] = [];
  const blows: Record<string, number> = {};
  for (let round = 0; round < rounds * ground.blows.length; round++) {
    const blow = ground.blows[round % ground.blows.length] ?? 'kill';
    const place = await ground.fresh();
    const task: Task = { place, file, cut: blow === 'cut the power' };
    const done = await strikeDuring(task, () => ground.strike(blow, place), random() * span);
    await ground.rise(blow, place);
    const again = await openStore({ ...place, overlay });
    assert.deepEqual(await again.verify(), []);
    const { number } = await again.stamp(await askerNamed(again, undefined), PROGRAMME);
    if (done) assert.equal(number, entries, 'the whole import was acknowledged');
    const { read, accepted, unchanged, refused } = await importInto(again, overlay, file);
    assert.deepEqual(
      { read, stored: accepted + unchanged, refused },
      { read: rows, stored: rows, refused: 0 },
    );
    assert.equal(await pictureOf(again), picture, 'the same record in the end');
    assert.deepEqual(await again.verify(), []);
    await again.close();
    const log = await logOf(place);
    assert.equal(log.length, entries, 'nothing doubled');
    assert.equal(new Set(log).size, entries, 'no entry twice');
    await ground.drop(place);
    found.push(number);
    blows[blow] = (blows[blow] ?? 0) + 1;
    say(`${ground.engine}, round ${round + 1}: ${blow}, ${number} of ${entries} entries on record`);
  }
  await rm(directory, { recursive: true });
  return { blows, found, whole: entries };
}

/** Lets a child import, and strikes some time after it has begun. True when it had come to its end before. */
async function strikeDuring(task: Task, strike: () => Promise<void>, after: number): Promise<boolean> {
  const process_ = spawn(process.execPath, [child, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  const ended = once(process_, 'exit');
  let complaint = '';
  process_.stderr.on('data', (text) => {
    complaint += text;
  });
  let done = false;
  const begun = new Promise<void>((go) => {
    createInterface({ input: process_.stdout }).on('line', (line) => {
      if (line === 'begun') go();
      else done = line.includes('"read"');
    });
  });
  await Promise.race([begun, ended.then(() => assert.fail(`it ended before it had begun: ${complaint}`))]);
  await new Promise((go) => setTimeout(go, after));
  const acknowledged = done;
  await strike();
  process_.kill('SIGKILL');
  await ended;
  return acknowledged;
}
