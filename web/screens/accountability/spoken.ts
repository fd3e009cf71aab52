/** The items of the answer by id, with what each is called: what every part of this screen reads. */

import type { SpokenItem } from '@tilth/domain/report/sayings';
import { createContext, useContext } from 'react';

export interface SpokenOf {
  readonly items: readonly SpokenItem[];
  readonly byId: ReadonlyMap<string, SpokenItem>;
  readonly titleOf: (id: string) => string;
  /** ISO 3166-1 alpha-3 code → the name of the state in the reader's language */
  readonly stateName: (code: string) => string;
}

const Current = createContext<SpokenOf | null>(null);
export const SpokenProvider = Current.Provider;

export function useSpoken(): SpokenOf {
  const spoken = useContext(Current);
  if (!spoken) throw new Error('nothing said around this component');
  return spoken;
}
