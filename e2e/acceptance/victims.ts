/** One table of victims as it stood twice: the real ones, or two made like them. Nobody in it has a name. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { realFile, room } from './shared-data.ts';

export interface Victims {
  readonly earlier: string;
  readonly later: string;
  /** people in each */
  readonly people: readonly [number, number];
  readonly gone: number;
  readonly firstPublished: number;
  /** rows equal to another in all they say: several victims of one accident */
  readonly lookAlikes: number;
}

export async function victims(): Promise<Victims> {
  const earlier = realFile('colombia-victims/victimas_2017-10.csv');
  const later = realFile('colombia-victims/victimas_2022-02.csv');
  if (earlier === null || later === null) return victimsSample();
  // as measured on the five columns that say who a row is: see the README beside the files
  return { earlier, later, people: [11_498, 12_062], gone: 203, firstPublished: 767, lookAlikes: 3_000 };
}

interface Person {
  readonly town: string;
  readonly year: number;
  readonly month: number;
  readonly group: string;
  readonly killed: boolean;
}

/** 240 people in eighty accidents; later ten are left out, twenty new, and everybody has an activity. */
export async function victimsSample(): Promise<Victims> {
  const everybody = Array.from({ length: 260 }, (_, n): Person => {
    const accident = Math.floor(n / 3);
    return {
      town: `MUNICIPIO ${accident % 11}`,
      year: 1995 + (accident % 20),
      month: 1 + (accident % 12),
      group: accident % 2 === 0 ? 'Civil' : 'Fuerza pública',
      killed: accident % 5 === 0,
    };
  });
  const directory = await room();
  const header =
    'departamento,codigodanedepartamento,municipio,codigodanemunicipio,tipoarea,sitio,ano,mes,rangoedad,grupoetnico,condicion,estado,genero,latitudcabecera,longitudcabecera,tipoevento,Ubicación';
  const row = (p: Person, code: string, site: string, year: string) =>
    `NORTE,5,${p.town},${code},Rural,${site},${year},${p.month},Mayor de 18 años,,${p.group},${p.killed ? 'Muerto' : 'Herido'},Masculino,6.143703,-75.185183,Accidente por MAP,"(6.143703, -75.185183)"`;
  const write = async (name: string, lines: readonly string[]) => {
    const file = join(directory, name);
    await writeFile(file, `${lines.join('\n')}\n`);
    return file;
  };
  const thousands = (p: Person) => `"${String(p.year).slice(0, 1)},${String(p.year).slice(1)}"`;
  const before = everybody.slice(0, 240);
  const after = everybody.slice(10);
  return {
    earlier: await write('earlier.csv', [
      `\ufeff${header}`,
      ...before.map((p) => row(p, '"5,313"', '', thousands(p))),
    ]),
    later: await write('later.csv', [
      `${header},Actividad`,
      ...after.map((p) => `${row(p, '5313', 'Sin información', String(p.year))},"Pasando, estando cerca"`),
    ]),
    people: [before.length, after.length],
    gone: 10,
    firstPublished: 20,
    lookAlikes: 100,
  };
}
