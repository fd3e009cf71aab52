/**
 * The entries of one programme, set out for the fold: what was repeated once, what two entries claim the same id for set
 * apart, and every register with the decisions that set it. Nothing here depends on the order of the entries.
 *
 * An id with two digests (design, *Entries*): neither counts until a person settles it; then the one taken counts. A
 * settling decision counts only while its own id is not reused: else make another.
 */
import type { Decision, Digest, Id, Ref, Report, Rule } from './entry.ts';
import type { Named } from './mentions.ts';
import { heads, register, settingsOf } from './registers.ts';

/** `reused`: another entry has its id and nobody settled which counts. `lost`: settled for the other. */
export type Claimed = 'alone' | 'reused' | 'lost';

export interface Filed {
  readonly ref: Ref;
  readonly report: Report;
  readonly claimed: Claimed;
}

/** A decision on a register, and what it sets it to ('' is the start). */
export interface Placed {
  readonly ref: Ref;
  readonly decision: Decision;
  readonly sets: string;
  readonly about: Ref | undefined;
}

export interface Moved {
  readonly to: Id;
  /** of the report it names */
  readonly digest: Digest;
}

export interface Log {
  readonly reports: readonly Filed[];
  /** rules that count, by id and digest */
  readonly rules: ReadonlyMap<string, Rule>;
  /** the standing registers of each report, by step */
  readonly standings: ReadonlyMap<Id, ReadonlyMap<string, readonly Placed[]>>;
  /** all other registers by name */
  readonly registers: ReadonlyMap<string, readonly Placed[]>;
  /** the names of the other registers that each report, item or decision is the subject of */
  readonly about: ReadonlyMap<Id, ReadonlySet<string>>;
  /** for each report, where any decision ever moved its claims, by register: also decisions since undone or with a reused id */
  readonly moves: ReadonlyMap<Id, ReadonlyMap<string, readonly Moved[]>>;
  /** reports that correct each report */
  readonly correctors: ReadonlyMap<Id, readonly Filed[]>;
}

export function gather(named: Iterable<Named>): Log {
  const { alone, reused } = sortOut(named);
  const settled = settle(alone, reused);
  const log = {
    reports: [] as Filed[],
    rules: new Map<string, Rule>(),
    standings: new Map<Id, Map<string, Placed[]>>(),
    registers: new Map<string, Placed[]>(),
    about: new Map<Id, Set<string>>(),
    moves: new Map<Id, Map<string, Moved[]>>(),
    correctors: new Map<Id, Filed[]>(),
  };
  const take = (one: Named, claimed: Claimed): void => {
    const { ref, entry } = one;
    if (entry.type === 'report') {
      const filed: Filed = { ref, report: entry, claimed };
      log.reports.push(filed);
      for (const r of entry.corrects ?? []) push(log.correctors, r.id, filed);
      return;
    }
    if (entry.type === 'decision' && (entry.act === 'retarget' || entry.act === 'split'))
      noteMoves(log.moves, entry);
    if (claimed !== 'alone') return;
    if (entry.type === 'rule') log.rules.set(entry.id + ref.digest, entry);
    else
      for (const s of settingsOf(entry))
        place(log, { ref, decision: entry, sets: s.sets, about: s.about }, s);
  };
  for (const one of alone.values()) take(one, 'alone');
  for (const [id, several] of reused) {
    const taken = settled.get(id);
    for (const one of several)
      take(one, taken === undefined ? 'reused' : one.ref.digest === taken ? 'alone' : 'lost');
  }
  return log;
}

function sortOut(named: Iterable<Named>): {
  alone: Map<Id, Named>;
  reused: Map<Id, Named[]>;
} {
  const alone = new Map<Id, Named>();
  const reused = new Map<Id, Named[]>();
  for (const one of named) {
    const { id, digest } = one.ref;
    const several = reused.get(id);
    if (several) {
      if (!several.some((s) => s.ref.digest === digest)) several.push(one);
      continue;
    }
    const first = alone.get(id);
    if (first === undefined) alone.set(id, one);
    else if (first.ref.digest !== digest) {
      alone.delete(id);
      reused.set(id, [first, one]);
    }
  }
  return { alone, reused };
}

function settle(alone: ReadonlyMap<Id, Named>, reused: ReadonlyMap<Id, readonly Named[]>): Map<Id, Digest> {
  const settled = new Map<Id, Digest>();
  if (reused.size === 0) return settled;
  const placed = new Map<string, Placed[]>();
  for (const { ref, entry } of alone.values()) {
    if (entry.type !== 'decision' || (entry.act !== 'settle-id' && entry.act !== 'withdraw')) continue;
    for (const s of settingsOf(entry))
      if (s.register.startsWith('id/'))
        push(placed, s.register, { ref, decision: entry, sets: s.sets, about: undefined });
  }
  for (const id of reused.keys()) {
    const last = heads(placed.get(register.id(id)) ?? []);
    const first = last[0];
    if (first && first.sets !== '' && last.every((h) => h.sets === first.sets)) settled.set(id, first.sets);
  }
  return settled;
}

function place(
  log: {
    readonly standings: Map<Id, Map<string, Placed[]>>;
    readonly registers: Map<string, Placed[]>;
    readonly about: Map<Id, Set<string>>;
  },
  placed: Placed,
  setting: { readonly register: string },
): void {
  const name = setting.register;
  const first = name.indexOf('/');
  const second = name.indexOf('/', first + 1);
  if (name.startsWith('standing/')) {
    if (second < 0) return;
    const report = name.slice(first + 1, second);
    let steps = log.standings.get(report);
    if (steps === undefined) {
      steps = new Map();
      log.standings.set(report, steps);
    }
    push(steps, name.slice(second + 1), placed);
    return;
  }
  push(log.registers, name, placed);
  const parts = name.split('/');
  for (const subject of parts[0] === 'choice' || parts[0] === 'guard' ? parts.slice(1, 2) : parts.slice(1)) {
    const names = log.about.get(subject);
    if (names) names.add(name);
    else log.about.set(subject, new Set([name]));
  }
}

function noteMoves(moves: Map<Id, Map<string, Moved[]>>, decision: Decision): void {
  for (const s of settingsOf(decision)) {
    if (s.about === undefined) continue;
    const registers = moves.get(s.about.id) ?? new Map<string, Moved[]>();
    moves.set(s.about.id, registers);
    push(registers, s.register, { to: s.sets, digest: s.about.digest });
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What a register says. `heads` are the decisions that say so; with `contested` the cautious reading holds instead. */
export interface Reading {
  readonly sets: string;
  readonly contested: boolean;
  readonly heads: readonly Placed[];
}

const unset: Reading = { sets: '', contested: false, heads: [] };

/**
 * Reads a register's decisions. With `ref`, only decisions about that very entry (and withdrawals) count: one that names
 * another digest of the same id was about something else.
 */
export function read(placed: readonly Placed[] | undefined, ref?: Ref): Reading {
  if (placed === undefined) return unset;
  const counted =
    ref && !placed.every((p) => p.about === undefined || p.about.digest === ref.digest)
      ? placed.filter((p) => p.about === undefined || p.about.digest === ref.digest)
      : placed;
  const first = counted[0];
  if (first === undefined) return unset;
  if (counted.length === 1) return { sets: first.sets, contested: false, heads: counted };
  const last = heads(counted);
  const sets = last[0]?.sets ?? '';
  if (last.every((h) => h.sets === sets)) return { sets, contested: false, heads: last };
  return { sets: '', contested: true, heads: last };
}
