/** Which properties a list shows at first: what names the item, its class and status, its date, its size. At most four. */
import type { Kind } from '../ask/answers.ts';

export function columnsOf(kind: Kind): readonly string[] {
  const names = Object.keys(kind.properties);
  const of = (name: string) => kind.properties[name];
  const title = [kind.title, 'local_id', 'name'].find((n) => n !== undefined && of(n) !== undefined);
  const guarded = names.filter((n) => of(n)?.fold === 'guarded');
  const codes = names.filter(
    (n) => of(n)?.type === 'code' && of(n)?.fold === 'latest' && n !== 'position_basis',
  );
  const numbers = names.filter((n) => of(n)?.type === 'number' && of(n)?.unit === 'm2');
  const dates = [kind.date, ...names.filter((n) => of(n)?.type === 'date')].filter((n) => n !== undefined);
  const wanted = [
    title,
    names.includes('local_id') ? 'local_id' : undefined,
    ...guarded.slice(0, 1),
    ...dates.slice(0, 1),
    ...numbers.slice(0, 1),
    ...codes.slice(0, 3),
    ...names.filter((n) => of(n)?.type === 'text' && of(n)?.sensitivity !== 'personal').slice(0, 2),
  ];
  return [...new Set(wanted.filter((n) => n !== undefined))].slice(0, 4);
}
