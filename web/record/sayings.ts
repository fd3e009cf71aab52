/** What an item is called and who speaks of it, from its claims alone. */

import type { SpokenItem } from '@tilth/domain/report/sayings';
import { type Saying, speakerOf } from '@tilth/domain/report/sayings';
import type { Kind } from '../ask/answers.ts';
import { type Showing, showValue } from './show-value.ts';

/** The value in force of a property, in words; empty where nobody says it. */
export function wordOf(
  item: Pick<SpokenItem, 'sayings'>,
  name: string,
  kind: Kind | undefined,
  showing: Showing,
): string {
  const found = item.sayings.filter((s) => s.property === name && s.place === 'stands');
  return showing.language.list(found.map((s) => showValue(s.value, kind?.properties[name], showing)));
}

export function titleOfSpoken(item: SpokenItem, kind: Kind | undefined, showing: Showing): string {
  for (const name of [kind?.title, 'name', 'local_id']) {
    const word = name === undefined ? '' : wordOf(item, name, kind, showing);
    if (word !== '') return word;
  }
  // not named yet at the time asked for: by the first codes that say what it is
  const codes = item.sayings.filter(
    (s) => s.place === 'stands' && s.value.type === 'code' && kind?.properties[s.property] !== undefined,
  );
  const words = codes.slice(0, 2).map((s) => showValue(s.value, kind?.properties[s.property], showing));
  return words.length > 0 ? words.join(' · ') : item.id.slice(0, 8);
}

/**
 * The speaker's name; of one named by an organisation on record alone, what `nameOf` finds, else the start of its id; `hidden`
 * of a private person whose name is not for this reader.
 */
export function speakerName(
  saying: Saying,
  nameOf: (item: string) => string | undefined,
  hidden: string,
): string {
  const { name, item } = speakerOf(saying);
  return name ?? (item === undefined ? hidden : (nameOf(item) ?? item.slice(0, 8)));
}
