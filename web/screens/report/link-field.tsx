/** Other records, found by local id or name; one that is not here yet is kept by the id it was given. */
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { listQuestion, rowQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { titleOfRow } from '../../record/title.ts';
import type { TypedLink } from '../../report/draft.ts';
import { Choice } from '../../ui/choice.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { useHere } from '../frame/here.tsx';
import type { InputProps } from './field.tsx';
import { Members } from './members.tsx';

/** Kinds looked through at once; of more, the person says which. */
const AT_ONCE = 3;

export function LinkField({ label, property, answer, onChange, describedBy }: InputProps) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists, programme } = useHere();
  const links = answer?.as === 'links' ? answer.links : [];
  const several = property.fold === 'set';
  const open = [...kinds.keys()].filter((k) => !property.to?.length || property.to.includes(k));
  const names = useNames(links, open);
  const [kind, setKind] = useState(open[0] ?? '');
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const asked = open.length > AT_ONCE ? [kind] : open;
  const answers = useQueries({
    queries: asked.map((k) => ({
      ...listQuestion({ programme: programme.id, kind: k, q, sort: null, at: null, known: null }, 0),
      enabled: q !== '',
      placeholderData: keepPreviousData,
    })),
  });
  const rows = q === '' ? [] : answers.flatMap((a) => a.data?.rows.slice(0, 20) ?? []);
  const found = rows.map((row): TypedLink => {
    const of = kinds.get(row.kind);
    return { kind: row.kind, item: row.id, title: titleOfRow(row, of, { language, lists }) };
  });
  const [asTyped] = asked;
  const options = [
    ...found.map((l) => ({ id: l.item ?? '', label: l.title, note: kinds.get(l.kind)?.label ?? l.kind })),
    ...(q !== '' && asTyped !== undefined
      ? [{ id: KEEP, label: say('web.form.link-keep', { typed: q }), note: '' }]
      : []),
  ];
  const choose = (id: string) => {
    const link = id === KEEP ? { kind: asTyped ?? '', title: q } : found.find((l) => l.item === id);
    if (link) onChange({ as: 'links', links: several ? [...links, link] : [link] });
    setTyped('');
  };
  return (
    <>
      <Members
        members={links.map((l) =>
          l.item === undefined
            ? `${l.title} (${say('web.form.link-typed')})`
            : (names.get(l.item) ?? l.title),
        )}
        onRemove={(n) => onChange({ as: 'links', links: links.filter((_, i) => i !== n) })}
      />
      {(several || links.length === 0) && (
        <div className="link-box">
          {open.length > AT_ONCE && (
            <Choice
              label={say('web.form.link-kind')}
              value={kind}
              options={open.map((k) => ({ id: k, label: kinds.get(k)?.label ?? k }))}
              onChange={setKind}
            />
          )}
          <Suggest
            label={say('web.form.add-to', { label })}
            options={options}
            onChoose={choose}
            onType={setTyped}
            none={say(q === '' ? 'web.form.link-search' : 'web.form.link-none')}
            describedBy={describedBy}
          />
        </div>
      )}
    </>
  );
}

const KEEP = 'as-typed';

/** What linked records are called now, by id: a correction knows them by their ids alone. */
function useNames(links: readonly TypedLink[], candidates: readonly string[]): ReadonlyMap<string, string> {
  const language = useLanguage();
  const { programme, kinds, lists } = useHere();
  const unnamed = links.flatMap(({ item, title }) => (item?.startsWith(title) ? [item] : []));
  const queries = unnamed.flatMap((id) =>
    candidates.slice(0, AT_ONCE).map((k) => rowQuestion(programme.id, k, id, { at: null, known: null })),
  );
  const answers = useQueries({ queries });
  return new Map(
    answers.flatMap(({ data }): [string, string][] =>
      data ? [[data.id, titleOfRow(data, kinds.get(data.kind), { language, lists })]] : [],
    ),
  );
}
