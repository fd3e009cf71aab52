import type { ValueRule } from './mapping.ts';
import type { Raw } from './place-of-row.ts';
import { type RowWork, repaired, type Setting, wordOf } from './row.ts';

export function rawTyped(setting: Setting, work: RowWork, _rule: ValueRule, ...columns: string[]): Raw {
  repaired(work, 'position-unreadable', { column: columns[0]! }, false);
  return {
    raw: undefined,
    column: columns[0],
    typed: columns.map((c) => wordOf(setting, work, c)).join(' '),
  };
}
