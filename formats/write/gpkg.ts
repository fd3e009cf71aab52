/**
 * GeoPackage 1.3 by GDAL, which can't stream it: the rows go to a file of GeoJSON, GDAL makes the package of it in a
 * thread of its own, and both are removed when it has been read. The stamp is the layer's description.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { problem, Refusal } from '@tilth/domain/problem';
import { runGdal } from '../read/gdal.ts';
import { type About, type Row, stampLine } from './about.ts';
import { writeGeojson } from './geojson.ts';
import { gathered } from './zip.ts';

export async function* writeGpkg(rows: AsyncIterable<Row>, about: About): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'tilth-gpkg-'));
  try {
    const from = join(folder, 'rows.geojson');
    await pipeline(gathered(writeGeojson(rows, about)), createWriteStream(from));
    const layer = about.kind.name.replaceAll('-', '_');
    const answer = await runGdal({
      path: from,
      folder,
      to: {
        driver: 'GPKG',
        name: 'package',
        options: [
          '-nln',
          layer,
          '-lco',
          `DESCRIPTION=${stampLine(about)}`,
          '-lco',
          'FID=fid',
          '-a_srs',
          'EPSG:4326',
        ],
      },
    });
    if (!answer.ok) throw new Refusal(problem('file-broken', { format: 'gpkg', why: answer.why }));
    yield* createReadStream(join(folder, answer.file)) as AsyncIterable<Buffer>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
