/** The basemap in use: one of those kept, one from a file of this machine until the page is left, or none. */
import { useCallback, useEffect, useState } from 'react';
import type { Base } from './base-layers.ts';
import { type Basemap, chooseBasemap, chosenBasemap, isArchive, keptBasemaps } from './basemaps.ts';

export interface BaseInUse {
  readonly base: Base | null;
  /** its id, `file`, or null */
  readonly chosen: string | null;
  readonly fault: boolean;
  readonly choose: (id: string | null) => void;
  /** a PMTiles archive that never leaves this machine */
  readonly openFile: (file: File) => void;
  readonly failed: () => void;
}

export function useBase(): BaseInUse {
  const [chosen, setChosen] = useState(chosenBasemap);
  const [base, setBase] = useState<Base | null>(null);
  const [fault, setFault] = useState(false);

  const open = useCallback(async (name: string, from: string | File, attribution: string) => {
    try {
      const { openArchive } = await import('./base-tiles.ts');
      setBase(await openArchive(name, from, attribution));
    } catch {
      // not there, not let through, or no archive: said beside the map, which goes on without it
      setBase(null);
      setFault(true);
    }
  }, []);

  useEffect(() => {
    setFault(false);
    if (chosen === 'file') return;
    const kept = keptBasemaps().find((b) => b.id === chosen);
    setBase(null);
    if (!kept) return;
    if (isArchive(kept.address)) open(kept.id, kept.address, kept.attribution);
    else setBase(pictures(kept));
  }, [chosen, open]);

  return {
    base,
    chosen,
    fault,
    choose: (id) => {
      chooseBasemap(id);
      setChosen(id);
    },
    openFile: (file) => {
      setChosen('file');
      setFault(false);
      open('file', file, file.name);
    },
    failed: useCallback(() => setFault(true), []),
  };
}

function pictures({ address, attribution }: Basemap): Base {
  return { tiles: address.trim(), type: 'raster', attribution, minzoom: 0, maxzoom: 19, layers: [] };
}
