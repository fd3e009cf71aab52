/** The values of a condition: codes ticked in a list, a number with its unit, a date as exact as one knows, or text. */
import type { Askable } from '@tilth/domain/filter/askable';
import { type Test, valuesOf } from '@tilth/domain/filter/condition';
import type { Unit } from '@tilth/domain/record/kind';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { useLanguage } from '../../language/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { useHere } from '../frame/here.tsx';
import { LinkedValues } from './linked-values.tsx';

interface Props {
  readonly asked: Askable;
  /** the kinds of item a link may point to; none for other properties */
  readonly to: readonly string[];
  readonly test: Test;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Units a number may be typed in, the property's own first; as domain/record/units.ts knows them. */
const units: Readonly<Partial<Record<Unit, readonly string[]>>> = {
  m2: ['m2', 'ha', 'km2'],
  m: ['m', 'km'],
  mm: ['mm', 'cm', 'm'],
  kg: ['kg', 'g', 't'],
};

const signs: Readonly<Record<string, string>> = { m2: 'm²', km2: 'km²' };

export function ConditionValues({ asked, to, test, values, onChange }: Props) {
  const { say } = useLanguage();
  const n = valuesOf(test);
  if (n === 0) return null;
  if (to.length > 0) return <LinkedValues to={to} values={values} onChange={onChange} />;
  if (asked.codes !== undefined) return <Codes asked={asked} values={values} onChange={onChange} />;
  if (asked.type === 'yesno') {
    return (
      <Choice
        label={say('web.filter.value')}
        value={values[0] ?? null}
        options={['yes', 'no'].map((id) => ({ id, label: say(id === 'yes' ? 'web.yes' : 'web.no') }))}
        onChange={(id) => onChange([id])}
      />
    );
  }
  const put = (at: number, value: string) => {
    const next = [values[0] ?? '', values[1] ?? ''];
    next[at] = value;
    onChange(n === 2 ? next : next.slice(0, 1));
  };
  const label = (at: number) =>
    say(n === 2 ? (at === 0 ? 'web.filter.from' : 'web.filter.to') : 'web.filter.value');
  return Array.from({ length: n === 2 ? 2 : 1 }, (_, at) =>
    asked.type === 'number' ? (
      <Measure
        key={label(at)}
        label={label(at)}
        unit={asked.unit}
        value={values[at] ?? ''}
        onChange={(v) => put(at, v)}
      />
    ) : (
      <TextLine
        key={label(at)}
        label={label(at)}
        value={values[at] ?? ''}
        onChange={(v) => put(at, v)}
        {...(asked.type === 'date' ? { code: true, hint: say('web.filter.date-hint') } : {})}
      />
    ),
  );
}

interface MeasureProps {
  readonly label: string;
  readonly unit: Unit | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Measure({ label, unit, value, onChange }: MeasureProps) {
  const { say } = useLanguage();
  const known = (unit && units[unit]) ?? [];
  const [, digits = '', typed] = /^(\S*)(?: (\S+))?$/.exec(value) ?? [];
  const [chosen, setChosen] = useState(typed ?? known[0] ?? '');
  const write = (number: string, of: string) =>
    onChange(number === '' || of === '' || of === known[0] ? number : `${number} ${of}`);
  return (
    <div className="measure">
      <TextLine
        label={label}
        value={digits}
        onChange={(t) => write(t.trim().replace(',', '.'), chosen)}
        code
      />
      {known.length > 1 && (
        <Choice
          label={say('web.filter.unit')}
          value={chosen}
          options={known.map((id) => ({ id, label: signs[id] ?? id }))}
          onChange={(id) => {
            setChosen(id);
            write(digits, id);
          }}
        />
      )}
    </div>
  );
}

function Codes({ asked, values, onChange }: Omit<Props, 'test' | 'to'>) {
  const { say, sayIf } = useLanguage();
  const { lists } = useHere();
  const [typed, setTyped] = useState('');
  const { codes = [] } = asked;
  const list = typeof codes === 'string' ? lists.get(codes) : undefined;
  const all =
    typeof codes === 'string'
      ? Object.entries(list?.codes ?? {}).map(([id, { label }]) => ({ id, label }))
      : codes.map((id) => ({ id, label: sayIf(`web.filter.standing-${id}`) ?? id }));
  const wanted = typed.trim().toLowerCase();
  const shown = all.filter(({ id, label }) => label.toLowerCase().includes(wanted) || values.includes(id));
  return (
    <>
      {all.length > 12 && <TextLine label={say('web.filter.find-code')} value={typed} onChange={setTyped} />}
      <ListBox
        className="options codes"
        aria-label={say('web.filter.value')}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={values}
        onSelectionChange={(keys) =>
          onChange(keys === 'all' ? all.map(({ id }) => id) : [...keys].map(String))
        }
        items={shown}
        renderEmptyState={() => <p className="option soft">{say('web.form.no-match')}</p>}
      >
        {({ id, label }) => (
          <ListBoxItem className="option tick" id={id} textValue={label}>
            {label}
          </ListBoxItem>
        )}
      </ListBox>
    </>
  );
}
