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

/**
 * Gives NODEFS the fsync it lacks, counts the bytes written to the write-ahead log, and keeps the errno of the last
 * write that failed (PostgreSQL panics when its log cannot be written, and then nobody else remembers why).
 */
export function makeDurable(files: HostFiles, wal: { bytes: number; failure: string }): void {
  files.stream_ops.fsync = (stream) =>
    files.tryFSOperation(() => {
      if (stream.nfd !== undefined) {
        fs.fsyncSync(stream.nfd);
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
  const write = files.stream_ops.write;
  files.stream_ops.write = (stream, buffer, offset, length, position) => {
    if (stream.node.parent.name === 'pg_wal') wal.bytes += length;
    const handle = stream.nfd;
    if (handle === undefined) return write(stream, buffer, offset, length, position);
    return files.tryFSOperation(() => {
      try {
        return fs.writeSync(handle, new Int8Array(buffer.buffer, offset, length), 0, length, position);
      } catch (error) {
        if (error instanceof Error && 'code' in error) wal.failure = String(error.code);
        throw error;
      }
    });
  };
}
