/** A disk that is full for as long as a file named `full` lies beside the database directory. For problems.test.ts. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { HostFiles } from './pglite-files.ts';

export function watch(files: HostFiles, directory: string): void {
  const full = path.join(path.dirname(directory), 'full');
  const write = files.stream_ops.write;
  files.stream_ops.write = (stream, buffer, offset, length, position) => {
    if (existsSync(full)) {
      return files.tryFSOperation(() => {
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      });
    }
    return write(stream, buffer, offset, length, position);
  };
}
