/**
 * Beside each built file that shrinks, the same one compressed as browsers take it: Brotli, and gzip for those that reach
 * the server without https. The server hands them out as they lie there, so that no thin line waits for a compressor.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(m?js|css|html|svg|json|wasm)$/;
const LEAST_BYTES = 1400;

/** A step at the end of the build. */
export function compressed(): Plugin {
  return {
    name: 'tilth-compressed',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error('the build names no directory');
      const files = (await readdir(dir, { recursive: true })).filter((f) => TEXT.test(f));
      await Promise.all(files.map((f) => compress(join(dir, f))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < LEAST_BYTES) return;
  // a level that halves the time of the last one for a hundredth more bytes
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 10,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await Promise.all([
    promisify(brotliCompress)(bytes, { params }).then((small) => writeFile(`${file}.br`, small)),
    promisify(gzip)(bytes, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
  ]);
}
