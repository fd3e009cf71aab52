/** A date as exactly as it is known: typed in one's own words, or picked as a day, a month, a year, or a time before, since or between. */
import { useId, useState } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { useLanguage } from '../../language/language.tsx';
import { type Picked, type Precision, type Relation, whenText } from '../../report/when-text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Popup } from '../../ui/popup.tsx';
import { useHere } from '../frame/here.tsx';
import { Box } from './plain-fields.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly describedBy?: string;
}

export function WhenField({ label, value, onChange, describedBy }: Props) {
  const { say } = useLanguage();
  return (
    <div className="when-box">
      <Box label={label} value={value} onChange={onChange} {...(describedBy && { describedBy })} />
      <DialogTrigger>
        <Button tone="plain" icon="calendar" label={say('web.form.when.pick', { label })} />
        <Popup title={say('web.form.when.pick', { label })}>
          {(close) => (
            <Picker
              onPick={(text) => {
                onChange(text);
                close();
              }}
            />
          )}
        </Popup>
      </DialogTrigger>
    </div>
  );
}

const precisions: readonly Precision[] = ['day', 'month', 'year'];
const relations: readonly Relation[] = ['in', 'before', 'since', 'until', 'between'];

function Picker({ onPick }: { onPick: (text: string) => void }) {
  const { say, tag } = useLanguage();
  const { today } = useHere();
  const [picked, setPicked] = useState<Picked>({
    precision: 'day',
    relation: 'in',
    first: today,
    last: today,
  });
  const set = (part: Partial<Picked>) => setPicked((p) => ({ ...p, ...part }));
  const text = whenText(picked, tag, (relation, facts) => say(`web.form.when.${relation}`, facts));
  const { precision, relation, first, last } = picked;
  return (
    <div className="when-picker">
      <div className="row">
        <Choice
          label={say('web.form.when.relation')}
          value={relation}
          options={relations.map((id) => ({ id, label: say(`web.form.when.relation.${id}`) }))}
          onChange={(id) => set({ relation: relations.find((r) => r === id) ?? 'in' })}
        />
        <Choice
          label={say('web.form.when.precision')}
          value={precision}
          options={precisions.map((id) => ({ id, label: say(`web.form.when.precision.${id}`) }))}
          onChange={(id) => set({ precision: precisions.find((p) => p === id) ?? 'day' })}
        />
      </div>
      <Point
        label={say(relation === 'between' ? 'web.form.when.first' : 'web.form.when.point')}
        precision={precision}
        value={first}
        onChange={(day) => set({ first: day })}
      />
      {relation === 'between' && (
        <Point
          label={say('web.form.when.last')}
          precision={precision}
          value={last}
          onChange={(day) => set({ last: day })}
        />
      )}
      <Button tone="main" onPress={() => onPick(text)}>
        {say('web.form.when.take', { text })}
      </Button>
    </div>
  );
}

interface PointProps {
  readonly label: string;
  readonly precision: Precision;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

function Point({ label, precision, value, onChange }: PointProps) {
  const { say, tag } = useLanguage();
  const id = useId();
  if (precision === 'day') return <DayField label={label} value={value} onChange={onChange} />;
  const [year = '', month = ''] = value.split('-');
  const set = (y: string, m: string) => onChange(`${y.padStart(4, '0').slice(-4)}-${m}-01`);
  const names = Array.from({ length: 12 }, (_, i) => {
    const day = new Date(Date.UTC(2020, i, 1));
    return {
      id: String(i + 1).padStart(2, '0'),
      label: new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }).format(day),
    };
  });
  return (
    <div className="field">
      <span className="label" id={id}>
        {label}
      </span>
      <div className="row">
        {precision === 'month' && (
          <Choice
            label={say('web.form.when.month')}
            value={month}
            options={names}
            onChange={(m) => set(year, m)}
          />
        )}
        <input
          className="input when-year"
          type="number"
          min={1900}
          max={2100}
          aria-label={say('web.form.when.year')}
          value={year}
          onChange={(e) => set(e.target.value, month)}
        />
      </div>
    </div>
  );
}
