/** A file of the shape of fixtures/mappings/colombia-events.json, for machines that do not have the real one. */
import { chance } from '@tilth/fixtures/orlia/chance';

const codes = [
  ...Array(6667).fill(1),
  ...Array(242).fill(2),
  ...Array(8).fill(3),
  ...Array(24136).fill(4),
  ...Array(3494).fill(5),
  ...Array(44).fill(6),
  ...Array(28).fill(7),
  ...Array(1908).fill(8),
];

/** CSV text of 36,527 invented events, in the open ocean, with as many of each code as the real file has. */
export function madeEvents(): string {
  const { next, whole, pick } = chance('bench events');
  const lines = ['source_file,seq,anio,tipo_evento_code,departamento,municipio,tipo_area,longitude,latitude'];
  for (let n = 0; n < codes.length; n++) {
    const [lon, lat] = [-82 + next() * 15, -4 + next() * 17];
    const place = `PROVINCE ${whole(1, 30)},DISTRICT ${whole(1, 900)}`;
    const area = pick(['Rural', 'Urbana', '']);
    lines.push(
      `${whole(1990, 2019)},${n},${whole(1990, 2019)},${codes[n]},${place},${area},${lon.toFixed(6)},${lat.toFixed(6)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
