/**
 * PGlite unpacks and compiles an extension's whole bundle at each start. PostGIS comes with raster, topology, a geocoder and
 * the scripts that upgrade older versions, none of which Tilth uses: without them a start takes half the work and some
 * 270 MB of memory less, which a field laptop notices. The smaller bundle is made once and kept beside the installed package.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Extension, PGliteInterface } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';

const BLOCK = 512;
const UNUSED =
  /postgis_(raster|topology|tiger_geocoder|sfcgal)|address_standardizer|--(ANY|unpackaged)|\/contrib\//;

/** The entries of a tar archive (POSIX ustar, plain names) whose name `keep` wants, as a tar archive. */
export function filterTar(tar: Buffer, keep: (name: string) => boolean): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const text = (from: number, to: number) =>
      tar
        .toString('latin1', at + from, at + to)
        .replace(/\0.*$/s, '')
        .trim();
    const size = Number.parseInt(text(124, 136), 8) || 0;
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const prefix = text(345, 500);
    if (keep(prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`)) kept.push(tar.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, Buffer.alloc(2 * BLOCK)]);
}

/** Made beside the package under a name of its own first: several processes may start at once. */
function smallBundle(whole: URL): URL {
  const { version }: { version: string } = JSON.parse(
    fs.readFileSync(new URL('../package.json', whole), 'utf8'),
  );
  const small = fileURLToPath(new URL(`tilth-postgis-${version}-1.tar.gz`, whole));
  if (!fs.existsSync(small)) {
    const tar = filterTar(gunzipSync(fs.readFileSync(whole)), (name) => !UNUSED.test(name));
    const half = path.join(path.dirname(small), `.${randomBytes(6).toString('hex')}`);
    // reading it is most of its cost: hardly packed
    fs.writeFileSync(half, gzipSync(tar, { level: 1 }));
    fs.renameSync(half, small);
  }
  return pathToFileURL(small);
}

/** PostGIS for PGlite, as small as may be; whole where the installed packages can't be written to. */
export const smallPostgis: Extension = {
  ...postgis,
  async setup(pglite: PGliteInterface, options: unknown) {
    const result = await postgis.setup(pglite, options);
    if (!result.bundlePath) return result;
    try {
      return { ...result, bundlePath: smallBundle(result.bundlePath) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return result;
    }
  },
};
