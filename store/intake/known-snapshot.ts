/**
 * A snapshot states a whole table as of a day: its rows are matched with those the source was known to list, as a multiset
 * (design, *formats and mapping*). Rows of equal identity and content are the same row; what is then left of one identity
 * is matched by place, and is an update; the rest is new, or gone.
 *
 * So a row keeps its item although the file lists it in another place: items whose ids the importer derived from the place
 * are given the ids they had. Which row is matched with which depends on the file and on what was known before it, never
 * on how far an earlier try of the same file came: rows already stored match themselves.
 */
import type { Day, Id } from '@tilth/domain/report/entry';
import type { KnownRow } from './row-keys.ts';

interface Entry {
  readonly row: KnownRow;
  taken: boolean;
}

export class KnownSnapshot {
  readonly day: Day;
  /** the last snapshot before this one that was read to its end; null: this is the first */
  readonly last: Day | null;
  readonly #byContent = new Map<string, Entry[]>();
  readonly #byIdentity = new Map<string, Entry[]>();
  readonly #items = new Set<Id>();
  readonly #places = new Map<string, number>();

  constructor(day: Day, last: Day | null) {
    this.day = day;
    this.last = last;
  }

  /** Takes up rows known before, in order of identity and place. */
  add(row: KnownRow): void {
    const entry = { row, taken: false };
    push(this.#byContent, key(row.identity, row.content), entry);
    push(this.#byIdentity, row.identity, entry);
    for (const item of row.items) this.#items.add(item.id);
    this.#places.set(row.identity, Math.max(row.place + 1, this.#places.get(row.identity) ?? 0));
  }

  /** Whether anything is known of the source: else every row is new. */
  get any(): boolean {
    return this.#byIdentity.size > 0;
  }

  /** The known row of the same identity and content that no other row has taken: listed ones before those gone. */
  same(identity: string, content: string): KnownRow | null {
    const entries = this.#byContent.get(key(identity, content)) ?? [];
    return take(entries.find((e) => !e.taken && this.#listed(e.row)) ?? entries.find((e) => !e.taken));
  }

  /** The first listed row of the identity that is left: asked when all rows have been asked for with `same`. */
  left(identity: string): KnownRow | null {
    return take(this.#byIdentity.get(identity)?.find((e) => !e.taken && this.#listed(e.row)));
  }

  /** Whether the row was in the last snapshot, or already came in this one. */
  wasListed(row: KnownRow): boolean {
    return this.#listed(row);
  }

  /** A place for a new row of the identity. */
  place(identity: string): number {
    const place = this.#places.get(identity) ?? 0;
    this.#places.set(identity, place + 1);
    return place;
  }

  hasItem(id: Id): boolean {
    return this.#items.has(id);
  }

  /** Listed rows that no row of this snapshot has taken. */
  *gone(): Iterable<KnownRow> {
    for (const entries of this.#byIdentity.values()) {
      for (const { row, taken } of entries) if (!taken && this.#listed(row)) yield row;
    }
  }

  #listed(row: KnownRow): boolean {
    return row.day !== null && (row.day === this.day || row.day === this.last);
  }
}

function take(entry: Entry | undefined): KnownRow | null {
  if (!entry) return null;
  entry.taken = true;
  return entry.row;
}

const key = (identity: string, content: string) => `${identity} ${content}`;

function push<K, V>(lists: Map<K, V[]>, at: K, value: V): void {
  const list = lists.get(at);
  if (list) list.push(value);
  else lists.set(at, [value]);
}
