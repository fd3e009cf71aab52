/**
 * The desk: files that people brought and that are not yet part of the record, each seen only by who brought it. They lie in a
 * passing directory for their owner's eyes (they may hold personal values), and go when they are imported or taken away,
 * when nobody has touched them for a day, and with the process. What became of a file is kept as long as the file.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shapes } from '@tilth/domain/geometry/geos';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import type { Look } from '@tilth/formats/mapping/look';
import type { Mapping } from '@tilth/formats/mapping/mapping';
import type { OpenOptions } from '@tilth/formats/read/open';
import type { Asker, Role } from '@tilth/store/store';
import type { Account } from './account.ts';
import type { Compared } from './compared.ts';
import { Turns } from './turns.ts';

export type Doing = 'look' | 'try' | 'import' | 'compare';

export interface Work {
  readonly doing: Doing;
  /** its turn has not come yet */
  waiting: boolean;
  rows: number;
  /** how many there are; null while that is still counted */
  of: number | null;
  /** from here on it goes to its end */
  writing: boolean;
  ended: boolean;
  problem: Problem | null;
  /** it is to end as soon as it can */
  stopped: boolean;
}

export interface Brought {
  readonly id: string;
  readonly person: string;
  readonly programme: string;
  /** of who brought it, then: what was found in the file is for readers of that role */
  readonly role: Role | undefined;
  readonly name: string;
  readonly size: number;
  readonly path: string;
  received: number;
  touched: number;
  reading: OpenOptions;
  look: Look | null;
  mapping: Mapping | null;
  work: Work | null;
  /** of the last try, and of the import */
  tried: Account | null;
  imported: Account | null;
  compared: Compared | null;
}

/** Bytes of one file, and files of one person at a time. */
export const LARGEST_FILE = 500_000_000;
const MOST_FILES = 8;
const DAY_MS = 86_400_000;

export class Desk {
  readonly shapes: Shapes;
  /** mappings that come with Tilth */
  readonly ready: readonly Mapping[];
  readonly turns = new Turns();
  readonly #files = new Map<string, Brought>();
  /** the last piece of each file that is on its way to the disk */
  readonly #pieces = new WeakMap<Brought, Promise<void>>();
  #directory: Promise<string> | null = null;

  constructor(shapes: Shapes, ready: readonly Mapping[]) {
    this.shapes = shapes;
    this.ready = ready;
  }

  /** A place for a file that is to come. Refusals `import-shapefile-in-parts`, `import-too-large`, `import-desk-full`. */
  async lay(asker: Asker, programme: string, name: string, size: number): Promise<Brought> {
    const person = whoever(asker);
    if (/\.(?:shp|shx|prj|cpg)$/iu.test(name)) throw new Refusal(problem('import-shapefile-in-parts'));
    if (size > LARGEST_FILE) throw new Refusal(problem('import-too-large', { limit: LARGEST_FILE }));
    await this.#clear(asker);
    if ([...this.#files.values()].filter((f) => f.person === person).length >= MOST_FILES)
      throw new Refusal(problem('import-desk-full', { files: MOST_FILES }));
    const id = randomUUID();
    const room = join(await this.#room(), id);
    await mkdir(room, { mode: 0o700 });
    const file: Brought = {
      id,
      person,
      programme,
      role: asker.roles.get(programme),
      name,
      size,
      path: join(room, safeName(name)),
      received: 0,
      touched: Date.now(),
      reading: {},
      look: null,
      mapping: null,
      work: null,
      tried: null,
      imported: null,
      compared: null,
    };
    await (await open(file.path, 'wx', 0o600)).close();
    this.#files.set(id, file);
    return file;
  }

  /** The file, for who brought it and has the role of then. Refusal `import-unknown`: there is none, or it is somebody else's. */
  take(asker: Asker, id: string): Brought {
    const file = this.#files.get(id);
    if (file === undefined || !reaches(asker, file)) throw new Refusal(problem('import-unknown', { id }));
    file.touched = Date.now();
    return file;
  }

  of(asker: Asker, programme: string): readonly Brought[] {
    return [...this.#files.values()].filter((f) => reaches(asker, f) && f.programme === programme);
  }

  /**
   * Adds bytes at `from`, which must be where the file ends so far; the same bytes again are harmless. Pieces of one file are
   * written one after the other. Refusals `import-out-of-step`, `import-unknown`.
   */
  write(file: Brought, from: number, bytes: Uint8Array): Promise<void> {
    const add = () => this.#add(file, from, bytes);
    // a piece that failed was told to who sent it; the next is tried all the same
    const turn = (this.#pieces.get(file) ?? Promise.resolve()).then(add, add);
    this.#pieces.set(file, turn);
    return turn;
  }

  async #add(file: Brought, from: number, bytes: Uint8Array): Promise<void> {
    if (!this.#files.has(file.id)) throw new Refusal(problem('import-unknown', { id: file.id }));
    const end = from + bytes.length;
    const handle = await open(file.path, 'r+');
    try {
      if (end <= file.received) {
        const here = Buffer.alloc(bytes.length);
        await handle.read(here, 0, bytes.length, from);
        if (here.equals(bytes)) return;
      }
      if (from !== file.received || end > file.size)
        throw new Refusal(problem('import-out-of-step', { received: file.received }));
      await handle.write(bytes, 0, bytes.length, from);
    } finally {
      await handle.close();
    }
    file.received = end;
  }

  /** Takes the file away; what is at work on it ends. Refusal `import-writing` when rows are being stored. */
  async remove(file: Brought): Promise<void> {
    if (file.work !== null && !file.work.ended) {
      if (file.work.writing) throw new Refusal(problem('import-writing'));
      stop(file.work);
    }
    this.#files.delete(file.id);
    await rm(join(file.path, '..'), { recursive: true, force: true });
  }

  async close(): Promise<void> {
    for (const { work } of this.#files.values()) if (work !== null) stop(work);
    this.#files.clear();
    if (this.#directory !== null) await rm(await this.#directory, { recursive: true, force: true });
  }

  #room(): Promise<string> {
    this.#directory ??= mkdtemp(join(tmpdir(), 'tilth-desk-'));
    return this.#directory;
  }

  /** What nobody has touched for a day goes, and what this person can't reach any more. */
  async #clear(asker: Asker): Promise<void> {
    const old = [...this.#files.values()].filter(
      (f) =>
        (f.work?.ended ?? true) &&
        (Date.now() - f.touched > DAY_MS || (f.person === asker.person && !reaches(asker, f))),
    );
    for (const file of old) await this.remove(file);
  }
}

/** Ends work as soon as it can; what still waits ends at once. */
export function stop(work: Work): void {
  work.stopped = true;
  if (!work.waiting) return;
  work.waiting = false;
  work.ended = true;
  work.problem = problem('import-stopped');
}

function reaches(asker: Asker, file: Brought): boolean {
  return file.person === asker.person && file.role === asker.roles.get(file.programme);
}

function whoever(asker: Asker): string {
  if (asker.person === null) throw new Refusal(problem('not-signed-in'));
  return asker.person;
}

/** The ending decides between formats that look alike, so it is kept; the rest need not be readable. */
function safeName(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,9}$/u.exec(name)?.[0] ?? '';
  return `file${ending.toLowerCase()}`;
}
