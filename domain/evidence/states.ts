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

/** Names by their first word, the longest first: a text has few capitals, and each is looked up once. */
const byFirstWord = new Map<string, string[]>();
for (const name of [...byName.keys()].sort((a, b) => b.length - a.length)) {
  const first = /^\p{L}+/u.exec(name)?.[0] ?? '';
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), name]);
}
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}\p{L}*/gu;
const GOES_ON = /^[\p{L}\p{N}]/u;

/** Every state named in a text, in order, each time with what it was called. Names are matched as they are written: Turkey, not turkey. */
export function statesIn(
  text: string,
): readonly { readonly state: State; readonly as: string; readonly index: number }[] {
  const found: { state: State; as: string; index: number }[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(CAPITALISED)) {
    if (index < end) continue;
    for (const name of byFirstWord.get(word.toLowerCase()) ?? []) {
      const as = text.slice(index, index + name.length);
      if (as.toLowerCase() !== name || GOES_ON.test(text.slice(index + name.length, index + name.length + 2)))
        continue;
      const state = byName.get(name);
      if (state) found.push({ state, as, index });
      end = index + name.length;
      break;
    }
  }
  return found;
}
