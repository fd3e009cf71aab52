/**
 * Which entries an item's fold needs. An entry *mentions* every id that its effect depends on or falls upon: its own, the
 * items it speaks of or joins, the reports it judges, moves, voids or corrects, the ids inside the registers it withdraws.
 * Links between items are values, not dependencies, and are not mentioned. The rule a decision was made under is mentioned
 * by a mark of it (`underMark`): every approval of years names one rule, and who needs the rule must not read them all. A
 * report read out of a text mentions a mark of that text (`readOutMark`), which no fold asks for: it serves its readers.
 *
 * The store keeps one row per (id, entry). From these rows `touchedBy` finds the items that new entries may change and
 * `closureOf` all entries that the fold of some items needs; both ask for rows in rounds (about four) and never read more
 * of the log than hangs together with those items.
 */
import type { Decision, Digest, Entry, Id, Ref } from './entry.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Every id an entry mentions, each once, its own first. */
export function mentionsOf(entry: Entry): readonly Id[] {
  const ids = new Set<Id>([entry.id]);
  if (entry.type === 'report') {
    for (const item of entry.items) ids.add(item.id);
    for (const report of entry.corrects ?? []) ids.add(report.id);
    const { capture } = entry;
    if (capture !== undefined && entry.claims.some((c) => c.where?.position)) ids.add(readOutMark(capture));
  } else if (entry.type === 'decision') {
    for (const id of named(entry)) ids.add(id);
  }
  return [...ids];
}

function named(d: Decision): readonly Id[] {
  switch (d.act) {
    case 'approve':
    case 'return':
    case 'reject':
      return [...d.reports.map((r) => r.id), ...rulesNamed(d).map((r) => underMark(r.id))];
    case 'withdraw':
      return d.registers.flatMap(idsIn);
    case 'retarget':
    case 'split':
      return d.moves.flatMap((m) => [m.report.id, m.from, m.to]);
    case 'merge':
    case 'unmerge':
      return d.pairs.flat();
    case 'choose':
    case 'lower':
      return [d.item];
    case 'void':
      return ['report' in d.of ? d.of.report.id : d.of.item];
    case 'confirm':
      return [d.of.id];
    case 'settle-id':
      return [d.entry];
  }
}

/** The rules a decision was made under. */
export function rulesNamed(d: Decision): readonly Ref[] {
  if (d.act !== 'approve' && d.act !== 'return' && d.act !== 'reject') return [];
  return [...(d.under ? [d.under] : []), ...(d.also_under ?? [])];
}

/** What decisions made under a rule are found by: its id with another version, which no id has (RFC 9562, 4.2). */
function underMark(rule: Id): Id {
  return `${rule.slice(0, 14)}f${rule.slice(15)}`;
}

/** What reports read out of a text are found by: the beginning of its digest, as an id of a version no id has (RFC 9562, 4.2). */
export function readOutMark(capture: Digest): Id {
  const [a, b, c, d, e] = [0, 8, 13, 16, 20].map((at, i) => capture.slice(at, [8, 12, 16, 20, 32][i]));
  return `${a}-${b}-e${c}-${d}-${e}`;
}

/** The ids in a register's name (registers.ts); property and definition names are no ids. */
function idsIn(register: string): readonly Id[] {
  return register.split('/').filter((part) => uuid.test(part));
}

/** An entry with the name others know it by. */
export interface Named {
  readonly ref: Ref;
  readonly entry: Entry;
}

/** All entries (of one programme) that mention any of the ids, in any order; more than once is harmless. */
export type Load = (ids: readonly Id[]) => Promise<Iterable<Named>>;

/**
 * The items whose view the given entries may change, before joining (closureOf adds what they are joined with). The
 * entries may already be in what `load` reads, or not yet.
 */
export async function touchedBy(entries: Iterable<Named>, load: Load): Promise<readonly Id[]> {
  const items = new Set<Id>();
  const asked = new Set<Id>();
  let wanted = new Set<Id>();
  const want = (id: Id): void => {
    if (!asked.has(id)) wanted.add(id);
  };
  for (const { entry } of entries) {
    want(entry.id);
    touch(entry, null, items, want);
  }
  while (wanted.size > 0) {
    const why = wanted;
    wanted = new Set();
    for (const id of why) asked.add(id);
    for (const { entry } of await load([...why])) touch(entry, why, items, want);
  }
  return [...items].sort();
}

/**
 * Adds the items on which `entry` falls, and asks for the entries whose effect it changes. `why` holds the ids that led to
 * it (null: it is new). An entry that was only met on the way, such as an approval of a thousand reports met through one
 * of them, is followed for the ids that led to it and no further.
 */
