/** One field: its label, the input its type asks for, how it is read, what is wrong with it, and what stands on record now. */
import type { Property } from '@tilth/domain/record/kind';
import type { PropertyView } from '@tilth/domain/report/view';
import { type ReactNode, useId } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { showCode, showValue } from '../../record/show-value.ts';
import type { Answer } from '../../report/draft.ts';
import type { Read, Wrong } from '../../report/read-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { useHere } from '../frame/here.tsx';
import { CodeField } from './code-field.tsx';
import { fieldId } from './field-id.ts';
import { GeometryField } from './geometry-field.tsx';
import { LinkField } from './link-field.tsx';
import { inOtherUnit } from './other-unit.ts';
import { DateField, IdsField, NumberField, TypedField, YesNoField } from './plain-fields.tsx';

export interface FieldProps {
  /** which item of the report it belongs to; 0: its own */
  readonly sheet?: number;
  readonly name: string;
  readonly property: Property;
  /** label of what has to be answered before this makes sense */
  readonly needs?: string | undefined;
  /** the item itself, which no check compares with */
  readonly item?: string;
  /** it is somewhere rather than extends: a position is the usual way to say where */
  readonly spot?: boolean;
  readonly needed: boolean;
  readonly answer: Answer | undefined;
  readonly read: Read | undefined;
  readonly now: PropertyView | undefined;
  readonly onChange: (answer: Answer | null) => void;
  /** what helps to fill it in, drawn below the input */
  readonly help?: ReactNode;
}

/** What every kind of input needs. */
export interface InputProps {
  readonly label: string;
  readonly name: string;
  readonly property: Property;
  readonly answer: Answer | undefined;
  readonly onChange: (answer: Answer | null) => void;
  readonly describedBy: string;
  readonly item: string;
  readonly spot: boolean;
}

export function Field(props: FieldProps) {
  const {
    sheet = 0,
    name,
    property,
    needs,
    needed,
    answer,
    read,
    now,
    item = '',
    spot = false,
    onChange,
    help,
  } = props;
  const language = useLanguage();
  const { say } = language;
  const { lists } = useHere();
  const id = useId();
  const { label } = property;
  const personal = property.sensitivity === 'personal';
  const wide = property.type === 'geometry' || property.fold === 'set' || property.long === true;
  const reading = read?.wrong.length === 0 ? readingOf(read, answer) : null;
  const converted = reading?.type === 'number' ? inOtherUnit(reading, property.unit, language) : null;
  const unknown = answer?.as === 'unknown';
  return (
    <fieldset
      className="report-field"
      id={fieldId(sheet, name)}
      data-wide={wide || undefined}
      aria-label={label}
    >
      <div className="report-label">
        <span className="label" title={property.description}>
          {label}
          {needed && <span className="needed">{say('web.form.needed')}</span>}
        </span>
        {unknown ? (
          <Button tone="plain" onPress={() => onChange(null)}>
            {say('web.form.known')}
          </Button>
        ) : (
          answer === undefined && (
            <Button
              tone="plain"
              label={say('web.form.unknown-what', { label })}
              onPress={() => onChange({ as: 'unknown', why: 'not-stated' })}
            >
              {say('web.form.unknown')}
            </Button>
          )
        )}
      </div>
      {unknown ? (
        <Choice
          label={say('web.form.unknown-why')}
          value={answer.why}
          options={Object.keys(lists.get('why-unknown')?.codes ?? {}).map((why) => ({
            id: why,
            label: showCode(why, { ...property, codes: 'why-unknown' }, lists),
          }))}
          onChange={(why) => onChange({ as: 'unknown', why })}
        />
      ) : (
        <Input
          label={label}
          name={name}
          property={property}
          answer={answer}
          onChange={onChange}
          describedBy={`${id}-hint`}
          item={item}
          spot={spot}
        />
      )}
      {help}
      {reading && (
        <p className="read-as">
          {say('web.form.read-as', { value: showValue(reading, property, { language, lists }) })}
          {converted && ` (${converted})`}
        </p>
      )}
      <div id={`${id}-hint`}>
        {read?.wrong.map((w) => (
          <p key={JSON.stringify(w)} className="wrong">
            <WrongText wrong={w} label={label} />
          </p>
        ))}
        {needs !== undefined && <p className="soft hint">{say('web.form.needs', { needs })}</p>}
        {personal && <p className="soft hint">{say('web.form.personal')}</p>}
        {now?.value && (
          <p className="soft hint">
            {say('web.form.now', { value: showValue(now.value, property, { language, lists }) })}
          </p>
        )}
      </div>
    </fieldset>
  );
}

function Input(props: InputProps) {
  switch (props.property.type) {
    case 'code':
      return <CodeField {...props} />;
    case 'yesno':
      return <YesNoField {...props} />;
    case 'number':
      return <NumberField {...props} />;
    case 'geometry':
      return <GeometryField {...props} />;
    case 'link':
      return <LinkField {...props} />;
    case 'identifier':
      return <IdsField {...props} />;
    case 'date':
      return <DateField {...props} />;
    case 'text':
    case 'release':
      return <TypedField {...props} lines={props.property.long || props.property.fold === 'set' ? 3 : 1} />;
  }
}

/** The value worked out, where it is not plainly what was typed. */
function readingOf(read: Read, answer: Answer | undefined) {
  const [value] = read.values;
  if (answer?.as === 'date' && value?.type === 'date') return value;
  if (answer?.as === 'number' && value?.type === 'number' && value.typed !== undefined) return value;
  return null;
}

export function WrongText({ wrong, label }: { wrong: Wrong; label: string }) {
  const { say, sayIf } = useLanguage();
  if ('word' in wrong) return <>{say(`web.form.wrong.${wrong.word}`, { least: wrong.least })}</>;
  const { code, facts } = wrong.problem;
  if (code === 'date-unreadable') return <>{say('web.form.wrong.date')}</>;
  return <>{sayIf(`problem.${code}`, { ...facts, property: label }) ?? code}</>;
}
