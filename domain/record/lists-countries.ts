/**
 * States and other areas as a code list, by the one table of their names (evidence/states-table.ts). Codes are those of
 * ISO 3166-1 alpha-3 as the standard writes them, in capitals; that an area stands here says nothing of anybody's claims.
 * Other spellings are the table's, its alpha-2 code, and the usual turns of a name ("Bahamas (The)", "Moldova, Republic of").
 */
import { statesTable } from '../evidence/states-table.ts';
import type { Code, CodeList } from './kind.ts';
import { spelling } from './read-code.ts';

const rows = statesTable
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', name = '', others = '', , , alpha2 = ''] = line.split('|');
    return { code, names: [name, ...others.split(',').filter(Boolean)], alpha2 };
  });

/** "The" and "Republic of" before a name or behind it. */
function turnsOf(name: string): readonly string[] {
  if (/^the |\(|republic|kingdom|state/i.test(name)) return turned(name);
  return [
    `the ${name}`,
    `${name} (the)`,
    `${name}, the`,
    `republic of ${name}`,
    ...turned(`republic of ${name}`),
  ];
}

/** "Republic of Moldova" as a list in order of the alphabet has it: "Moldova, Republic of", "Moldova (Republic of)". */
function turned(name: string): readonly string[] {
  const parts = /^(.* of)( the)? (.+)$/i.exec(name);
  if (parts === null) return [];
  const [, before = '', the = '', last = ''] = parts;
  return [`${last}, ${before}${the}`, `${last} (${before}${the})`];
}

/** Each spelling and the codes it could mean; what the table itself calls a state goes before the turn of another's name. */
const means = new Map<string, Set<string>>();
const add = (code: string, spellings: readonly string[]) => {
  for (const s of spellings.map(spelling)) means.set(s, (means.get(s) ?? new Set()).add(code));
};
for (const { code, alpha2, names } of rows) add(code, [code, alpha2, ...names]);
const own = new Set(means.keys());
for (const { code, names } of rows)
  add(
    code,
    names.flatMap((name, n) => (n === 0 ? turnsOf(name) : turned(name))).filter((t) => !own.has(spelling(t))),
  );

const spellings = new Map<string, string[]>(rows.map(({ code }) => [code, []]));
for (const [s, of] of means) if (of.size === 1) for (const code of of) spellings.get(code)?.push(s);

const codes = rows.map(({ code, names }): readonly [string, Code] => [
  code,
  { label: names[0] ?? code, also: spellings.get(code) ?? [] },
]);

export const countryLists: readonly CodeList[] = [
  {
    name: 'country',
    label: 'States and other areas',
    source: 'ISO 3166-1 alpha-3; names of the UN terminology database and of depositaries',
    codes: Object.fromEntries(codes),
  },
];
