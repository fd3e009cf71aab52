/**
 * Which properties a list shows at first: what names the item, its class and status, its date, its size, then whatever
 * else the first rows hold. At most four; a column that would be empty gives its room to one that is not.
 */
import type { Kind, Row } from '../ask/answers.ts';

const most = 4;

/** @param rows the first of the list */
export function columnsOf(kind: Kind, rows: readonly Row[]): readonly string[] {
  const names = Object.keys(kind.properties).filter((n) => n !== 'position_basis');
  const of = (name: string) => kind.properties[name];
  const filled = (name: string) =>
    rows.some(({ values }) => values[name] !== null && values[name] !== undefined && values[name] !== '');
  const title = [kind.title, 'name', 'local_id'].filter((n) => n !== undefined && of(n) !== undefined);
  const named = title.find((n) => n !== undefined && filled(n)) ?? title[0];
  const ranked = [
    ...names.filter((n) => of(n)?.fold === 'guarded').slice(0, 1),
    ...names.filter((n) => n === kind.date),
    ...names.filter((n) => of(n)?.type === 'number' && of(n)?.unit === 'm2').slice(0, 1),
    ...names.filter((n) => of(n)?.type === 'code'),
    ...names.filter((n) => of(n)?.type === 'date' || of(n)?.type === 'number'),
    ...names.filter((n) => of(n)?.type === 'text' && of(n)?.sensitivity !== 'personal'),
  ].filter((n) => filled(n) && n !== named);
  return [...new Set([...(named === undefined ? [] : [named]), ...ranked])].slice(0, most);
}
