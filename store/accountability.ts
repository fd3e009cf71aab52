/** What the store answers of transfers, promises and allegations, and of when things were published: part of its contract. */
import type { Day } from '@tilth/domain/report/entry';
import type { Promises } from './current/promises.ts';
import type { Published } from './current/published.ts';
import type { Sayings } from './current/sayings.ts';
import type { Asker, Times } from './store.ts';

export interface Accountability {
  /** what is said of the items of these kinds, each claim by its speaker; kinds not for the asker are left out */
  sayings(asker: Asker, programme: string, kinds: readonly string[], times?: Times): Promise<Sayings>;
  /** promises with a territory, held against recorded use, finds and hazards */
  promises(asker: Asker, programme: string, times?: Times): Promise<Promises>;
  /** up to which receipt this office held nothing that was published after that day */
  published(asker: Asker, programme: string, day: Day): Promise<Published>;
}
