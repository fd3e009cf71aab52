import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { noAddress } from '../../address.ts';
import { fullest } from '../../ask/fullest.ts';
import { useKindCounts } from '../../ask/kind-counts.ts';
import { countQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Search } from '../../ui/search.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ItemTable } from './item-table.tsx';

/** A list of one kind: choose the kind, search in it, sort, open. */
export function ListScreen() {
  const { say, number } = useLanguage();
  const { kinds } = useHere();
  const { kind, q } = useAddress();
  const chosen = kinds.get(kind) ?? kinds.values().next().value;
  const [opened, setOpened] = useState(false);
  const counts = useKindCounts(opened);
  useOpening();
  const search = useCallback((text: string) => go({ q: text }, { replace: true }), []);
  if (!chosen) return null;
  return (
    <div className="list-screen">
      <div className="list-tools">
        <Choice
          label={say('web.kind')}
          value={chosen.name}
          options={[...kinds.values()].map((k) => {
            const n = counts?.get(k.name);
            return { id: k.name, label: k.plural, ...(n ? { note: number(n) } : {}) };
          })}
          onOpen={() => setOpened(true)}
          onChange={(id) => go({ kind: id, sort: null, q: '' })}
        />
        <Search label={say('web.search')} value={q} onChange={search} />
        <ExportMenu kind={chosen.name} />
      </div>
      <ItemTable kind={chosen} />
    </div>
  );
}

/**
 * A programme opens on a kind that it has records of: hazardous areas where there are any, else the kind with the most.
 * Once for each programme, so that who then chooses an empty kind is shown that it is empty.
 */
function useOpening(): void {
  const { programme, kinds } = useHere();
  const { kind, q, at, known } = useAddress();
  const opened = useRef<string | null>(null);
  const asked = opened.current !== programme.id && kind === noAddress.kind && q === '';
  const usual = useQuery({
    ...countQuestion(programme.id, noAddress.kind, {}, { at, known }),
    enabled: asked && kinds.has(noAddress.kind),
  });
  const counts = useKindCounts(asked && usual.data === 0);
  useEffect(() => {
    if (!asked || (usual.data !== undefined && usual.data > 0)) opened.current = programme.id;
    if (!asked || counts === null) return;
    opened.current = programme.id;
    const other = fullest(counts);
    if (other !== undefined) go({ kind: other }, { replace: true });
  }, [asked, usual.data, counts, programme.id]);
}
