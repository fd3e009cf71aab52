/**
 * Reads from the log what a fold needs, in a few rounds for thousands of items at once (domain/report/mentions.ts asks for
 * it), never an entry twice. Everything here can be limited to the entries received up to a number.
 */

import type { Entry, Id } from '@tilth/domain/report/entry';
import { type Load, mentionsOf, type Named } from '@tilth/domain/report/mentions';
import type { Tx } from '../db.ts';

/** An entry with the number this office received it under. */
export interface Numbered extends Named {
  readonly number: number;
}

interface EntryRow {
  readonly number: number;
  readonly id: string;
  readonly digest: string;
  readonly body: string;
}

const columns = 'number, id, digest, body';

function logged(row: EntryRow): Numbered {
  const entry: Entry = JSON.parse(row.body);
  return { number: row.number, ref: { id: row.id, digest: row.digest }, entry };
}

/** How many ids or numbers go into one statement: parameters stay well under the 4 MB of db.ts. */
const AT_ONCE = 10_000;

/** A long list in parts that fit into a statement. */
export function* slices<T>(list: readonly T[], size = AT_ONCE): Iterable<readonly T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}

/** The entries received under these numbers. */
export async function entriesAt(tx: Tx, programme: string, numbers: readonly number[]): Promise<Numbered[]> {
  const out: Numbered[] = [];
  for (const slice of slices(numbers, 2_000)) {
    const rows = await tx.query<EntryRow>(
      // one by one through the index, as in mentionsIn
      `SELECT e.* FROM unnest($2::bigint[]) AS g (number)
       CROSS JOIN LATERAL (
         SELECT ${columns} FROM log.entry WHERE programme = $1 AND number = g.number OFFSET 0) e`,
      [programme, slice],
    );
    for (const row of rows) out.push(logged(row));
  }
  return out;
}

/** The entries of a run of numbers, both ends included. */
export async function entriesBetween(
  tx: Tx,
  programme: string,
  first: number,
  last: number,
): Promise<Numbered[]> {
  const rows = await tx.query<EntryRow>(
    `SELECT ${columns} FROM log.entry WHERE programme = $1 AND number BETWEEN $2 AND $3 ORDER BY number`,
    [programme, first, last],
  );
  return rows.map(logged);
}

/** The numbers of the entries that mention each id looked up; none for an id that nothing speaks of. */
export type Spoken = ReadonlyMap<Id, readonly number[]>;

/** Which entries, of all there are, mention these ids. */
export async function spokenOf(
  tx: Tx,
  programme: string,
  ids: readonly Id[],
): Promise<Map<Id, readonly number[]>> {
  const spoken = new Map<Id, number[]>();
  for (const id of ids) spoken.set(id, []);
  const pairs = await mentionsIn(tx, programme, [...spoken.keys()], Number.MAX_SAFE_INTEGER);
  for (const { target, number } of pairs) spoken.get(target)?.push(number);
  return spoken;
}

/** Which entries mention these ids, as pairs, outside the run of numbers `but` and up to `upTo`. */
export async function mentionsIn(
  tx: Tx,
  programme: string,
  ids: readonly Id[],
  upTo: number,
  but: readonly [first: number, last: number] = [0, 0],
): Promise<{ target: Id; number: number }[]> {
  const out: { target: Id; number: number }[] = [];
  for (const slice of slices(ids)) {
    const rows = await tx.query<{ target: Id; number: number }>(
      // one by one through the index (OFFSET 0 holds the planner to it): for thousands of ids it would read the whole log
      `SELECT g.target, m.number FROM unnest($2::uuid[]) AS g (target)
       CROSS JOIN LATERAL (SELECT number FROM log.mention WHERE programme = $1 AND target = g.target OFFSET 0) m
       WHERE m.number <= $3 AND m.number NOT BETWEEN $4 AND $5`,
      [programme, slice, upTo, but[0], but[1]],
    );
    for (const row of rows) out.push(row);
  }
  return out;
}

/**
 * A reading of the log for one fold. Entries given to `hold` (a batch just appended, a page just read: numbers `first` to
 * `last`) are not read again; what else mentions the ids is read once and kept until the reading is dropped.
 */
export class LogReading {
  readonly #tx: Tx;
  readonly #programme: string;
  readonly #upTo: number;
  readonly #held: readonly [number, number];
  readonly #spoken: Spoken;
  readonly #entries = new Map<number, Numbered>();
  readonly #mentioned = new Map<Id, Numbered[]>();
  /** ids whose mentions outside the held run are read already */
  readonly #asked = new Set<Id>();
  readonly #first = new Map<Id, number>();

  /** `spoken`: mentions outside the held run that were looked up before, in this transaction. */
  constructor(
    tx: Tx,
    programme: string,
    upTo: number,
    held: readonly Numbered[] = [],
    spoken: Spoken = new Map(),
  ) {
    this.#tx = tx;
    this.#spoken = spoken;
    this.#programme = programme;
    this.#upTo = upTo;
    const numbers = held.map((e) => e.number);
    this.#held = held.length === 0 ? [0, 0] : [Math.min(...numbers), Math.max(...numbers)];
    for (const entry of held) {
      this.#entries.set(entry.number, entry);
      for (const id of mentionsOf(entry.entry)) this.#note(id, entry);
    }
  }

  #note(id: Id, entry: Numbered): void {
    const list = this.#mentioned.get(id);
    if (list) list.push(entry);
    else this.#mentioned.set(id, [entry]);
    this.#first.set(id, Math.min(entry.number, this.#first.get(id) ?? Infinity));
  }

  async #pairsOf(ids: readonly Id[]): Promise<{ target: Id; number: number }[]> {
    const rest = ids.filter((id) => !this.#spoken.has(id));
    const pairs =
      rest.length === 0 ? [] : await mentionsIn(this.#tx, this.#programme, rest, this.#upTo, this.#held);
    for (const target of ids)
      for (const number of this.#spoken.get(target) ?? []) pairs.push({ target, number });
    return pairs;
  }

  /** For domain's touchedBy and closureOf. */
  readonly load: Load = async (ids) => {
    const unknown = ids.filter((id) => !this.#asked.has(id));
    if (unknown.length > 0) {
      for (const id of unknown) this.#asked.add(id);
      const pairs = await this.#pairsOf(unknown);
      const missing = [...new Set(pairs.map((p) => p.number))].filter((n) => !this.#entries.has(n));
      for (const e of await entriesAt(this.#tx, this.#programme, missing)) this.#entries.set(e.number, e);
      for (const { target, number } of pairs) {
        const entry = this.#entries.get(number);
        if (entry === undefined)
          throw new Error(`the log has a mention of entry ${number}, which is not there`);
        this.#note(target, entry);
      }
    }
    const found = new Set<Numbered>();
    for (const id of ids) for (const entry of this.#mentioned.get(id) ?? []) found.add(entry);
    return found;
  };

  /** The number of the first entry that mentions the id; only for ids that were loaded. */
  first(id: Id): number {
    return this.#first.get(id) ?? Infinity;
  }

  /** The numbers under which entries of this id were received: several where two offices gave one id to two. */
  numbersOf(id: Id): readonly number[] {
    return (this.#mentioned.get(id) ?? []).filter((e) => e.ref.id === id).map((e) => e.number);
  }
}
