/** What an item is called: the title its kind names, its name, its local id, else the start of its id. */
import type { ItemView } from '@tilth/domain/report/view';
import type { Kind } from '../ask/answers.ts';
import { type Showing, showValue } from './show-value.ts';

export function titleOf(view: ItemView, kind: Kind | undefined, showing: Showing): string {
  for (const name of [kind?.title, 'name', 'local_id']) {
    const found = view.properties.find((p) => p.property === name);
    if (found?.value) return showValue(found.value, kind?.properties[found.property], showing);
  }
  return view.id.slice(0, 8);
}
