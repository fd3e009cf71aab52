/** What linked items are called, for lists and filters that hold their ids: one question for each kind they may be of. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../language/language.tsx';
import { titleOfRow } from '../record/title.ts';
import { useHere } from '../screens/frame/here.tsx';
import { useAddress } from '../use-address.ts';
import type { Kind, Page, Row } from './answers.ts';
import { ask } from './ask.ts';
import type { Times } from './questions.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Ids that fit an address, and kinds that a link is looked for in. */
const AT_ONCE = 100;
const MOST_KINDS = 4;

export function isItemId(text: string): boolean {
  return ID.test(text);
}

/** The ids that the link columns of these rows hold. */
export function linkedIds(kind: Kind, columns: readonly string[], rows: readonly Row[]): readonly Wanted[] {
  return columns.flatMap((name) => {
    const property = kind.properties[name];
    if (property?.type !== 'link' || !property.to?.length) return [];
    const ids = rows.flatMap(({ values }) => {
      const cell = values[name];
      return typeof cell === 'string' ? cell.split('; ').filter(isItemId) : [];
    });
    return ids.length === 0 ? [] : [{ to: property.to, ids: [...new Set(ids)] }];
  });
}

/** Ids, and the kinds of record they may be of. */
export interface Wanted {
  readonly to: readonly string[];
  readonly ids: readonly string[];
}

/** Id → title, of those that are found and are for this reader; as they are called at `times`, else at those of the address. */
export function useLinkNames(wanted: readonly Wanted[], times?: Times): ReadonlyMap<string, string> {
  const language = useLanguage();
  const { programme, kinds, lists } = useHere();
  const asked = useAddress();
  const { at, known } = times ?? asked;
  const questions = useMemo(() => {
    const byKind = new Map<string, Set<string>>();
    for (const { to, ids } of wanted)
      for (const kind of to.filter((k) => kinds.has(k)).slice(0, MOST_KINDS))
        for (const id of ids) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id));
    return [...byKind].flatMap(([kind, ids]) => {
      const all = [...ids].sort();
      return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => ({
        kind,
        id: all.slice(i * AT_ONCE, (i + 1) * AT_ONCE).join(','),
      }));
    });
  }, [wanted, kinds]);
  const answers = useQueries({
    queries: questions.map(({ kind, id }) => ({
      queryKey: ['link-names', programme.id, kind, id, at, known],
      queryFn: ({ signal }: { signal: AbortSignal }) => {
        const there = kinds.get(kind)?.properties ?? {};
        const names = [kinds.get(kind)?.title, 'name', 'local_id'].filter(
          (n) => n !== undefined && n in there,
        );
        const columns = [...new Set(names)].join(',');
        return ask<Page>(
          `/api/${kind}`,
          { programme: programme.id, id, limit: AT_ONCE, columns, at, known },
          signal,
        );
      },
      staleTime: 5 * 60_000,
    })),
  });
  const rows = answers.flatMap((a) => a.data?.rows ?? []);
  const key = rows.map((row) => row.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which rows they are
  return useMemo(
    () => new Map(rows.map((row) => [row.id, titleOfRow(row, kinds.get(row.kind), { language, lists })])),
    [key, kinds, language, lists],
  );
}
