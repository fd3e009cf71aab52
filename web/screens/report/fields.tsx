/**
 * The fields of a kind: what matters most first, then the groups the record is read in, opened as needed. What makes no sense
 * beside the other answers is not asked (domain/record/applies.ts). A word typed into the box above finds fields by their name
 * wherever they stand. Release of land is no field: it has its own process.
 */
import { applies } from '@tilth/domain/record/applies';
import type { Value } from '@tilth/domain/report/entry';
import type { ItemView } from '@tilth/domain/report/view';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import type { OpenKind } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { groupOf, groups } from '../../record/groups.ts';
import type { Assembled } from '../../report/assemble.ts';
import { answerIn, type Draft, type Sheet, withAnswer, withSheet } from '../../report/draft.ts';
import { Icon } from '../../ui/icon.tsx';
import { Search } from '../../ui/search.tsx';
import { useHere } from '../frame/here.tsx';
import { Field } from './field.tsx';
import { NextNumber } from './next-number.tsx';

interface Props {
  readonly draft: Draft;
  /** what is said of which item; 0 is the report's own */
  readonly sheet: Sheet;
  readonly n: number;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly made: Assembled;
  readonly kind: OpenKind;
  /** the item as it stands, when the report is about one on record */
  readonly view?: ItemView | undefined;
  /** not asked for here: the link back of a part, and what it shares with the item */
  readonly without?: readonly string[];
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

/** What a part is asked first besides: who was hurt and how, what was found. */
const FIRST_OF_PART: Readonly<Record<string, readonly string[]>> = {
  victim: ['outcome', 'sex', 'age', 'group', 'activity', 'name'],
  find: ['category', 'model', 'quantity', 'depth', 'condition', 'disposal'],
  'evidence-point': ['point_type', 'basis', 'category'],
  nonconformity: ['topic', 'severity', 'description'],
  'beneficiary-count': ['beneficiary_of', 'directness', 'sex', 'age_band', 'people'],
};

export function Fields({ draft, sheet, n, change, made, kind, view, without = [] }: Props) {
  const { say } = useLanguage();
  const { lists } = useHere();
  const [q, setQ] = useState('');
  const id = useId();
  const read = made.sheets[n]?.fields;
  const onRecord = (name: string): readonly Value[] => {
    const value = view?.properties.find((p) => p.property === name)?.value;
    return value ? [value] : [];
  };
  const valuesOf = (name: string) => {
    const stated = read?.get(name)?.values ?? [];
    return stated.length > 0 ? stated : onRecord(name);
  };
  const fits = (name: string) => applies(kind, name, valuesOf, lists) === 'yes';
  const names = Object.keys(kind.properties).filter(
    (name) =>
      !without.includes(name) &&
      kind.properties[name]?.type !== 'release' &&
      !(kind.place !== undefined && WITH_POSITION.includes(name)),
  );
  const asked = names.filter((name) => answerIn(sheet, name) !== undefined || fits(name));
  const wanted = [...firstFields(kind), ...(n === 0 ? [] : (FIRST_OF_PART[kind.name] ?? []))];
  const first = [...new Set(wanted)].filter((name) => asked.includes(name));
  const field = (name: string) => {
    const property = kind.properties[name];
    if (!property) return null;
    return (
      <Field
        key={name}
        sheet={n}
        name={name}
        property={property}
        needs={fits(name) ? undefined : kind.properties[property.only_with?.property ?? '']?.label}
        needed={(n > 0 || !draft.about) && name === kind.place}
        answer={answerIn(sheet, name)}
        read={read?.get(name)}
        now={view?.properties.find((p) => p.property === name)}
        item={sheet.item}
        spot={kind.drawing === 'danger'}
        help={
          name === 'local_id' &&
          (n > 0 || !draft.about) &&
          answerIn(sheet, name) === undefined && (
            <NextNumber
              kind={kind.name}
              onTake={(text) =>
                change((d) => withSheet(d, n, (s) => withAnswer(s, name, property, { as: 'text', text })))
              }
            />
          )
        }
        onChange={(answer) => change((d) => withSheet(d, n, (s) => withAnswer(s, name, property, answer)))}
      />
    );
  };
  const text = q.toLowerCase();
  const found = names.filter((name) => kind.properties[name]?.label.toLowerCase().includes(text));
  const more = groups.map((group) => ({
    group,
    own: asked.filter((name) => !first.includes(name) && groupOf(name, kind) === group),
  }));
  const find = (
    <div className="report-find">
      <Search label={say('web.form.find')} value={q} onChange={setQ} />
    </div>
  );
  if (n === 0)
    return (
      <>
        {find}
        {q !== '' ? (
          <section className="report-part" aria-label={say('web.form.find')}>
            {found.length === 0 && <p role="status">{say('web.form.find-none', { q })}</p>}
            <div className="field-grid">{found.map(field)}</div>
          </section>
        ) : (
          <>
            <section className="report-part" id="report-claims" aria-labelledby={`${id}-first`}>
              <h2 id={`${id}-first`}>{say('web.form.first')}</h2>
              <div className="field-grid">{first.map(field)}</div>
            </section>
            <section className="report-part" aria-labelledby={`${id}-more`}>
              <h2 id={`${id}-more`}>{say('web.form.more')}</h2>
              <p className="soft">{say('web.form.more-hint')}</p>
              {more.map(({ group, own }) => (
                <Group
                  key={group}
                  title={say(`web.group.${group}`)}
                  level={3}
                  filled={own.filter((p) => answerIn(sheet, p)).length}
                  empty={own.length === 0}
                >
                  {own.map(field)}
                </Group>
              ))}
            </section>
          </>
        )}
      </>
    );
  return (
    <>
      <div className="field-grid">{first.map(field)}</div>
      <Group
        title={say('web.form.more')}
        level={4}
        filled={more.flatMap((g) => g.own).filter((p) => answerIn(sheet, p)).length}
        empty={more.every((g) => g.own.length === 0)}
      >
        {more.flatMap((g) => g.own).map(field)}
      </Group>
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly level: 3 | 4;
  readonly filled: number;
  readonly empty: boolean;
  readonly children: React.ReactNode;
}

/** Fields behind a heading that opens them. */
function Group({ title, level, filled, empty, children }: GroupProps) {
  const { say } = useLanguage();
  if (empty) return null;
  return (
    <Disclosure className="report-group" defaultExpanded={level === 3 && filled > 0}>
      {({ isExpanded }) => (
        <>
          <Heading level={level}>
            <Button slot="trigger" className="button" data-tone="plain">
              <Icon name={isExpanded ? 'up' : 'down'} />
              {title}
              {filled > 0 && <span className="count">{say('web.form.filled', { n: filled })}</span>}
            </Button>
          </Heading>
          <DisclosurePanel>{isExpanded && <div className="field-grid">{children}</div>}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
