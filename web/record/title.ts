/** What an item is called: the title its kind names, its name, its local id, else that it has no name, and the start of its id. */
import type { Claim } from '@tilth/domain/report/entry';
import type { ItemView } from '@tilth/domain/report/view';
import type { Kind, Row } from '../ask/answers.ts';
import { type Showing, showCell, showValue } from './show-value.ts';

const titles = (kind: Kind | undefined) => [kind?.title, 'name', 'local_id'].filter((n) => n !== undefined);

export function titleOf(view: ItemView, kind: Kind | undefined, showing: Showing): string {
  for (const name of titles(kind)) {
    const found = view.properties.find((p) => p.property === name);
    if (found?.value) return showValue(found.value, kind?.properties[found.property], showing);
  }
  return unnamed(view.id, showing);
}

export function titleOfRow(row: Row, kind: Kind | undefined, showing: Showing): string {
  for (const name of titles(kind)) {
    const text = showCell(row.values[name], kind?.properties[name], showing);
    if (text) return text;
  }
  return unnamed(row.id, showing);
}

function unnamed(id: string, { language }: Showing): string {
  return language.say('web.list.unnamed', { id: id.slice(0, 8) });
}

/** What one report calls the item; the empty string when it names it by nothing. */
export function titleOfClaims(claims: readonly Claim[], kind: Kind | undefined, showing: Showing): string {
  for (const name of titles(kind)) {
    const found = claims.find((c) => c.property === name && c.value.type !== 'personal');
    if (found) return showValue(found.value, kind?.properties[name], showing);
  }
  return '';
}
