/** Text, dates as typed, numbers with how far they may be off, yes or no, and ids others gave. */
import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useLanguage } from '../../language/language.tsx';
import { retyped } from '../../report/draft.ts';
import { UNITS_OFFERED } from '../../report/read-number.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import type { InputProps } from './field.tsx';
import { Members } from './members.tsx';
import { WhenField } from './when-field.tsx';

interface BoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly describedBy?: string;
  readonly lines?: number;
}

/** A box to type into whose label stands elsewhere. */
export function Box({ label, value, onChange, describedBy, lines = 1 }: BoxProps) {
  return (
    <TextField
      className="box"
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
    >
      {lines > 1 ? <TextArea className="input" rows={lines} /> : <Input className="input" />}
    </TextField>
  );
}

export function TypedField({
  label,
  answer,
  onChange,
  describedBy,
  lines,
}: InputProps & { readonly lines: number }) {
  return (
    <Box
      label={label}
      value={answer?.as === 'text' ? answer.text : ''}
      onChange={(text) => onChange({ as: 'text', text })}
      describedBy={describedBy}
      lines={lines}
    />
  );
}

export function DateField({ label, answer, onChange, describedBy }: InputProps) {
  return (
    <WhenField
      label={label}
      value={answer?.as === 'date' ? answer.text : ''}
      onChange={(text) => onChange({ as: 'date', text })}
      describedBy={describedBy}
    />
  );
}

export function NumberField({ label, property, answer, onChange, describedBy }: InputProps) {
  const { say, sayIf, tag } = useLanguage();
  const typed = answer?.as === 'number' ? answer : { text: '', give: '' };
  const units = UNITS_OFFERED[property.unit ?? 'money'] ?? [];
  const [chosen, setChosen] = useState(('unit' in typed ? typed.unit : undefined) ?? units[0]);
  const set = (part: { readonly text?: string; readonly give?: string; readonly unit?: string }) => {
    const unit = part.unit ?? chosen;
    onChange(retyped(typed, { ...part, ...(unit !== undefined && { unit }) }, tag));
  };
  const sign = (unit: string) => sayIf(`web.form.unit.${unit}`) ?? unit;
  return (
    <div className="number-box">
      <Box label={label} value={typed.text} onChange={(text) => set({ text })} describedBy={describedBy} />
      {units.length > 1 && chosen !== undefined ? (
        <Choice
          label={say('web.form.unit', { label })}
          value={chosen}
          options={units.map((id) => ({ id, label: sign(id) }))}
          onChange={(unit) => {
            setChosen(unit);
            if (answer?.as === 'number') set({ unit });
          }}
        />
      ) : (
        property.unit && ONE_UNIT[property.unit] && <span className="soft">{ONE_UNIT[property.unit]}</span>
      )}
      <span className="soft" aria-hidden="true">
        ±
      </span>
      <Box
        label={say('web.form.precision-of', { label })}
        value={typed.give}
        onChange={(give) => set({ give })}
      />
    </div>
  );
}

/** Units that leave nothing to choose. */
const ONE_UNIT: Readonly<Record<string, string>> = { percent: '%', degrees: '°' };

export function YesNoField({ label, answer, onChange }: InputProps) {
  const { say } = useLanguage();
  const chosen = answer?.as === 'yesno' ? [answer.yes ? 'yes' : 'no'] : [];
  return (
    <ToggleButtonGroup
      className="yes-no"
      aria-label={label}
      selectionMode="single"
      selectedKeys={chosen}
      onSelectionChange={(keys) => onChange(keys.size === 0 ? null : { as: 'yesno', yes: keys.has('yes') })}
    >
      <ToggleButton id="yes" className="button">
        {say('web.yes')}
      </ToggleButton>
      <ToggleButton id="no" className="button">
        {say('web.no')}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}

export function IdsField({ label, answer, onChange }: InputProps) {
  const { say } = useLanguage();
  const ids = answer?.as === 'ids' ? answer.ids : [];
  const [next, setNext] = useState({ id: '', issuer: '' });
  const whole = next.id.trim() !== '' && next.issuer.trim() !== '';
  return (
    <>
      <Members
        members={ids.map((i) => say('web.value.identifier', { ...i }))}
        onRemove={(n) => onChange({ as: 'ids', ids: ids.filter((_, i) => i !== n) })}
      />
      <div className="id-box">
        <TextField className="field" value={next.id} onChange={(id) => setNext({ ...next, id })}>
          <Input className="input" placeholder={say('web.form.id')} aria-label={say('web.form.id')} />
        </TextField>
        <TextField className="field" value={next.issuer} onChange={(issuer) => setNext({ ...next, issuer })}>
          <Input className="input" placeholder={say('web.form.issuer')} aria-label={say('web.form.issuer')} />
        </TextField>
        <Button
          label={say('web.form.add-to', { label })}
          isDisabled={!whole}
          onPress={() => {
            onChange({ as: 'ids', ids: [...ids, { id: next.id.trim(), issuer: next.issuer.trim() }] });
            setNext({ id: '', issuer: '' });
          }}
        >
          {say('web.form.add')}
        </Button>
      </div>
    </>
  );
}
