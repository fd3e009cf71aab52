/**
 * The fields of a kind: what matters most first, then the groups the record is read in, opened as needed. A word typed into
 * the box above finds fields by their name wherever they stand. Release of land is no field: it has its own process.
 */

import type { ItemView } from '@tilth/domain/report/view';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import type { OpenKind } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { groupOf, groups } from '../../record/groups.ts';
import type { Assembled } from '../../report/assemble.ts';
import { answerIn, type Draft, withAnswer } from '../../report/draft.ts';
import { Icon } from '../../ui/icon.tsx';
import { Search } from '../../ui/search.tsx';
import { Field } from './field.tsx';

interface Props {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly made: Assembled;
  readonly kind: OpenKind;
  /** the item as it stands, when the report is about one on record */
  readonly view: ItemView | undefined;
}

/** Given by the position itself (report/assemble.ts). */
const WITH_POSITION = ['position_basis', 'accuracy'];

/** The names of the fields people must not overlook, in the order they are asked for. */
export function firstFields(kind: OpenKind): readonly string[] {
  const guarded = Object.entries(kind.properties).flatMap(([n, p]) => (p.fold === 'guarded' ? [n] : []));
  const wanted = ['local_id', kind.title, kind.place, kind.date, ...guarded];
  return [...new Set(wanted.filter((n) => n !== undefined && kind.properties[n] !== undefined))].filter(
    (n) => n !== undefined,
  );
}

export function Fields({ draft, change, made, kind, view }: Props) {
  const { say } = useLanguage();
  const [q, setQ] = useState('');
  const id = useId();
  const names = Object.keys(kind.properties).filter(
    (n) => kind.properties[n]?.type !== 'release' && !(kind.place !== undefined && WITH_POSITION.includes(n)),
  );
  const first = firstFields(kind);
  const field = (name: string) => {
    const property = kind.properties[name];
    if (!property) return null;
    return (
      <Field
        key={name}
        name={name}
        property={property}
        needed={!draft.about && name === kind.place}
        answer={answerIn(draft, name)}
        read={made.fields.get(name)}
        now={view?.properties.find((p) => p.property === name)}
        onChange={(answer) => change((d) => withAnswer(d, name, property, answer))}
      />
    );
  };
  const wanted = q.toLowerCase();
  const found = names.filter((n) => kind.properties[n]?.label.toLowerCase().includes(wanted));
  return (
    <>
      <div className="report-find">
        <Search label={say('web.form.find')} value={q} onChange={setQ} />
      </div>
      {q !== '' ? (
        <section className="report-part" aria-label={say('web.form.find')}>
          {found.length === 0 && <p role="status">{say('web.form.find-none', { q })}</p>}
          <div className="field-grid">{found.map(field)}</div>
        </section>
      ) : (
        <>
          <section className="report-part" aria-labelledby={`${id}-first`}>
            <h2 id={`${id}-first`}>{say('web.form.first')}</h2>
            <div className="field-grid">{first.map(field)}</div>
          </section>
          <section className="report-part" aria-labelledby={`${id}-more`}>
            <h2 id={`${id}-more`}>{say('web.form.more')}</h2>
            <p className="soft">{say('web.form.more-hint')}</p>
            {groups.map((group) => {
              const own = names.filter((n) => !first.includes(n) && groupOf(n, kind) === group);
              const filled = own.filter((n) => answerIn(draft, n) !== undefined).length;
              if (own.length === 0) return null;
              return (
                <Disclosure key={group} className="report-group" defaultExpanded={filled > 0}>
                  {({ isExpanded }) => (
                    <>
                      <Heading level={3}>
                        <Button slot="trigger" className="button" data-tone="plain">
                          <Icon name={isExpanded ? 'up' : 'down'} />
                          {say(`web.group.${group}`)}
                          {filled > 0 && (
                            <span className="count">{say('web.form.filled', { n: filled })}</span>
                          )}
                        </Button>
                      </Heading>
                      <DisclosurePanel>
                        {isExpanded && <div className="field-grid">{own.map(field)}</div>}
                      </DisclosurePanel>
                    </>
                  )}
                </Disclosure>
              );
            })}
          </section>
        </>
      )}
    </>
  );
}
