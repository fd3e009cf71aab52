/**
 * The seam to the file system below PGlite: Emscripten's NODEFS, whose operations we complete. It has no typed interface
 * of its own; what we rely on is checked when the database opens.
 */
import fs from 'node:fs';

interface Node {
  readonly name: string;
  readonly parent: Node;
}

interface Stream {
  readonly node: Node;
  /** the operating system's file handle; directories have none */
  readonly nfd?: number;
}

/** Emscripten's NODEFS, as far as we use it. Paths it makes are the host's. */
export interface HostFiles {
  realPath(node: Node): string;
  tryFSOperation<T>(work: () => T): T;
  readonly stream_ops: {
    fsync?: (stream: Stream) => number;
    write(
      stream: Stream,
      buffer: Uint8Array,
      offset: number,
      length: number,
      position: number | undefined,
    ): number;
  };
  readonly node_ops: {
    setattr(node: Node, attributes: { size?: number }): void;
    mknod(parent: Node, name: string, mode: number, device: number): Node;
    rename(node: Node, parent: Node, name: string): void;
    unlink(parent: Node, name: string): void;
    rmdir(parent: Node, name: string): void;
  };
}

function isHostFiles(x: unknown): x is HostFiles {
  return (
    typeof x === 'object' &&
    x !== null &&
    'realPath' in x &&
    'tryFSOperation' in x &&
    'stream_ops' in x &&
    'node_ops' in x
  );
}

export function hostFilesOf(filesystems: { readonly NODEFS: unknown }): HostFiles {
  if (!isHostFiles(filesystems.NODEFS)) throw new Error('this PGlite has no NODEFS of the known shape');
  return filesystems.NODEFS;
}

/** Gives NODEFS the fsync it lacks. The write-ahead log needs its bytes and its length, not when they were written. */
export function addSync(files: HostFiles): void {
  files.stream_ops.fsync = (stream) =>
    files.tryFSOperation(() => {
      if (stream.nfd !== undefined) {
        if (stream.node.parent.name === 'pg_wal') fs.fdatasyncSync(stream.nfd);
        else fs.fsyncSync(stream.nfd);
        return 0;
      }
      // a directory: without this branch the first switch to a new log segment breaks the database
      const handle = fs.openSync(files.realPath(stream.node), 'r');
      try {
        fs.fsyncSync(handle);
      } finally {
        fs.closeSync(handle);
      }
      return 0;
    });
}

/** Emscripten's numbers of the failures that are no fault of ours (its table ERRNO_CODES). */
const failures: Readonly<Record<number, string>> = { 51: 'ENOSPC', 19: 'EDQUOT', 69: 'EROFS', 29: 'EIO' };

/**
 * Counts the bytes written to the write-ahead log, and keeps why a write failed: PostgreSQL panics when its log cannot be
 * written, and then nobody else remembers why.
 */
export function watchLog(files: HostFiles, wal: { bytes: number; failure: string }): void {
  const write = files.stream_ops.write;
  files.stream_ops.write = (stream, buffer, offset, length, position) => {
    // a new segment is filled with zeroes first, under another name
    if (stream.node.parent.name === 'pg_wal' && !stream.node.name.startsWith('xlogtemp')) wal.bytes += length;
    try {
      return write(stream, buffer, offset, length, position);
    } catch (error) {
      if (error instanceof Object && 'errno' in error) wal.failure = failures[Number(error.errno)] ?? '';
      throw error;
    }
  };
}
