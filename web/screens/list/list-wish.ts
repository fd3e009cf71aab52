/** What the address asks of the list of a kind. */
import { useMemo } from 'react';
import type { Kind } from '../../ask/answers.ts';
import type { ListWish } from '../../ask/questions.ts';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

/** Without columns: those are for who draws the rows to name. */
export function useListWish(kind: Kind): ListWish {
  const { programme } = useHere();
  const { at, known, q, sort, filter, within } = useAddress();
  return useMemo(
    () => ({
      programme: programme.id,
      kind: kind.name,
      q,
      sort: sort ?? kind.title ?? null,
      filter,
      within,
      at,
      known,
    }),
    [programme.id, kind.name, kind.title, q, sort, filter, within, at, known],
  );
}
