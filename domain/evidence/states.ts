/** States and other areas found in a text by what they are called (states-table.ts). */
import { statesTable } from './states-table.ts';

export interface State {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly adjectives: readonly string[];
  readonly capital: string | null;
}

export const states: readonly State[] = statesTable
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', name = '', aliases = '', adjectives = '', capital = ''] = line.split('|');
    const list = (text: string) => (text === '' ? [] : text.split(','));
    return {
      code,
      name,
      aliases: [...list(aliases), ...list(capital).slice(1)],
      adjectives: list(adjectives),
      capital: list(capital)[0] ?? null,
    };
  });

const byName = new Map<string, State>();
for (const state of states)
  for (const name of [
    state.name,
    ...state.aliases,
    ...state.adjectives,
    ...(state.capital === null ? [] : [state.capital]),
  ])
    byName.set(name.toLowerCase(), state);

/** The state a name stands for: name, other name, adjective or capital, whatever the case. */
export function stateNamed(name: string): State | null {
  return (
    byName.get(
      name
        .trim()
        .replace(/^the /iu, '')
        .replace(/[’']s$/u, '')
        .toLowerCase(),
    ) ?? null
  );
}

const escaped = [...byName.keys()]
  .sort((a, b) => b.length - a.length)
  .map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const anywhere = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

/** Every state named in a text, in order, each time with what it was called. Names are matched as they are written: Turkey, not turkey. */
export function statesIn(
  text: string,
): readonly { readonly state: State; readonly as: string; readonly index: number }[] {
  return [...text.matchAll(anywhere)].flatMap((m) => {
    const state = byName.get(m[0].toLowerCase());
    return state && /^\p{Lu}/u.test(m[0]) ? [{ state, as: m[0], index: m.index }] : [];
  });
}
