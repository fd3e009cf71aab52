/**
 * KML 2.2. Suspected areas orange, confirmed red, all else grey (IMSMA technical note 07.11/01); what is only reported has
 * a thin outline. The stamp is the document's description; every property is extended data of its placemark.
 */
import type { Geometry } from '@tilth/domain/report/entry';
import { type About, INVENTED, type Row, stampOf, wordOf } from './about.ts';
import { xml } from './xml.ts';

/** KML colours are alpha, blue, green, red. */
const STYLES = [
  ['sha', 'ff18a7f4', '8018a7f4'],
  ['cha', 'ff0000ff', '800000ff'],
  ['other', 'ff606060', '40606060'],
] as const;

export async function* writeKml(rows: AsyncIterable<Row>, about: About): AsyncGenerator<string> {
  const lines = stampOf(about).map(([name, value]) => `${name}: ${value}`);
  const title = `${about.invented ? `${INVENTED}: ` : ''}${about.kind.plural}, ${about.stamp.at}`;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n<name>${xml(title)}</name>\n<description>${xml(lines.join('\n'))}</description>\n`;
  for (const [name, line, fill] of STYLES) {
    yield `<Style id="${name}"><LineStyle><color>${line}</color><width>2</width></LineStyle><PolyStyle><color>${fill}</color></PolyStyle></Style>\n`;
  }
  for await (const row of rows) yield placemark(row, about);
  yield '</Document>\n</kml>\n';
}

function placemark(row: Row, about: About): string {
  const { kind } = about;
  const name = wordOf(row.values[kind.title ?? 'local_id']) || row.id;
  const style =
    row.values.hazard_class === 'sha' || row.values.hazard_class === 'cha'
      ? row.values.hazard_class
      : 'other';
  const data = [
    ['id', row.id],
    ['standing', row.standing],
    ['disputed', String(row.disputed)],
    ...Object.entries(row.values)
      .filter(([p, v]) => v !== null && kind.properties[p]?.sensitivity !== 'personal')
      .map(([p, v]) => [p, wordOf(v)] as const),
    ...(about.invented ? [['notice', INVENTED] as const] : []),
  ];
  const extended = data.map(([n, v]) => `<Data name="${xml(n!)}"><value>${xml(v!)}</value></Data>`).join('');
  const place = row.geometry === null ? '' : geometry(row.geometry);
  return `<Placemark id="i${row.id}"><name>${xml(name)}</name><styleUrl>#${style}</styleUrl><ExtendedData>${extended}</ExtendedData>${place}</Placemark>\n`;
}

type Line = readonly (readonly [number, number])[];

function coordinates(line: Line): string {
  return `<coordinates>${line.map(([x, y]) => `${x},${y}`).join(' ')}</coordinates>`;
}

function polygon(rings: readonly Line[]): string {
  const ring = (tag: string, l: Line): string =>
    `<${tag}><LinearRing>${coordinates(l)}</LinearRing></${tag}>`;
  return `<Polygon>${rings.map((l, i) => ring(i === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs', l)).join('')}</Polygon>`;
}

function geometry(g: Geometry): string {
  const several = (parts: readonly string[]): string => `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
  const point = (p: readonly [number, number]): string => `<Point>${coordinates([p])}</Point>`;
  const line = (l: Line): string => `<LineString>${coordinates(l)}</LineString>`;
  switch (g.type) {
    case 'Point':
      return point(g.coordinates);
    case 'MultiPoint':
      return several(g.coordinates.map(point));
    case 'LineString':
      return line(g.coordinates);
    case 'MultiLineString':
      return several(g.coordinates.map(line));
    case 'Polygon':
      return polygon(g.coordinates);
    case 'MultiPolygon':
      return several(g.coordinates.map(polygon));
  }
}
