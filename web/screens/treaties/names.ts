/** What states and acts under a treaty are called in the reader's language. */
import type { CodeList } from '../../ask/answers.ts';
import type { ToldAct, TreatyState } from '../../ask/treaties.ts';

type Lists = ReadonlyMap<string, CodeList>;

export function codeLabel(lists: Lists, list: string, code: string): string {
  return lists.get(list)?.codes[code]?.label ?? code;
}

/** The state by its code; where a name is on no list, as a source has it. */
export function stateName({ country, named }: Pick<TreatyState, 'country' | 'named'>, lists: Lists): string {
  return country === null ? named : codeLabel(lists, 'country', country);
}

/** What an act was, each reading of it once. What is stated of its effect is an act of its own. */
export function actNames(
  { class: kind, types }: Pick<ToldAct, 'class' | 'types'>,
  lists: Lists,
): readonly string[] {
  const codes =
    kind === 'entry' ? ['entry-into-force'] : kind === 'effect' ? ['withdrawal-effective'] : types;
  return codes.map((code) => codeLabel(lists, 'treaty-act-type', code));
}
