import { useCallback } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Search } from '../../ui/search.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ItemTable } from './item-table.tsx';

/** A list of one kind: choose the kind, search in it, sort, open. */
export function ListScreen() {
  const { say } = useLanguage();
  const { kinds } = useHere();
  const { kind, q } = useAddress();
  const chosen = kinds.get(kind) ?? kinds.values().next().value;
  const search = useCallback((text: string) => go({ q: text }, { replace: true }), []);
  if (!chosen) return null;
  return (
    <div className="list-screen">
      <div className="list-tools">
        <Choice
          label={say('web.kind')}
          value={chosen.name}
          options={[...kinds.values()].map((k) => ({ id: k.name, label: k.plural }))}
          onChange={(id) => go({ kind: id, sort: null, q: '' })}
        />
        <Search label={say('web.search')} value={q} onChange={search} />
        <ExportMenu kind={chosen.name} />
      </div>
      <ItemTable kind={chosen} />
    </div>
  );
}
