/** What states and acts under a treaty are called in the reader's language. */
import type { CodeList } from '../../ask/answers.ts';
import type { ToldAct, TreatyState } from '../../ask/treaties.ts';
import { sourceName } from '../../record/attribution.ts';

type Lists = ReadonlyMap<string, CodeList>;

export function codeLabel(lists: Lists, list: string, code: string): string {
  return lists.get(list)?.codes[code]?.label ?? code;
}

/** The state by its code; where a name is on no list, as a source has it. */
export function stateName({ country, named }: Pick<TreatyState, 'country' | 'named'>, lists: Lists): string {
  return country === null ? named : codeLabel(lists, 'country', country);
}

/** A reading of what an act was, and who reads it so. */
export interface ActName {
  readonly name: string;
  readonly by: readonly string[];
}

/** What an act was, each reading of it once. What is stated of its effect is an act of its own. */
export function actNames({ class: kind, types, told }: ToldAct, lists: Lists): readonly ActName[] {
  const label = (code: string) => codeLabel(lists, 'treaty-act-type', code);
  const own = kind === 'entry' ? 'entry-into-force' : kind === 'effect' ? 'withdrawal-effective' : null;
  if (own !== null) return [{ name: label(own), by: [] }];
  const source = sourceName(told[0]?.source ?? '');
  return [...Map.groupBy(types, (t) => t.code)].map(([code, of]) => ({
    name: label(code),
    by: [...new Set(of.map((t) => t.by.name ?? source))],
  }));
}
