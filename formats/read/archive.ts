/**
 * ZIP archives from strangers: what is in one is looked at before anything is unpacked, and nothing goes beyond the limits
 * (number of files, unpacked size, how much one file may swell), outside the folder meant, or into an archive within.
 */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import yauzl from 'yauzl';

export interface ArchiveLimits {
  /** bytes of all files unpacked */
  readonly total: number;
  /** a file of more than 64 MiB may not be more than this many times its packed size */
  readonly swell: number;
  readonly files: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = { total: 4 * 1024 ** 3, swell: 200, files: 5000 };
const DENSE_FROM = 64 * 1024 ** 2;
const ARCHIVES = /\.(?:zip|7z|rar|gz|tgz|bz2|xz|zst|tar|kmz|xlsx|xlsm|ods|jar)$/iu;

export interface Archive {
  /** files, without folders, in the order of the archive */
  readonly names: readonly string[];
  open(name: string): Promise<Readable>;
  /** unpacks the files named into `folder`, without their own folders' names where `flat` */
  extract(names: readonly string[], folder: string, flat: boolean): Promise<void>;
  close(): void;
}

/** Throws Refusal `archive-broken`, `archive-too-many`, `archive-too-large`, `archive-too-dense`, `archive-nested`, `archive-path`, `archive-encrypted`. */
export async function openArchive(path: string, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<Archive> {
  const zip = await opened(path);
  const entries = new Map<string, yauzl.Entry>();
  try {
    let total = 0;
    await eachEntry(zip, (entry) => {
      const fault = faultOf(entry, limits);
      if (fault) throw new Refusal(fault);
      if (entry.fileName.endsWith('/')) return;
      total += entry.uncompressedSize;
      if (total > limits.total) throw new Refusal(problem('archive-too-large', { limit: limits.total }));
      entries.set(entry.fileName, entry);
      if (entries.size > limits.files)
        throw new Refusal(problem('archive-too-many', { limit: limits.files }));
    });
  } catch (e) {
    zip.close();
    throw e;
  }
  const open = (name: string): Promise<Readable> =>
    new Promise((resolve, reject) => {
      const entry = entries.get(name);
      if (entry === undefined) reject(new Refusal(problem('archive-broken', { why: `no ${name}` })));
      else {
        zip.openReadStream(entry, (e, stream) => {
          if (e) reject(broken(e));
          else resolve(stream);
        });
      }
    });
  return {
    names: [...entries.keys()],
    open,
    async extract(names, folder, flat) {
      for (const name of names) {
        const to = join(folder, flat ? basename(name) : name);
        await mkdir(dirname(to), { recursive: true });
        try {
          await pipeline(await open(name), noArchive(name), createWriteStream(to, { flags: 'wx' }));
        } catch (e) {
          throw e instanceof Refusal ? e : broken(e);
        }
      }
    },
    close: () => zip.close(),
  };
}

function opened(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (e, zip) => {
      if (e) reject(broken(e));
      else resolve(zip);
    });
  });
}

function eachEntry(zip: yauzl.ZipFile, use: (entry: yauzl.Entry) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('error', (e: Error) => reject(broken(e)));
    zip.on('end', () => resolve());
    zip.on('entry', (entry: yauzl.Entry) => {
      try {
        use(entry);
        zip.readEntry();
      } catch (e) {
        reject(e);
      }
    });
    zip.readEntry();
  });
}

function faultOf(entry: yauzl.Entry, limits: ArchiveLimits): Problem | null {
  const name = entry.fileName;
  if (name.startsWith('/') || name.includes('\\') || name.includes('\0') || /^[a-z]:/iu.test(name)) {
    return problem('archive-path', { name });
  }
  if (name.split('/').includes('..')) return problem('archive-path', { name });
  if (entry.isEncrypted()) return problem('archive-encrypted', { name });
  if (ARCHIVES.test(name)) return problem('archive-nested', { name });
  const { compressedSize, uncompressedSize } = entry;
  if (uncompressedSize > DENSE_FROM && uncompressedSize > compressedSize * limits.swell) {
    return problem('archive-too-dense', { name, limit: limits.swell });
  }
  return null;
}

/** Refuses a file that is an archive whatever its name says. */
function noArchive(name: string): Transform {
  let first = true;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const nested = first && chunk[0] === 0x50 && chunk[1] === 0x4b && chunk[2] === 3 && chunk[3] === 4;
      first = false;
      if (nested) done(new Refusal(problem('archive-nested', { name })));
      else done(null, chunk);
    },
  });
}

function broken(e: unknown): Refusal {
  const why = e instanceof Error ? e.message.replace(/[/\\][^\s:]+/gu, '…') : 'unreadable';
  return new Refusal(problem('archive-broken', { why }), { cause: e });
}
