/**
 * GPX 1.1 for satellite receivers: points as waypoints, lines and outlines as tracks. GPX wants all waypoints before the
 * tracks, so tracks are held until the end. Items without a place can't stand in a GPX file: how many there are is said in
 * a comment at its end.
 */
import { type About, INVENTED, type Row, stampOf, wordOf } from './about.ts';
import { xml } from './xml.ts';

export async function* writeGpx(rows: AsyncIterable<Row>, about: About): AsyncGenerator<string> {
  const lines = stampOf(about).map(([name, value]) => `${name}: ${value}`);
  const title = `${about.invented ? `${INVENTED}: ` : ''}${about.kind.plural}, ${about.stamp.at}`;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Tilth" xmlns="http://www.topografix.com/GPX/1/1">\n<metadata><name>${xml(title)}</name><desc>${xml(lines.join('\n'))}</desc></metadata>\n`;
  const tracks: string[] = [];
  let nowhere = 0;
  for await (const row of rows) {
    const words = wordsOf(row, about);
    const g = row.geometry;
    if (g === null) nowhere++;
    else if (g.type === 'Point' || g.type === 'MultiPoint') {
      const points = g.type === 'Point' ? [g.coordinates] : g.coordinates;
      yield points.map((p) => `<wpt ${at(p)}>${words}</wpt>\n`).join('');
    } else tracks.push(`<trk>${words}${linesOf(g).map(segment).join('')}</trk>\n`);
  }
  yield* tracks;
  if (nowhere > 0) yield `<!-- ${nowhere} items without a place are not in this file -->\n`;
  yield '</gpx>\n';
}

function wordsOf(row: Row, about: About): string {
  const { kind } = about;
  const name = wordOf(row.values[kind.title ?? 'local_id']) || row.id;
  const said = Object.entries(row.values)
    .filter(([p, v]) => v !== null && kind.properties[p]?.sensitivity !== 'personal')
    .map(([p, v]) => `${p}: ${wordOf(v)}`);
  const desc = [
    ...(about.invented ? [INVENTED] : []),
    `id: ${row.id}`,
    `standing: ${row.standing}`,
    ...said,
  ].join('\n');
  return `<name>${xml(name)}</name><desc>${xml(desc)}</desc>`;
}

type Line = readonly (readonly [number, number])[];

function linesOf(
  g: Exclude<NonNullable<Row['geometry']>, { type: 'Point' | 'MultiPoint' }>,
): readonly Line[] {
  switch (g.type) {
    case 'LineString':
      return [g.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return g.coordinates;
    case 'MultiPolygon':
      return g.coordinates.flat();
  }
}

function segment(line: Line): string {
  return `<trkseg>${line.map((p) => `<trkpt ${at(p)}/>`).join('')}</trkseg>`;
}

function at([lon, lat]: readonly [number, number]): string {
  return `lat="${lat}" lon="${lon}"`;
}