function touch(entry: Entry, why: ReadonlySet<Id> | null, items: Set<Id>, want: (id: Id) => void): void {
  const whole = why === null || why.has(entry.id);
  if (entry.type === 'rule') {
    if (whole) want(underMark(entry.id));
    return;
  }
  if (entry.type === 'report') {
    if (!whole) return;
    for (const item of entry.items) items.add(item.id);
    for (const report of entry.corrects ?? []) want(report.id);
    return;
  }
  switch (entry.act) {
    case 'approve':
    case 'return':
    case 'reject':
      if (whole || rulesNamed(entry).some((r) => why.has(underMark(r.id))))
        for (const r of entry.reports) want(r.id);
      return;
    case 'retarget':
    case 'split':
      for (const m of entry.moves) {
        if (!whole && !why.has(m.report.id)) continue;
        items.add(m.from);
        items.add(m.to);
        want(m.report.id);
      }
      return;
  }
  if (!whole) return;
  switch (entry.act) {
    case 'merge':
    case 'unmerge':
      for (const id of entry.pairs.flat()) items.add(id);
      return;
    case 'choose':
    case 'lower':
      items.add(entry.item);
      return;
    case 'void':
      if ('report' in entry.of) want(entry.of.report.id);
      else items.add(entry.of.item);
      return;
    case 'confirm':
      want(entry.of.id);
      return;
    case 'settle-id':
      want(entry.entry);
      return;
    case 'withdraw':
      for (const name of entry.registers) {
        const ids = idsIn(name);
        if (/^(pair|choice|guard|void\/item|void\/land)\//.test(name)) for (const id of ids) items.add(id);
        else {
          if (name.startsWith('claims/') && ids[1]) items.add(ids[1]);
          if (ids[0]) want(ids[0]);
        }
      }
  }
}

/**
 * From items to everything their fold needs: the entries, each once, and all items that were ever joined or said to be
 * joined with them. The store folds `items` from `entries`, drops the kept views of all of `items` and writes those the
 * fold returns: an item that is joined under another's id, or that nothing speaks of any more, has none.
 */
export async function closureOf(
  start: readonly Id[],
  load: Load,
): Promise<{ readonly items: readonly Id[]; readonly entries: readonly Named[] }> {
  const items = new Set<Id>(start);
  const reports = new Set<Id>();
  const entries = new Map<string, Named>();
  const asked = new Set<Id>();
  let wanted = new Set<Id>(start);
  const want = (id: Id): void => {
    if (!asked.has(id)) wanted.add(id);
  };
  while (wanted.size > 0) {
    const now = [...wanted];
    wanted = new Set();
    for (const id of now) asked.add(id);
    for (const named of await load(now)) entries.set(named.ref.id + named.ref.digest, named);
    // an entry read earlier may matter only now that an item or a report has joined, so look until nothing grows
    for (let size = -1; size !== items.size + reports.size; ) {
      size = items.size + reports.size;
      for (const { entry } of entries.values()) reach(entry, items, reports);
    }
    for (const id of items) want(id);
    for (const id of reports) want(id);
    for (const { entry } of entries.values()) {
      // any entry's id may be reused: the other digest, who settled it and who confirmed it are found under it
      if (entry.type !== 'report') want(entry.id);
      if (entry.type === 'decision') for (const rule of rulesNamed(entry)) want(rule.id);
    }
  }
  return { items: [...items].sort(), entries: [...entries.values()] };
}

/** Adds the items that are (or were) joined with those at hand and the reports that speak of them or correct such reports. */
function reach(entry: Entry, items: Set<Id>, reports: Set<Id>): void {
  const pair = (a: Id, b: Id): void => {
    if (items.has(a)) items.add(b);
    else if (items.has(b)) items.add(a);
  };
  if (entry.type === 'report') {
    if (entry.items.some((i) => items.has(i.id)) || entry.corrects?.some((r) => reports.has(r.id)))
      reports.add(entry.id);
  } else if (entry.type === 'decision') {
    if (entry.act === 'merge' || entry.act === 'unmerge') for (const [a, b] of entry.pairs) pair(a, b);
    else if (entry.act === 'retarget' || entry.act === 'split') {
      for (const m of entry.moves) if (items.has(m.from) || items.has(m.to)) reports.add(m.report.id);
    } else if (entry.act === 'withdraw')
      for (const name of entry.registers) {
        const [a, b] = name.startsWith('pair/') ? idsIn(name) : [];
        if (a !== undefined && b !== undefined) pair(a, b);
      }
  }
}
