/** Linked items as values of a condition, found by name or local id. */
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { Row } from '../../ask/answers.ts';
import { isItemId, useLinkNames } from '../../ask/link-names.ts';
import { listQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { titleOfRow } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { useHere } from '../frame/here.tsx';

interface Props {
  readonly to: readonly string[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Kinds looked through at once. */
const AT_ONCE = 3;

export function LinkedValues({ to, values, onChange }: Props) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists, programme } = useHere();
  const [typed, setTyped] = useState('');
  const holder = useRef<HTMLDivElement>(null);
  const q = typed.trim();
  const open = to.filter((kind) => kinds.has(kind)).slice(0, AT_ONCE);
  const answers = useQueries({
    queries: open.map((kind) => ({
      ...listQuestion({ programme: programme.id, kind, q, sort: null, at: null, known: null }, 0),
      placeholderData: keepPreviousData,
    })),
  });
  const ids = values.filter(isItemId);
  const names = useLinkNames(useMemo(() => [{ to, ids: values.filter(isItemId) }], [to, values]));
  const found = answers
    .flatMap((a) => a.data?.rows.slice(0, 20) ?? [])
    .filter((row) => !ids.includes(row.id));
  const titleOf = (row: Row) => titleOfRow(row, kinds.get(row.kind), { language, lists });
  const add = (id: string) => {
    const row = found.find((r) => r.id === id);
    // reports that came by file may name it by the id it has in the field
    const local = row?.values.local_id;
    if (row) onChange([...values, row.id, ...(typeof local === 'string' && local !== '' ? [local] : [])]);
    setTyped('');
    // out of the box, once it has done with the choice: the list of what fits closes, and what is to be done next is in sight
    requestAnimationFrame(() => holder.current?.focus());
  };
  /** With what the item is called in files, which stands right behind it. */
  const remove = (id: string) => {
    const at = values.indexOf(id);
    const end = values.findIndex((v, i) => i > at && isItemId(v));
    onChange(values.filter((_, i) => i < at || (end >= 0 && i >= end)));
    holder.current?.focus();
  };
  return (
    <div className="linked" ref={holder} tabIndex={-1}>
      {ids.length > 0 && (
        <ul className="linked-values">
          {ids.map((id) => (
            <li key={id}>
              {names.get(id) ?? id.slice(0, 8)}
              <Button
                tone="plain"
                icon="close"
                label={say('web.filter.remove', { said: names.get(id) ?? id.slice(0, 8) })}
                onPress={() => remove(id)}
              />
            </li>
          ))}
        </ul>
      )}
      <Suggest
        label={say('web.filter.value')}
        options={found.map((row) => ({
          id: row.id,
          label: titleOf(row),
          note: kinds.get(row.kind)?.label ?? row.kind,
        }))}
        onChoose={add}
        onType={setTyped}
        none={say('web.form.no-match')}
      />
    </div>
  );
}
