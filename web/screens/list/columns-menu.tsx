/** Which columns the list shows, in the order they are ticked; it stands in the address. */
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { Kind } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Popup } from '../../ui/popup.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { go, useAddress } from '../../use-address.ts';

/** Properties that have a column: all but places and personal ones. */
export function columnsThere(kind: Kind): readonly string[] {
  return Object.entries(kind.properties)
    .filter(([, p]) => p.type !== 'geometry' && p.type !== 'release' && p.sensitivity !== 'personal')
    .map(([name]) => name);
}

export function ColumnsMenu({ kind, shown }: { kind: Kind; shown: readonly string[] }) {
  const { say } = useLanguage();
  return (
    <DialogTrigger>
      <Button icon="table">{say('web.columns')}</Button>
      <Popup title={say('web.columns.choose')}>
        {(close) => <Chooser kind={kind} shown={shown} onUsual={close} />}
      </Popup>
    </DialogTrigger>
  );
}

function Chooser({ kind, shown, onUsual }: { kind: Kind; shown: readonly string[]; onUsual: () => void }) {
  const { say } = useLanguage();
  const { columns } = useAddress();
  const [typed, setTyped] = useState('');
  // those shown when it opened stand first, and keep their places while one ticks
  const [first] = useState(shown);
  const wanted = typed.trim().toLowerCase();
  const there = columnsThere(kind);
  const all = [...first.filter((n) => there.includes(n)), ...there.filter((n) => !first.includes(n))];
  const labelOf = (name: string) => kind.properties[name]?.label ?? name;
  const items = all
    .map((id) => ({ id, label: labelOf(id) }))
    .filter(({ id, label }) => label.toLowerCase().includes(wanted) || id.includes(wanted));
  const choose = (keys: ReadonlySet<string>) => {
    const next = [
      ...shown.filter((n) => keys.has(n)),
      ...all.filter((n) => keys.has(n) && !shown.includes(n)),
    ];
    if (next.length > 0) go({ columns: next }, { replace: true });
  };
  return (
    <>
      <TextLine label={say('web.columns.find')} value={typed} onChange={setTyped} />
      <ListBox
        className="options codes"
        aria-label={say('web.columns.choose')}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={shown}
        onSelectionChange={(keys) => {
          const hidden = shown.filter((n) => !items.some((i) => i.id === n));
          choose(new Set([...hidden, ...(keys === 'all' ? items.map((i) => i.id) : [...keys].map(String))]));
        }}
        items={items}
        renderEmptyState={() => <p className="option soft">{say('web.form.no-match')}</p>}
      >
        {({ id, label }) => (
          <ListBoxItem className="option tick" id={id} textValue={label}>
            {label}
          </ListBoxItem>
        )}
      </ListBox>
      {columns.length > 0 && (
        <div className="actions">
          <Button
            onPress={() => {
              go({ columns: [] }, { replace: true });
              onUsual();
            }}
          >
            {say('web.columns.usual')}
          </Button>
        </div>
      )}
    </>
  );
}
