/** The numbers of the study: how many items, what age may do, a figure counted somewhere. Nothing about any item in the ground. */
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';
import { useLanguage } from '../../language/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { counted, type Entered, MOST_FACTOR } from './entered.ts';

interface Props {
  readonly entered: Entered;
  readonly onChange: (part: Readonly<Record<string, string>>) => void;
}

export function NumbersForm({ entered, onChange }: Props) {
  const { say, sayIf } = useLanguage();
  const { emplaced, ageing, figure } = entered;
  const wrong = (of: Entered['faults'][number]) =>
    entered.faults.includes(of) ? (
      <p className="wrong" role="alert">
        {of === 'figure' && entered.wrongFigure !== null
          ? sayIf(`problem.${entered.wrongFigure.code}`, entered.wrongFigure.facts)
          : say('web.lifetimes.wrong-range')}
      </p>
    ) : null;
  const field = (name: string, label: string, value: number | undefined, most?: number, digits = 0) => (
    <NumberField
      className="field"
      value={value ?? Number.NaN}
      minValue={0}
      {...(most !== undefined && { maxValue: most })}
      formatOptions={{ maximumFractionDigits: digits }}
      onChange={(n) => onChange({ [name]: Number.isFinite(n) ? String(n) : '' })}
    >
      <Label>{label}</Label>
      <Input className="input" />
    </NumberField>
  );
  const [low, high] = [say('web.lifetimes.lowest'), say('web.lifetimes.highest')];
  return (
    <div className="study-numbers">
      <fieldset>
        <legend>{say('web.lifetimes.items')}</legend>
        <div className="row">
          {field('items_low', low, emplaced.low, 1e9)}
          {field('items_high', high, emplaced.high, 1e9)}
          <Choice
            label={say('web.lifetimes.items-are')}
            value={entered.itemsAre}
            options={(['used', 'activated'] as const).map((id) => ({
              id,
              label: say(`web.lifetimes.counted.${id}`),
            }))}
            onChange={(id) => onChange({ items_are: id })}
          />
        </div>
        {wrong('items')}
        {entered.from !== 'entered' && <p className="soft">{say(`web.lifetimes.items-${entered.from}`)}</p>}
      </fieldset>
      <details>
        <summary>{say('web.lifetimes.age')}</summary>
        <p className="soft">{say('web.lifetimes.age-means')}</p>
        {(['timer', 'trigger'] as const).map((part) => (
          <fieldset key={part}>
            <legend>{sayIf(`web.lifetimes.age.${part}`)}</legend>
            <div className="row">
              {field(`${part}_low`, low, ageing[part].low, MOST_FACTOR, 3)}
              {field(`${part}_high`, high, ageing[part].high, MOST_FACTOR, 3)}
            </div>
            {wrong(part)}
          </fieldset>
        ))}
      </details>
      <details>
        <summary>{say('web.lifetimes.figure')}</summary>
        <p className="soft">{say('web.lifetimes.figure-means')}</p>
        <div className="row">
          {field('k', say('web.lifetimes.figure-k'), figure?.k)}
          {field('n', say('web.lifetimes.figure-n'), figure?.n)}
          {field('by_day', say('web.lifetimes.figure-day'), entered.byDay)}
          <Choice
            label={say('web.lifetimes.figure-of')}
            value={figure?.of ?? 'used'}
            options={counted.map((id) => ({ id, label: say(`web.lifetimes.counted.${id}`) }))}
            onChange={(id) => onChange({ figure_of: id })}
          />
          <Choice
            label={say('web.lifetimes.figure-stage')}
            value={entered.stage}
            options={(['self-destruct', 'self-deactivate'] as const).map((id) => ({
              id,
              label: say(`web.lifetimes.event.${id}`),
            }))}
            onChange={(id) => onChange({ stage: id })}
          />
        </div>
        {wrong('figure')}
      </details>
    </div>
  );
}
