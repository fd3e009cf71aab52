/**
 * Who may read what. Every property has a sensitivity; everyone has a level per programme and kind and reads what lies
 * at or below it. Without a role one has only what the programme marks public, and nothing personal is ever marked so
 * (design law 9 and §6, *Sensitivity by default*).
 */
import type { Sensitivity } from '../record/kind.ts';
import { levelOf, type Role } from './may.ts';

export type { Role };

/** Per kind, or '*' for all, the level a programme opens to everybody. */
export type Opened = Readonly<Record<string, Exclude<Sensitivity, 'personal'>>>;

const rising: readonly Sensitivity[] = ['public', 'partner', 'restricted', 'personal'];

/** The highest sensitivity this reader may read of a kind in a programme; null: not even that such items exist. */
export function readLevel(role: Role | undefined, opened: Opened, kind: string): Sensitivity | null {
  const open = opened[kind] ?? opened['*'] ?? null;
  const own = levelOf(role);
  if (open === null || own === null) return own ?? open;
  return rising.indexOf(open) > rising.indexOf(own) ? open : own;
}

/** Whether a reader of `level` may read what has sensitivity `of`. */
export function mayRead(level: Sensitivity | null, of: Sensitivity): boolean {
  return level !== null && rising.indexOf(of) <= rising.indexOf(level);
}
