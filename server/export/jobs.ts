/**
 * Exports made in the background, each for one person: begun, under way, ended in a file or in a problem. The file has no name
 * on disk, only this process holds it, so that it can be read by nobody else and is gone with the process; it is kept for a day. A person gets
 * it only while they have the role that it was made under.
 */
import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import type { FormatName } from '@tilth/formats/write/formats';
import type { Asker, Row, Stamp } from '@tilth/store/store';
import { type Fault, faultOf } from '../answer.ts';
import type { ExportFile } from './file.ts';

export type State = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** What it is an export of, as its maker sees it in their list. */
export interface Of {
  readonly programme: string;
  readonly kind: string;
  readonly format: FormatName;
  readonly said: Readonly<Record<string, string>>;
}

export interface Job extends Of {
  readonly id: string;
  readonly begun: string;
  state: State;
  rows: number;
  /** rows to come in all; null while they are being counted */
  of: number | null;
  bytes: number;
  name: string | null;
  mediaType: string | null;
  stamp: Stamp | null;
  problem: Problem | null;
}

interface Kept extends Job {
  readonly person: string;
  readonly role: string | undefined;
  readonly work: Work;
  file: FileHandle | null;
  /** the last moment it is kept, in ms of the clock */
  until: number;
}

/** Makes the file, letting its rows pass through `passing`; `counted` is told how many will come. */
export type Work = (
  passing: (rows: AsyncIterable<Row>) => AsyncIterable<Row>,
  counted: (rows: number) => void,
) => Promise<ExportFile>;

const DAY = 24 * 60 * 60 * 1000;
/** Exports of one person that are kept, and that may wait or run at a time. */
const MOST_KEPT = 20;
const MOST_BUSY = 5;

class Stopped extends Error {}

export class ExportJobs {
  readonly #jobs = new Map<string, Kept>();
  readonly #now: () => number;
  readonly #log: (fault: Fault) => void;
  /** they are made one after the other: each reads the whole of a kind */
  #line: Promise<void> = Promise.resolve();

  constructor(log: (fault: Fault) => void, now: () => number = Date.now) {
    this.#log = log;
    this.#now = now;
  }

  /** Refusals `not-signed-in`, and `exports-too-many` for somebody who has so many under way already. */
  begin(asker: Asker, of: Of, work: Work): Job {
    const { person } = asker;
    if (person === null) throw new Refusal(problem('not-signed-in'));
    this.#sweep();
    const mine = [...this.#jobs.values()].filter((job) => job.person === person);
    if (mine.filter(busy).length >= MOST_BUSY)
      throw new Refusal(problem('exports-too-many', { most: MOST_BUSY }));
    for (const old of mine.filter((job) => !busy(job)).slice(0, Math.max(0, mine.length - MOST_KEPT + 1)))
      this.#drop(old);
    const job: Kept = {
      ...of,
      id: randomUUID(),
      begun: new Date(this.#now()).toISOString(),
      state: 'waiting',
      rows: 0,
      of: null,
      bytes: 0,
      name: null,
      mediaType: null,
      stamp: null,
      problem: null,
      person,
      role: asker.roles.get(of.programme),
      work,
      file: null,
      until: this.#now() + DAY,
    };
    this.#jobs.set(job.id, job);
    this.#line = this.#line.then(() => this.#run(job));
    return job;
  }

  /** The asker's own in a programme, the newest first. */
  list(asker: Asker, programme: string): readonly Job[] {
    this.#sweep();
    return [...this.#jobs.values()]
      .filter((job) => job.programme === programme && this.#isFor(asker, job))
      .reverse();
  }

  /** Stops it where it is under way, and forgets it where it has ended. Refusal `export-unknown`. */
  end(asker: Asker, id: string): void {
    const job = this.#mine(asker, id);
    if (busy(job)) job.state = 'cancelled';
    else this.#drop(job);
  }

  /** The finished file. Refusals `export-unknown`, `export-unfinished`. */
  fetch(asker: Asker, id: string): { readonly job: Job; readonly bytes: AsyncIterable<Uint8Array> } {
    const job = this.#mine(asker, id);
    const { file } = job;
    if (job.state !== 'done' || file === null) throw new Refusal(problem('export-unfinished'));
    return { job, bytes: readAll(file, job.bytes) };
  }

  async close(): Promise<void> {
    for (const job of this.#jobs.values()) if (busy(job)) job.state = 'cancelled';
    await this.#line;
    for (const job of [...this.#jobs.values()]) this.#drop(job);
  }

  #isFor(asker: Asker, job: Kept): boolean {
    return job.person === asker.person && job.role === asker.roles.get(job.programme);
  }

  #mine(asker: Asker, id: string): Kept {
    this.#sweep();
    const job = this.#jobs.get(id);
    if (job === undefined || !this.#isFor(asker, job)) throw new Refusal(problem('export-unknown'));
    return job;
  }

  #sweep(): void {
    for (const job of [...this.#jobs.values()]) if (!busy(job) && job.until < this.#now()) this.#drop(job);
  }

  #drop(job: Kept): void {
    this.#jobs.delete(job.id);
    void job.file?.close().catch((error: unknown) => this.#log(faultOf(error)));
    job.file = null;
  }

  async #run(job: Kept): Promise<void> {
    if (job.state !== 'waiting') return;
    job.state = 'running';
    const stopped = () => job.state !== 'running';
    let file: FileHandle | null = null;
    try {
      const made = await job.work(
        async function* (rows) {
          for await (const row of rows) {
            if (stopped()) throw new Stopped();
            job.rows++;
            yield row;
          }
        },
        (rows) => {
          job.of = rows;
        },
      );
      job.name = made.name;
      job.mediaType = made.mediaType;
      job.stamp = made.stamp;
      file = await nameless();
      for await (const chunk of made.bytes) {
        if (stopped()) throw new Stopped();
        await file.write(chunk);
        job.bytes += chunk.length;
      }
      if (stopped()) throw new Stopped();
      job.file = file;
      job.state = 'done';
      job.until = this.#now() + DAY;
    } catch (error) {
      await file?.close();
      if (error instanceof Stopped || stopped()) return;
      job.state = 'failed';
      job.problem = this.#problemOf(error);
    }
  }

  #problemOf(error: unknown): Problem {
    if (error instanceof Refusal) return error.problem;
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
      return problem('disk-full', { state: 'ENOSPC' });
    const fault = faultOf(error);
    this.#log(fault);
    return problem('internal-fault', { reference: fault.reference });
  }
}

function busy({ state }: Job): boolean {
  return state === 'waiting' || state === 'running';
}

/** A file that is open and stands in no directory any more. */
async function nameless(): Promise<FileHandle> {
  const directory = await mkdtemp(join(tmpdir(), 'tilth-export-'));
  try {
    return await open(join(directory, 'file'), 'w+', 0o600);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function* readAll(file: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(65_536), 0, 65_536, at);
    if (bytesRead === 0) throw new Error('an export is shorter than it was');
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
