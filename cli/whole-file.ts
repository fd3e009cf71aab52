/** Writes a file whole or not at all: what is half written must never be taken for the whole. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { problem, Refusal } from '@tilth/domain/problem';

/**
 * Calls `make` with a function that writes a chunk, and puts the file in its place when all is on disk; gives its size in
 * bytes. Refusal `file-unwritable` for what the file system refuses; what `make` itself throws comes through as it is.
 */
export async function wholeFile(
  file: string,
  mode: number,
  make: (write: (chunk: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<number> {
  const part = `${file}.part`;
  let size = 0;
  const on = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      const why = whyUnwritable(error);
      throw new Refusal(problem('file-unwritable', { file, why }), { cause: error });
    }
  };
  const handle: FileHandle = await on(open(part, 'w', mode));
  try {
    try {
      await make(async (chunk) => {
        await on(handle.writeFile(chunk));
        size += chunk.length;
      });
      await on(handle.sync());
    } finally {
      await handle.close();
    }
    await on(rename(part, file));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return size;
}

/** The file that could not be opened is the part, which nobody asked for: its name stays out of what is said. */
function whyUnwritable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such directory';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'writing there is not allowed';
  if (code === 'ENOSPC') return 'the disk is full';
  return error instanceof Error ? error.message : String(error);
}
