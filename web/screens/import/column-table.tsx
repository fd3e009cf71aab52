/** Column by column: which property it fills, and how it is to be read. */
import type { Kind, Property } from '@tilth/domain/record/kind';
import type { Look, LookedColumn } from '../../ask/imports.ts';
import {
  change,
  changed,
  fill,
  filledBy,
  type Mapping,
  type Simple,
  usesOf,
  type ValueRule,
} from '../../import/mapping.ts';
import { useLanguage } from '../../language/language.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Choice, type Option } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { useHere } from '../frame/here.tsx';
import { DateFormat } from './date-format.tsx';
import { NumberLine } from './number-line.tsx';

interface Props {
  readonly mapping: Mapping;
  readonly one: Simple;
  readonly kind: Kind;
  readonly edit: (mapping: Mapping) => void;
  readonly look: Look;
}

const NONE = '-';

export function ColumnTable({ mapping, one, kind, edit, look }: Props) {
  const { say, number } = useLanguage();
  const options = [
    { id: NONE, label: say('web.import.fills-nothing') },
    ...Object.entries(kind.properties)
      .filter(([, p]) => p.type !== 'geometry' && p.type !== 'release')
      .map(([id, p]) => ({ id, label: p.label, note: id })),
  ];
  return (
    <section className="import-part">
      <h2>{say('web.import.columns-mean', { kind: kind.label })}</h2>
      <div className="table-box">
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{say('web.import.column')}</th>
              <th scope="col">{say('web.import.examples')}</th>
              <th scope="col">{say('web.import.fills')}</th>
              <th scope="col">{say('web.import.how')}</th>
            </tr>
          </thead>
          <tbody>
            {look.columns.map((c) => (
              <ColumnRow
                key={c.name}
                column={c}
                mapping={mapping}
                one={one}
                kind={kind}
                edit={edit}
                options={options}
                filled={say('web.import.filled-of', { filled: number(c.filled), rows: number(look.rows) })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps extends Omit<Props, 'look'> {
  readonly column: LookedColumn;
  readonly options: readonly Option[];
  readonly filled: string;
}

function ColumnRow({ column, mapping, one, kind, edit, options, filled }: RowProps) {
  const { say } = useLanguage();
  const property = filledBy(one, column.name);
  const about = property === null ? undefined : kind.properties[property];
  const uses = usesOf(mapping, column.name);
  const unused = property === null && !uses.some((u) => u !== 'identity');
  return (
    <tr>
      <th scope="row">
        <bdi>{column.name}</bdi>
        <p className="soft">{filled}</p>
      </th>
      <td>
        <span className="words">
          {column.words.slice(0, 3).map(({ word }) => (
            <bdi key={word} className="word">
              {word.length > 50 ? `${word.slice(0, 50)}…` : word}
            </bdi>
          ))}
        </span>
      </td>
      <td>
        <Suggest
          label={say('web.import.fills-of', { column: column.name })}
          options={options.map((o) =>
            o.id === NONE && !unused && property === null
              ? { ...o, label: say('web.import.fills-nothing-else') }
              : o,
          )}
          value={property ?? NONE}
          none={say('web.import.no-property')}
          onChoose={(id) => edit(fill(mapping, column.name, id === NONE ? null : id, kind))}
        />
        <span className="chips">
          {uses.map((use) => (
            <Chip key={use}>{say(`web.import.use.${use}`)}</Chip>
          ))}
        </span>
      </td>
      <td>
        {property !== null && about && (
          <How
            mapping={mapping}
            property={property}
            about={about}
            rule={one.properties[property] ?? {}}
            column={column}
            edit={edit}
          />
        )}
        {unused && <Kept mapping={mapping} column={column.name} edit={edit} />}
      </td>
    </tr>
  );
}

const units: Readonly<Record<string, readonly string[]>> = {
  m2: ['m2', 'ha', 'km2', 'dunum', 'acre', 'ft2'],
  m: ['m', 'km', 'cm', 'ft', 'mi'],
  mm: ['mm', 'cm', 'm', 'in', 'ft'],
  kg: ['kg', 'g', 't', 'lb'],
  days: ['days', 'weeks'],
  hours: ['hours', 'min', 'days'],
  years: ['years', 'months'],
  percent: ['percent', 'fraction'],
};
const NO_SPLIT = 'whole';
const EXACT = 'exact';

interface HowProps {
  readonly mapping: Mapping;
  readonly property: string;
  readonly about: Property;
  readonly rule: ValueRule;
  readonly column: LookedColumn;
  readonly edit: (mapping: Mapping) => void;
}

function How({ mapping, property, about, rule, column, edit }: HowProps) {
  const { say } = useLanguage();
  const { kinds } = useHere();
  const set = (members: Readonly<Record<string, unknown>>) => edit(change(mapping, property, members));
  const known = about.unit === undefined ? undefined : units[about.unit];
  return (
    <div className="how">
      {about.type === 'number' && known && (
        <Labelled label={say('web.import.unit')}>
          <Choice
            label={say('web.import.unit')}
            value={rule.unit ?? known[0] ?? null}
            options={[...new Set([...known, ...(rule.unit === undefined ? [] : [rule.unit])])].map((u) => ({
              id: u,
              label: u,
            }))}
            onChange={(unit) => set({ unit: unit === known[0] ? undefined : unit })}
          />
        </Labelled>
      )}
      {about.type === 'number' && (
        <Labelled label={say('web.import.decimal')}>
          <Choice
            label={say('web.import.decimal')}
            value={rule.decimal ?? '.'}
            options={[
              { id: '.', label: '1234.5' },
              { id: ',', label: '1234,5' },
            ]}
            onChange={(decimal) => set({ decimal: decimal === '.' ? undefined : decimal })}
          />
        </Labelled>
      )}
      {about.type === 'number' && (
        <NumberLine
          label={say('web.import.precision')}
          value={rule.precision}
          onChange={(precision) => set({ precision })}
        />
      )}
      {about.type === 'number' && (
        <Labelled label={say('web.import.bound')}>
          <Choice
            label={say('web.import.bound')}
            value={rule.bound ?? EXACT}
            options={([EXACT, 'least', 'most', 'about'] as const).map((id) => ({
              id,
              label: say(`web.import.bound.${id}`),
            }))}
            onChange={(bound) => set({ bound: bound === EXACT ? undefined : bound })}
          />
        </Labelled>
      )}
      {about.type === 'date' && (
        <DateFormat
          column={column}
          format={rule.date?.format}
          onChange={(format) => set({ date: changed(rule.date ?? { column: column.name }, { format }) })}
        />
      )}
      {about.fold === 'set' && about.type !== 'identifier' && (
        <Labelled label={say('web.import.split')}>
          <Choice
            label={say('web.import.split')}
            value={rule.split ?? NO_SPLIT}
            options={[NO_SPLIT, ';', ',', '|', '/'].map((id) => ({
              id,
              label:
                id === NO_SPLIT ? say('web.import.split-none') : say('web.import.split-at', { sign: id }),
            }))}
            onChange={(split) => set({ split: split === NO_SPLIT ? undefined : split })}
          />
        </Labelled>
      )}
      {about.type === 'link' && about.to?.length !== 1 && (
        <Labelled label={say('web.import.key-of')}>
          <Choice
            label={say('web.import.key-of')}
            value={rule.key_of ?? null}
            options={[...kinds.values()]
              .filter((k) => !about.to?.length || about.to.includes(k.name))
              .map((k) => ({ id: k.name, label: k.label }))}
            onChange={(key_of) => set({ key_of })}
          />
        </Labelled>
      )}
      {about.type === 'identifier' && (
        <TextLine
          label={say('web.import.issuer')}
          value={rule.issuer ?? ''}
          onChange={(issuer) => set({ issuer: issuer === '' ? undefined : issuer })}
        />
      )}
    </div>
  );
}

const classes = ['restricted', 'personal', 'leave-out'] as const;

/** What becomes of a column that fills nothing. */
function Kept({
  mapping,
  column,
  edit,
}: {
  mapping: Mapping;
  column: string;
  edit: (mapping: Mapping) => void;
}) {
  const { say } = useLanguage();
  const now = mapping.kept?.[column] ?? 'usual';
  return (
    <Choice
      label={say('web.import.kept-of', { column })}
      value={now}
      options={(['usual', ...classes] as const).map((id) => ({ id, label: say(`web.import.kept.${id}`) }))}
      onChange={(id) => {
        const kept = changed(mapping.kept ?? {}, { [column]: id === 'usual' ? undefined : id });
        edit(changed(mapping, { kept: Object.keys(kept).length === 0 ? undefined : kept }));
      }}
    />
  );
}
