/** The basemap in use: one of the programme's or of one's own, one from a file of this machine until the page is left, or none. */
import { useQuery } from '@tanstack/react-query';
import { type Basemap, isArchive } from '@tilth/domain/record/basemap';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { basemapsQuestion } from '../ask/basemaps.ts';
import { useHere } from '../screens/frame/here.tsx';
import type { Base } from './base-layers.ts';
import { chooseBasemap, chosenBasemap, keptBasemaps } from './basemaps.ts';

export interface BaseInUse {
  readonly base: Base | null;
  /** its id, `file`, or null */
  readonly chosen: string | null;
  /** those that the programme has set */
  readonly given: readonly Basemap[];
  readonly fault: boolean;
  readonly choose: (id: string | null) => void;
  /** a PMTiles archive that never leaves this machine */
  readonly openFile: (file: File) => void;
  readonly failed: () => void;
}

const none: readonly Basemap[] = [];
const FILE = 'file';

/** The one opened last: a map that comes back has its ground at once, and a file is not asked for twice. */
let opened: { readonly of: string; readonly base: Base } | null = null;

export function useBase(): BaseInUse {
  const { programme } = useHere();
  const set = useQuery(basemapsQuestion(programme.id)).data?.basemaps;
  const given = useMemo(
    () => set?.map((b) => ({ ...b, id: `${programme.id}-${b.id}` })) ?? none,
    [set, programme.id],
  );
  const [picked, setPicked] = useState(() => (opened?.of === FILE ? FILE : chosenBasemap()));
  const [base, setBase] = useState<Base | null>(opened?.base ?? null);
  const [fault, setFault] = useState(false);
  const chosen = picked === undefined ? (given.find((b) => b.usual)?.id ?? null) : picked;

  const stand = useCallback((of: string, made: Base) => {
    opened = { of, base: made };
    setBase(made);
  }, []);
  const open = useCallback(
    async (of: string, name: string, from: string | File, attribution: string) => {
      try {
        const { openArchive } = await import('./base-tiles.ts');
        stand(of, await openArchive(name, from, attribution));
      } catch {
        // not there, not let through, or no archive: said beside the map, which goes on without it
        setBase(null);
        setFault(true);
      }
    },
    [stand],
  );

  useEffect(() => {
    setFault(false);
    if (chosen === FILE) return;
    const found = [...given, ...keptBasemaps()].find((b) => b.id === chosen);
    const of = JSON.stringify([found?.id, found?.address, found?.attribution]);
    if (opened?.of === of) return setBase(opened.base);
    opened = null;
    setBase(null);
    if (!found) return;
    if (isArchive(found.address)) open(of, found.id, found.address, found.attribution);
    else stand(of, pictures(found));
  }, [chosen, given, open, stand]);

  return {
    base,
    chosen,
    given,
    fault,
    choose: (id) => {
      chooseBasemap(id);
      setPicked(id);
    },
    openFile: (file) => {
      setPicked(FILE);
      setFault(false);
      open(FILE, FILE, file, file.name);
    },
    failed: useCallback(() => setFault(true), []),
  };
}

function pictures({ address, attribution }: Basemap): Base {
  return { tiles: address.trim(), type: 'raster', attribution, minzoom: 0, maxzoom: 19, layers: [] };
}
