/** The formats written, by the name that `--format` and the server's addresses take. */
export const formats = {
  geojson: { mediaType: 'application/geo+json', extension: 'geojson' },
  csv: { mediaType: 'text/csv; charset=utf-8', extension: 'csv' },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
  gpkg: { mediaType: 'application/geopackage+sqlite3', extension: 'gpkg' },
  kml: { mediaType: 'application/vnd.google-earth.kml+xml', extension: 'kml' },
  gpx: { mediaType: 'application/gpx+xml', extension: 'gpx' },
} as const;

export type FormatName = keyof typeof formats;
