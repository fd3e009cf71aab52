/** Who says it, when it was so, and how sure they are: what holds for everything the report states. */
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { useLanguage } from '../../language/language.tsx';
import { showSpan } from '../../record/show-value.ts';
import { SurenessFields } from '../../record/sureness-fields.tsx';
import type { Assembled } from '../../report/assemble.ts';
import type { Draft, Head } from '../../report/draft.ts';
import { DayField } from '../../ui/day-field.tsx';
import { WrongText } from './field.tsx';
import { WhenField } from './when-field.tsx';

interface Props {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly made: Assembled;
}

export function HeadFields({ draft, change, made }: Props) {
  const language = useLanguage();
  const { say } = language;
  const { head } = draft;
  const set = (part: Partial<Head>) => change((d) => ({ ...d, head: { ...d.head, ...part } }));
  const { when } = made;
  return (
    <section className="report-part" aria-labelledby="report-who">
      <h2 id="report-who">{say('web.form.who')}</h2>
      <div className="field-grid">
        <Typed
          label={say('web.form.source')}
          hint={say('web.form.source-hint')}
          value={head.source}
          onChange={(source) => set({ source })}
          id="report-source"
          needed
        />
        <Typed
          label={say('web.form.said')}
          hint={say('web.form.said-hint')}
          value={head.said}
          onChange={(said) => set({ said })}
        />
        <div className="field" id="report-when">
          <span className="label">
            {say('web.form.when')}{' '}
            <span className="needed" aria-hidden="true">
              {say('web.form.needed')}
            </span>
          </span>
          <WhenField
            label={say('web.form.when')}
            value={head.when}
            onChange={(typed) => set({ when: typed })}
            describedBy="report-when-hint"
          />
          <div id="report-when-hint">
            {when !== null && 'code' in when && (
              <p className="wrong">
                <WrongText wrong={{ problem: when }} label={say('web.form.when')} />
              </p>
            )}
            {when !== null && 'to' in when && (
              <p className="read-as">{say('web.form.read-as', { value: showSpan(when, language) })}</p>
            )}
            <p className="soft hint">{say('web.form.when-hint')}</p>
          </div>
        </div>
        <DayField label={say('web.form.date')} value={head.date} onChange={(date) => set({ date })} />
        <SurenessFields of={head} onChange={(grade, code) => set({ [grade]: code })} />
      </div>
    </section>
  );
}

interface TypedProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly needed?: boolean;
  readonly id?: string;
}

function Typed({ label, hint, value, onChange, needed = false, id }: TypedProps) {
  const { say } = useLanguage();
  return (
    <TextField
      className="field"
      {...(id && { id })}
      value={value}
      onChange={onChange}
      isRequired={needed}
      validationBehavior="aria"
    >
      <Label>
        {label}{' '}
        {needed && (
          // that it is required is told by the field itself
          <span className="needed" aria-hidden="true">
            {say('web.form.needed')}
          </span>
        )}
      </Label>
      <Input className="input" />
      <Text slot="description">{hint}</Text>
    </TextField>
  );
}
