/** Asks where what an address names is on record, and keeps which programme this browser was in last. */
import { useQuery } from '@tanstack/react-query';
import type { Address } from '../../address.ts';
import type { ItemPage, Programme } from '../../ask/answers.ts';
import { ask, Refused } from '../../ask/ask.ts';
import { readDraft } from '../../report/drafts.ts';
import { type Named, namedIn, programmeMeant } from './programme-meant.ts';

/** `programmeMeant` for what stands in the address; undefined as long as that is not known. */
export function useProgrammeMeant(
  address: Address,
  programmes: readonly Programme[] | undefined,
): Programme | null | undefined {
  const named = namedIn(address);
  const asks = address.programme === null && (named.item !== null || named.draft !== null);
  const homes = useQuery({
    queryKey: ['homes', named],
    queryFn: () => homesOf(named),
    enabled: asks && (programmes?.length ?? 0) > 1,
    retry: false,
    // a draft is on this machine
    networkMode: 'always',
  });
  if (!programmes || homes.isLoading) return undefined;
  return programmeMeant(address.programme, programmes, homes.data ?? [], window.localStorage.getItem(KEPT));
}

async function homesOf({ kind, item, draft }: Named): Promise<readonly string[]> {
  const begun = draft === null ? undefined : await readDraft(draft).catch(() => undefined);
  if (begun) return [begun.draft.programme];
  if (item === null) return [];
  try {
    return [(await ask<ItemPage>(`/api/${kind}/${encodeURIComponent(item)}`)).stamp.programme];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { programmes } = error.problem.facts;
    return Array.isArray(programmes) ? programmes.filter((p) => typeof p === 'string') : [];
  }
}

const KEPT = 'tilth-programme';

/** Kept in this browser only, as the theme is: an id, nothing of who was in it. */
export function keepProgramme(id: string): void {
  window.localStorage.setItem(KEPT, id);
}
