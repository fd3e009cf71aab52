/** GeoJSON (RFC 7946), one feature a line. The stamp is a member of the collection, before its features. */
import { type About, type Row, stampOf } from './about.ts';

export async function* writeGeojson(rows: AsyncIterable<Row>, about: About): AsyncGenerator<string> {
  const stamp = JSON.stringify(Object.fromEntries(stampOf(about)));
  yield `{"type":"FeatureCollection","name":${JSON.stringify(about.kind.name)},"stamp":${stamp},"features":[`;
  let first = true;
  for await (const row of rows) {
    yield `${first ? '' : ','}\n${featureOf(row, about)}`;
    first = false;
  }
  yield '\n]}\n';
}

/** One feature as JSON. Personal properties are left out whatever the row holds (law 9). */
export function featureOf(row: Row, about: About): string {
  const personal = (name: string): boolean => about.kind.properties[name]?.sensitivity === 'personal';
  const values = Object.fromEntries(Object.entries(row.values).filter(([name]) => !personal(name)));
  return JSON.stringify({
    type: 'Feature',
    id: row.id,
    geometry: row.geometry,
    properties: { standing: row.standing, disputed: row.disputed, ...values },
  });
}
