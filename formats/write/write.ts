/** Writes items in one of the formats, as a stream of bytes. */
import type { About, Row } from './about.ts';
import { writeCsv } from './csv.ts';
import type { FormatName } from './formats.ts';
import { writeGeojson } from './geojson.ts';
import { writeGpkg } from './gpkg.ts';
import { writeGpx } from './gpx.ts';
import { writeKml } from './kml.ts';
import { writeXlsx } from './xlsx.ts';
import { gathered } from './zip.ts';

/**
 * The rows, already reduced to what the asker may see, as a file of the format, stamped. Throws Refusal `export-too-large`
 * where a format has a limit. Nothing but GeoPackage and the tracks of GPX is held in memory or on disk.
 */
export function write(format: FormatName, rows: AsyncIterable<Row>, about: About): AsyncIterable<Uint8Array> {
  switch (format) {
    case 'geojson':
      return gathered(writeGeojson(rows, about));
    case 'csv':
      return gathered(writeCsv(rows, about));
    case 'kml':
      return gathered(writeKml(rows, about));
    case 'gpx':
      return gathered(writeGpx(rows, about));
    case 'xlsx':
      return writeXlsx(rows, about);
    case 'gpkg':
      return writeGpkg(rows, about);
  }
}
