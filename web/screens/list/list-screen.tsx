import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readFilter } from '@tilth/domain/filter/read';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { noAddress } from '../../address.ts';
import type { OpenKind } from '../../ask/answers.ts';
import { fullest } from '../../ask/fullest.ts';
import { useKindCounts } from '../../ask/kind-counts.ts';
import { countQuestion, listQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { columnsOf } from '../../record/columns.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Search } from '../../ui/search.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { ExportMenu } from './export-menu.tsx';
import { AddCondition, FilterBar } from './filter-bar.tsx';
import { ItemTable } from './item-table.tsx';
import { useListWish } from './list-wish.ts';
import { SelectionBar, ShowOnMap } from './selection-bar.tsx';
import { ViewsMenu } from './views-menu.tsx';

/** A list of one kind: choose the kind, search in it, narrow it, choose columns, sort, open, take it along as a file. */
export function ListScreen() {
  const { kinds } = useHere();
  const { kind } = useAddress();
  const chosen = kinds.get(kind) ?? kinds.values().next().value;
  useOpening();
  return chosen ? <KindList key={chosen.name} kind={chosen} /> : null;
}

const nobody: ReadonlySet<string> = new Set();

function KindList({ kind }: { kind: OpenKind }) {
  const { say, number } = useLanguage();
  const { kinds } = useHere();
  const { q, own, filter, columns: asked } = useAddress();
  const [opened, setOpened] = useState(false);
  const counts = useKindCounts(opened);
  const search = useCallback((text: string) => go({ q: text }, { replace: true }), []);
  const wish = useListWish(kind);
  // what can't be read is mended above the list, and never asked
  const readable = !('code' in readFilter(filter));
  const first = useQuery({
    ...listQuestion(asked.length > 0 ? { ...wish, columns: asked } : wish, 0),
    placeholderData: keepPreviousData,
    enabled: readable,
  });
  const rows = first.data?.rows;
  const columns = useMemo(
    () => (asked.length > 0 ? asked : columnsOf(kind, rows ?? [])),
    [kind, rows, asked],
  );
  // rows are chosen of one list: of another one, none is
  const listed = JSON.stringify([wish.q, wish.filter, wish.within, wish.at, wish.known]);
  const [choice, setChoice] = useState({ listed, ids: nobody });
  const chosen = choice.listed === listed ? choice.ids : nobody;
  const choose = useCallback(
    (id: string) =>
      setChoice((before) => {
        const ids = new Set(before.listed === listed ? before.ids : nobody);
        if (!ids.delete(id)) ids.add(id);
        return { listed, ids };
      }),
    [listed],
  );
  const wide = own.wide === 'yes';
  const { wide: _, ...narrow } = own;
  const matched = first.data?.matched;
  return (
    <div className="list-screen" data-wide={wide || undefined}>
      <div className="list-tools">
        <Choice
          label={say('web.kind')}
          value={kind.name}
          options={[...kinds.values()].map((k) => {
            const n = counts?.get(k.name);
            return { id: k.name, label: k.plural, ...(n ? { note: number(n) } : {}) };
          })}
          onOpen={() => setOpened(true)}
          onChange={(id) => go({ kind: id, sort: null, q: '', filter: '', columns: [] })}
        />
        <Search label={say('web.search')} value={q} onChange={search} />
        <div className="list-buttons">
          <AddCondition kind={kind} />
          <ColumnsMenu kind={kind} shown={columns} />
          <ViewsMenu kind={kind} />
          <ExportMenu wish={wish} columns={columns} rows={matched} />
          <span className="list-widen">
            <ToggleButton
              className="button"
              data-square
              isSelected={wide}
              onChange={(on) => go({ own: on ? { ...narrow, wide: 'yes' } : narrow })}
              aria-label={say('web.list.wide')}
            >
              <Icon name="widen" />
            </ToggleButton>
          </span>
        </div>
      </div>
      <FilterBar kind={kind} />
      {chosen.size > 0 && (
        <SelectionBar
          wish={wish}
          columns={columns}
          chosen={[...chosen]}
          onClear={() => setChoice({ listed, ids: nobody })}
        />
      )}
      {readable && (
        <ItemTable
          kind={kind}
          wish={wish}
          first={first}
          columns={columns}
          chosen={chosen}
          onChoose={choose}
        />
      )}
      {readable && matched !== undefined && !first.error && (
        <footer className="list-foot">
          <strong>{say('web.list.matched', { n: matched })}</strong>
          {kind.place !== undefined && matched > 0 && <ShowOnMap wish={wish} />}
          <StampLine stamp={first.data?.stamps[0]} />
        </footer>
      )}
    </div>
  );
}

/**
 * A programme opens on a kind that it has records of: hazardous areas where there are any, else the kind with the most.
 * Once for each programme, so that who then chooses an empty kind is shown that it is empty.
 */
function useOpening(): void {
  const { programme, kinds } = useHere();
  const { kind, q, filter, within, at, known } = useAddress();
  const opened = useRef<string | null>(null);
  const asked =
    opened.current !== programme.id &&
    kind === noAddress.kind &&
    q === '' &&
    filter === '' &&
    within === null;
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
