/**
 * Where claims point (design, *Items*). A claim speaks of the item its report put it on, until a decision moves it: single
 * claims go before all of a report's claims on an item. A contested move leaves the claim where its report put it.
 * A move names the item as the report does, so a second move of the same claims is again "from" that item.
 */
import type { Id } from './entry.ts';
import { type Filed, type Log, read } from './gather.ts';
import { register } from './registers.ts';

export interface Target {
  readonly item: Id;
  /** the register that disagrees about it; a release among such claims does not count */
  readonly contested: string | null;
}

/** Where claim `n` of the report on its item `from` points. */
export function targetOf(log: Log, filed: Filed, from: Id, n: number): Target {
  const single = register.claim(filed.ref.id, n);
  const one = read(log.registers.get(single), filed.ref);
  if (one.contested) return { item: from, contested: single };
  if (one.sets !== '') return { item: one.sets, contested: null };
  const whole = register.claims(filed.ref.id, from);
  const all = read(log.registers.get(whole), filed.ref);
  return { item: all.sets === '' ? from : all.sets, contested: all.contested ? whole : null };
}

/** True when any decision ever moved claims of the report: else every claim speaks of its own item. */
export function isMoved(log: Log, report: Id): boolean {
  return log.moves.has(report);
}

/** Every item that any decision ever moved the claim to, also those undone since. */
export function everTargets(log: Log, filed: Filed, from: Id, n: number): readonly Id[] {
  const registers = log.moves.get(filed.ref.id);
  const moved = [register.claim(filed.ref.id, n), register.claims(filed.ref.id, from)].flatMap(
    (name) => registers?.get(name) ?? [],
  );
  return [...new Set(moved.filter((m) => m.digest === filed.ref.digest).map((m) => m.to))];
}
