/** Mine-action events by code, one position each, one of them with its sign lost: the real table or one made like it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { realFile, room } from './shared-data.ts';

export interface Events {
  readonly file: string;
  /** rows of each code of the source */
  readonly byCode: Readonly<Record<string, number>>;
}

/** As counted in the README beside the real file. */
const published = { 1: 6_667, 2: 242, 3: 8, 4: 24_136, 5: 3_494, 6: 44, 7: 28, 8: 1_908 };

export async function events(): Promise<Events> {
  const real = realFile('colombia-events/derived_all_events_1990_2019.csv');
  return real === null ? eventsSample(600) : { file: real, byCode: published };
}

/** So many rows or a few more, the codes in about the shares of the real table. */
export async function eventsSample(rows: number): Promise<Events> {
  const total = Object.values(published).reduce((a, b) => a + b);
  const byCode = Object.fromEntries(
    Object.entries(published).map(([code, n]) => [code, Math.ceil((n / total) * rows)]),
  );
  const lines = ['source_file,seq,anio,tipo_evento_code,departamento,municipio,tipo_area,longitude,latitude'];
  let seq = 0;
  for (const [code, n] of Object.entries(byCode)) {
    for (let i = 0; i < n; i += 1) {
      // several events of one year share a point
      const west = code === '4' && i === 0 ? 74.23 : -74 - (seq % 50) / 100;
      const year = 1990 + (seq % 30);
      lines.push(
        `${year},${seq},${year},${code},NORTE,Muñoz ${seq % 9},Rural,${west},${4 + (seq % 40) / 100}`,
      );
      seq += 1;
    }
  }
  const file = join(await room(), 'events.csv');
  await writeFile(file, `${lines.join('\n')}\n`);
  return { file, byCode };
}
